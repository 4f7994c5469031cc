"""What readers hear, and where they are led: announcements, headings, filters that hold."""

import re

from playwright.sync_api import expect
import pytest

from Harness.searching import PAGE, box, filters, results, search, spoken, status

LISTEN = """() => {
    window.heard = [];
    const status = document.querySelector('[data-recherche=page] [role=status], [data-recherche=boite] [role=status]');
    new MutationObserver(() => { if (status.textContent) heard.push(status.textContent); }).observe(status, { childList: true });
}"""


def test_who_writes_slowly_hears_one_count(visit):
    _, tab = search(visit, "ha")
    tab.wait_for_timeout(1200)
    tab.evaluate(LISTEN)
    for letter in "ndicap":
        tab.keyboard.type(letter)
        tab.wait_for_timeout(300)
    expect(spoken(tab)).to_have_text(re.compile("pour handicap"))
    assert len(tab.evaluate("heard")) == 1


def test_the_same_count_is_heard_again(visit):
    _, tab = search(visit, "handicap")
    expect(spoken(tab)).to_have_text(re.compile("pour handicap"))
    tab.evaluate(LISTEN)
    before = spoken(tab).text_content()
    box(tab).fill("handicap ")
    tab.wait_for_function("() => heard.length > 0")
    assert tab.evaluate("heard") == [before]


def test_who_asks_is_led_to_the_results(visit):
    _, tab = search(visit, "handicap")
    tab.set_viewport_size({"width": 360, "height": 640})
    tab.get_by_role("button", name="Chercher", exact=True).click()
    expect(status(tab)).to_be_focused()
    expect(status(tab)).to_be_in_viewport()
    expect(results(tab).first).to_be_in_viewport()
    tab.keyboard.press("Tab")
    tab.keyboard.press("Tab")
    expect(results(tab).first).to_be_focused()


@pytest.mark.parametrize("typed", ["x", "l’", "?"])
def test_too_short_a_query_is_told_when_it_is_asked(visit, typed):
    tab = visit().open(PAGE)
    box(tab).fill("parents")
    expect(results(tab)).not_to_have_count(0)
    box(tab).fill(typed)
    box(tab).press("Enter")
    expect(status(tab)).to_have_text("Écrivez au moins deux lettres.")
    expect(box(tab)).to_be_focused()


def test_results_have_a_heading_that_names_them(visit):
    _, tab = search(visit, "handicap")
    name = status(tab).text_content()
    expect(tab.get_by_role("heading", level=2, name=name)).to_be_visible()
    expect(tab.get_by_role("list", name=name)).to_be_visible()


def test_words_that_no_page_has_are_not_said_to_be_found(visit):
    _, tab = search(visit, "bafa xqzwvk")
    expect(status(tab)).to_have_text(re.compile("résultats pour bafa$"))
    expect(spoken(tab)).to_contain_text("Aucune page ne contient « xqzwvk ».")


def test_filters_that_hold_are_seen_and_lifted_one_by_one(visit):
    tab = visit().open(f"{PAGE}?q=jeunes&type=pratique&thematique=jeunesse")
    expect(status(tab)).to_have_text(re.compile("avec 2 filtres$"))
    expect(tab.locator("main [data-recherche-filtres] summary")).to_have_text("Filtrer (2)")
    tab.get_by_role("button", name="Retirer le filtre Jeunesse").click()
    expect(tab).to_have_url(re.compile(r"\?q=jeunes&type=pratique$"))
    expect(status(tab)).to_have_text(re.compile("avec 1 filtre$"))
    expect(tab.get_by_role("button", name="Retirer le filtre Pratique")).to_be_focused()
    expect(tab.get_by_role("button", name="Retirer tous les filtres")).to_have_count(0)
    tab.go_back()
    tab.get_by_role("button", name="Retirer tous les filtres").click()
    expect(tab).to_have_url(re.compile(r"\?q=jeunes$"))
    expect(tab.locator("main [data-recherche-filtres] summary")).to_have_text("Filtrer")


def test_on_a_list_the_last_filter_that_is_lifted_brings_the_list_back(visit):
    tab = visit().open("pratiques/?thematique=jeunesse")
    expect(results(tab)).not_to_have_count(0)
    tab.get_by_role("button", name="Retirer le filtre Jeunesse").press("Enter")
    expect(tab.locator("[data-recherche-defaut]")).to_be_visible()
    expect(tab.locator(".recherche-actifs")).to_be_empty()
    expect(box(tab)).to_be_focused()


def test_on_a_phone_filters_stay_closed_and_lead_to_the_results(visit):
    visitor = visit()
    visitor.tab.set_viewport_size({"width": 360, "height": 640})
    tab = visitor.open(f"{PAGE}?q=jeunes&type=pratique")
    expect(results(tab)).not_to_have_count(0)
    expect(tab.locator("main [data-recherche-filtres]")).not_to_have_attribute("open", "")
    filters(tab)
    tab.get_by_role("button", name=re.compile("^Voir les? ")).click()
    expect(status(tab)).to_be_focused()
    expect(results(tab).first).to_be_in_viewport()


def test_a_choice_keeps_its_place_and_its_focus(visit):
    tab = visit().open(f"{PAGE}?q=jeunes")
    filters(tab)
    choice = tab.get_by_role("checkbox", name=re.compile("^Parents"))
    choice.evaluate("(input) => { input.isSame = true; }")
    before = choice.bounding_box()["y"] + tab.evaluate("scrollY")
    choice.press("Space")
    expect(tab).to_have_url(re.compile("public=parents"))
    expect(choice).to_be_focused()
    assert choice.evaluate("(input) => input.isSame")
    assert choice.bounding_box()["y"] + tab.evaluate("scrollY") == before
