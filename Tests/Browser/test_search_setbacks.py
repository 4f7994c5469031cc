"""Searching when something is in the way: a connection that goes, an odd address, a control that vanishes under the reader."""

import re

from playwright.sync_api import expect
import pytest

from Harness.searching import PAGE, box, filters, results, search, status, wait

GONE = "n’a pas pu être lue"


def panel(tab):
    return tab.locator("[data-recherche=boite] .recherche-panneau")


def suggest(visit, query: str, address: str = ""):
    """The box that every page has, with something written."""
    visitor = visit()
    tab = visitor.open(address)
    tab.keyboard.press("/")
    tab.keyboard.type(query)
    return visitor, tab


def focused(tab) -> str:
    return tab.evaluate("document.activeElement.outerHTML.slice(0, 80)")


def expect_practices_alone(tab):
    expect(results(tab)).not_to_have_count(0)
    assert all("/pratiques/" in link.get_attribute("href") for link in results(tab).all())


def test_without_a_connection_the_page_says_so_and_goes_on_afterwards(visit):
    visitor, tab = search(visit, "parents")
    visitor.expect("ERR_INTERNET_DISCONNECTED")
    visitor.context.set_offline(True)
    box(tab).fill("bafa")
    expect(status(tab)).to_contain_text(GONE)
    expect(results(tab)).to_have_count(0)
    expect(tab.locator("main [aria-busy]")).to_have_count(0)
    visitor.context.set_offline(False)
    tab.get_by_role("button", name="Réessayer").press("Enter")
    expect(results(tab).first).to_contain_text("BAFA")
    expect(results(tab).first).to_be_focused()


def test_why_there_is_no_answer_has_nothing_to_do_with_filters(visit):
    visitor, tab = search(visit, "parents", f"{PAGE}?type=pratique")
    expect(status(tab)).to_have_text(re.compile("avec 1 filtre$"))
    visitor.expect("ERR_INTERNET_DISCONNECTED")
    visitor.context.set_offline(True)
    box(tab).fill("bafa")
    expect(status(tab)).to_have_text("Une partie de la recherche n’a pas pu être lue. Vérifiez votre connexion.")


def test_without_a_connection_the_box_says_so(visit):
    visitor, tab = suggest(visit, "par")
    visitor.expect("ERR_INTERNET_DISCONNECTED")
    expect(panel(tab).locator(".recherche-titre").first).to_be_visible()
    visitor.context.set_offline(True)
    tab.keyboard.press("Control+A")
    tab.keyboard.type("bafa")
    expect(panel(tab).locator("p").first).to_contain_text(GONE)
    visitor.context.set_offline(False)
    tab.get_by_role("button", name="Réessayer").click()
    expect(panel(tab).locator(".recherche-titre").first).to_contain_text("BAFA")


def test_a_failure_does_not_replace_a_newer_answer(visit):
    visitor, tab = search(visit, "parents")
    visitor.expect("ERR_FAILED")
    held = []
    tab.route("**/recherche-aide.js", lambda route: held.append(route))
    tab.route(re.compile(r"/recherche/\w+/t\d+\.js$"), lambda route: route.abort())
    box(tab).fill("bafa")
    tab.wait_for_timeout(500)
    assert held
    tab.unroute(re.compile(r"/recherche/\w+/t\d+\.js$"))
    box(tab).fill("droits")
    expect(status(tab)).to_contain_text("pour droits")
    held[0].continue_()
    tab.wait_for_timeout(500)
    expect(status(tab)).to_contain_text("pour droits")
    expect(results(tab)).not_to_have_count(0)


def test_filters_that_could_not_be_opened_open_later(visit):
    visitor, tab = search(visit, "parents")
    visitor.expect("ERR_INTERNET_DISCONNECTED")
    visitor.context.set_offline(True)
    tab.locator("main [data-recherche-filtres] summary").click()
    expect(status(tab)).to_contain_text("Les filtres n’ont pas pu être lus")
    visitor.context.set_offline(False)
    filters(tab)


def test_the_notice_for_lack_of_scripts_goes_once_there_are_some(visit):
    visitor = visit()
    visitor.expect("ERR_INTERNET_DISCONNECTED")
    tab = visitor.open(PAGE)
    notice = tab.locator("main [data-recherche-secours]")
    visitor.context.set_offline(True)
    box(tab).click()
    tab.keyboard.type("parent")
    expect(notice).not_to_have_attribute("hidden", "")
    # The last attempt may still be failing: the next key begins another.
    tab.wait_for_timeout(500)
    visitor.context.set_offline(False)
    tab.keyboard.type("s")
    expect(results(tab)).not_to_have_count(0)
    expect(notice).to_have_attribute("hidden", "")


@pytest.mark.parametrize("names", ["utm_source=lettre&fbclid=abc", "constructor=x&toString=1&__proto__=x"])
@pytest.mark.parametrize("address", [PAGE, "pratiques/"])
def test_names_in_an_address_that_are_no_filters_are_none(visit, address, names):
    tab = visit().open(f"{address}?{names}")
    tab.wait_for_timeout(500)
    expect(tab.locator("main [data-recherche-defaut]")).to_be_visible()
    expect(results(tab)).to_have_count(0)
    box(tab).fill("parents")
    expect(results(tab)).not_to_have_count(0)
    expect(status(tab)).to_have_count(1)


def test_a_value_that_no_page_has_leaves_none_and_can_be_lifted(visit):
    tab = visit().open(f"{PAGE}?q=garde&thematique=nexistepas")
    expect(status(tab)).to_have_text("Aucun résultat pour garde, avec 1 filtre")
    tab.get_by_role("button", name="Retirer le filtre nexistepas").press("Enter")
    expect(status(tab)).to_have_text(re.compile(r"^\d+ résultats pour garde$"))
    expect(tab).to_have_url(re.compile(r"\?q=garde$"))
    expect(status(tab)).to_be_focused()


def test_a_choice_replaces_a_value_that_no_page_has(visit):
    tab = visit().open(f"{PAGE}?q=garde&thematique=nexistepas")
    expect(status(tab)).to_have_text("Aucun résultat pour garde, avec 1 filtre")
    tab.get_by_role("checkbox", name=re.compile("^Jeunesse")).check()
    expect(tab).to_have_url(re.compile(r"\?q=garde&thematique=jeunesse$"))
    expect(results(tab)).not_to_have_count(0)


def test_filters_of_the_address_stay_when_a_reader_is_faster_than_the_scripts(visit, site):
    visitor = visit()
    held = []
    visitor.tab.route("**/recherche-page.js", lambda route: held.append(route))
    tab = visitor.open(f"{PAGE}?type=pratique")
    box(tab).click()
    tab.keyboard.type("parents")
    held[0].continue_()
    expect(tab).to_have_url(f"{site.url}{PAGE}?q=parents&type=pratique")
    expect_practices_alone(tab)


def test_what_is_written_before_the_index_is_there_stays(visit, site):
    visitor = visit()
    held = []
    visitor.tab.route("**/recherche/index.js", lambda route: held.append(route))
    tab = visitor.open(f"{PAGE}?type=pratique&utm_source=lettre")
    box(tab).click()
    tab.keyboard.type("parents")
    tab.wait_for_timeout(300)
    tab.keyboard.type(" enf")
    held[0].continue_()
    tab.keyboard.type("ants")
    wait(tab, "parents enfants")
    expect(box(tab)).to_have_value("parents enfants")
    expect(tab).to_have_url(re.compile(r"\?q=parents\+enfants&type=pratique"))
    expect_practices_alone(tab)
    expect(tab.get_by_role("checkbox", name=re.compile("^Pratique"))).to_be_checked()


def test_one_letter_is_not_a_search(visit):
    _, tab = suggest(visit, "g")
    tab.wait_for_timeout(400)
    expect(panel(tab)).to_be_hidden()
    tab.keyboard.type("ar")
    expect(panel(tab).locator(".recherche-titre").first).to_be_visible()
    tab.goto(tab.url + PAGE)
    box(tab).click()
    tab.keyboard.type("p")
    tab.wait_for_timeout(400)
    expect(status(tab)).to_have_text("")
    box(tab).fill("parents g")
    wait(tab, "parents g")
    expect(status(tab)).to_contain_text("résultats")
    expect(tab.get_by_text("Aucune page ne contient")).to_have_count(0)


def test_one_letter_leaves_the_filters(visit):
    tab = visit().open(f"{PAGE}?type=pratique")
    expect(tab.get_by_role("checkbox", name=re.compile("^Pratique"))).to_be_checked()
    expect(status(tab)).to_be_visible()
    before = status(tab).inner_text()
    box(tab).fill("g")
    expect(tab).to_have_url(re.compile("q=g"))
    tab.wait_for_timeout(300)
    expect(status(tab)).to_have_text(before)
    expect(tab.locator("main fieldset")).not_to_have_count(0)


def test_the_box_shows_that_nothing_is_found(visit):
    _, tab = suggest(visit, "wxyzwxyz")
    expect(panel(tab).locator("p").first).to_have_text("Aucun résultat pour wxyzwxyz")
    expect(panel(tab).locator("p").first).to_be_visible()


def test_suggestions_do_not_open_once_the_reader_has_left(visit):
    _, tab = suggest(visit, "parents")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Tab")
    tab.wait_for_timeout(600)
    expect(panel(tab)).to_be_hidden()


def test_closed_suggestions_open_again(visit):
    _, tab = suggest(visit, "parents")
    expect(panel(tab).locator(".recherche-titre").first).to_be_visible()
    tab.keyboard.press("Escape")
    expect(panel(tab)).to_be_hidden()
    tab.keyboard.press("ArrowDown")
    expect(panel(tab)).to_be_visible()
    for _ in range(6):
        tab.keyboard.press("ArrowDown")
    expect(panel(tab).get_by_role("link", name="Tous les résultats")).to_be_focused()


def test_all_results_of_an_insisted_word_are_those_of_that_word(visit):
    _, tab = suggest(visit, "acompagnement parents")
    tab.get_by_role("button", name="chercher quand même").click()
    link = panel(tab).get_by_role("link", name="Tous les résultats")
    expect(link).to_have_attribute("href", re.compile(r"\?q=acompagnement\+parents&exact=1$"))
    assert "recherche-titre" in focused(tab)


def test_the_nearest_word_replaces_the_one_it_is_near_to(visit):
    tab = visit().open(f"{PAGE}?q=acompagnement+parents&exact=1")
    tab.get_by_role("button", name="accompagnement", exact=True).click()
    expect(box(tab)).to_have_value("accompagnement parents")


def test_words_are_quoted_as_they_are_written(visit):
    _, tab = search(visit, "hélicoptères parents")
    expect(tab.get_by_text("Aucune page ne contient « hélicoptères »")).to_be_visible()
    box(tab).fill("Écolle")
    expect(tab.get_by_role("button", name="chercher quand même « Écolle »")).to_be_visible()


def test_a_list_where_nothing_is_found_leads_to_the_portal(visit, site):
    tab = visit().open("pratiques/?q=manon")
    expect(status(tab)).to_have_text("Aucun résultat pour manon")
    tab.get_by_role("link", name="Chercher « manon » dans tout le portail").click()
    expect(tab).to_have_url(f"{site.url}{PAGE}?q=manon")
    expect(results(tab)).not_to_have_count(0)


def test_going_back_from_more_results_stays_among_them(visit):
    _, tab = search(visit, "enfants")
    tab.get_by_role("button", name="Afficher plus de résultats").press("Enter")
    expect(results(tab).nth(10)).to_be_focused()
    tab.go_back()
    expect(results(tab)).to_have_count(10)
    expect(results(tab).nth(9)).to_be_focused()


def test_a_reader_who_comes_back_is_where_they_left(visit):
    tab = visit().open(f"{PAGE}?q=enfants&page=2")
    expect(results(tab)).not_to_have_count(0)
    tab.evaluate("scrollTo(0, 1500)")
    tab.wait_for_function("() => history.state?.top === 1500")
    tab.reload()
    expect(results(tab)).not_to_have_count(0)
    tab.wait_for_function("() => scrollY === 1500")


def test_another_search_does_not_begin_where_the_last_one_was_left(visit):
    visitor = visit()
    visitor.expect("ERR_FAILED")
    tab = visitor.open(f"{PAGE}?q=enfants&page=2")
    expect(results(tab)).not_to_have_count(0)
    tab.evaluate("scrollTo(0, 1500)")
    tab.wait_for_function("() => history.state?.top === 1500")
    tab.route("**/recherche/*/r*.js", lambda route: route.abort() if re.search(r"/r\d+\.js$", route.request.url) else route.continue_())
    tab.reload()
    expect(status(tab)).to_contain_text(GONE)
    tab.unroute("**/recherche/*/r*.js")
    tab.evaluate("scrollTo(0, 0)")
    box(tab).fill("garde")
    wait(tab, "garde")
    expect(results(tab)).not_to_have_count(0)
    assert tab.evaluate("scrollY") < 200


def test_what_was_only_being_written_is_not_gone_back_to(visit, site):
    _, tab = search(visit, "handicap")
    tab.keyboard.press("Enter")
    box(tab).fill("loge")
    wait(tab, "loge")
    tab.keyboard.type("ment")
    tab.keyboard.press("Enter")
    wait(tab, "logement")
    tab.go_back()
    expect(box(tab)).to_have_value("handicap")


def test_a_filter_that_vanishes_leaves_the_focus_near(visit):
    tab = visit().open(f"{PAGE}?q=garde&thematique=jeunesse")
    choice = tab.get_by_role("checkbox", name=re.compile("^Jeunesse"))
    expect(choice).to_be_checked()
    box(tab).fill("manon")
    expect(status(tab)).to_have_text("Aucun résultat pour manon, avec 1 filtre")
    choice.press("Space")
    expect(results(tab)).not_to_have_count(0)
    assert "checkbox" in focused(tab)


def test_filters_that_hold_again_are_shown(visit):
    _, tab = search(visit, "enfants")
    filters(tab)
    tab.get_by_role("checkbox", name=re.compile("^Pratique")).check()
    expect(tab).to_have_url(re.compile("type=pratique"))
    tab.go_back()
    tab.locator("main [data-recherche-filtres] summary").click()
    tab.go_forward()
    expect(tab.get_by_role("checkbox", name=re.compile("^Pratique"))).to_be_checked()


def test_the_slash_that_leads_to_the_search_can_be_switched_off(visit):
    visitor = visit()
    # Pages are left while they still read what a search needs.
    visitor.expect("ERR_ABORTED")
    tab = visitor.open(PAGE)
    choice = tab.get_by_role("checkbox", name=re.compile("mène à la recherche"))
    choice.uncheck()
    tab.keyboard.press("/")
    expect(choice).to_be_focused()
    visitor.open("membres/")
    tab.keyboard.press("/")
    expect(box(tab)).not_to_be_focused()
    box(tab).click()
    tab.keyboard.type("et/ou")
    expect(box(tab)).to_have_value("et/ou")
    visitor.open(PAGE)
    choice.check()
    tab.keyboard.press("/")
    expect(box(tab)).to_be_focused()


def test_an_order_is_told(visit):
    _, tab = search(visit, "enfants")
    tab.get_by_label("Trier par").select_option("date")
    expect(status(tab)).to_have_text(re.compile("^\\d+ résultats pour enfants, les plus récents d’abord$"))


def test_from_disk_all_results_have_their_page_and_anchors_keep_the_search(browser, site):
    tab = browser.new_context().new_page()
    tab.goto((site.folder / "pratiques" / "index.html").as_uri())
    tab.locator("[data-recherche=boite] input").click()
    tab.keyboard.type("enfants")
    link = panel(tab).get_by_role("link", name="Tous les résultats")
    expect(link).to_have_attribute("href", re.compile(r"/recherche/index\.html\?q=enfants$"))
    tab.goto((site.folder / "recherche" / "index.html").as_uri())
    box(tab).click()
    tab.keyboard.type("parents")
    expect(results(tab)).not_to_have_count(0)
    tab.evaluate("location.hash = 'contenu'")
    tab.wait_for_timeout(300)
    expect(box(tab)).to_have_value("parents")
    expect(results(tab)).not_to_have_count(0)
    tab.context.close()
