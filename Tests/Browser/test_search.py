"""Searching as readers do: while typing, by keyboard, with filters, through addresses, and when something fails."""

import re

from playwright.sync_api import expect
import pytest

from Harness.searching import PAGE, box, filters, results, search, status, wait
from Harness.server import SiteServer
from Harness.visitor import Visitor

SHIFTS = """() => new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => { for (const { value } of list.getEntries()) sum += value; })
        .observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(sum), 100);
})"""
SHARDS = re.compile(r"/recherche/\w+/t\d+\.js$")


@pytest.mark.parametrize("site", ["/", "/a/b/"], indirect=True)
def test_results_come_while_typing(visit, site):
    _, tab = search(visit, "café des pare")
    expect(results(tab).first).to_have_text("Créer un café des parents")
    expect(results(tab).first).to_have_attribute("href", f"{site.url}pratiques/cafe-des-parents/")
    expect(tab.locator(".recherche-contexte").first).to_contain_text("Pratique")
    assert results(tab).first.locator("mark").all_inner_texts() == ["café", "parents"]
    expect(tab).to_have_url(f"{site.url}{PAGE}?q=caf%C3%A9+des+pare")


@pytest.mark.parametrize("query, marked", [
    ("acces au droit", ["accès", "droits"]), ("itinerants", ["itinérant"]), ("guichet uniqe", ["guichet unique"]),
])
def test_words_are_marked_as_they_are_written(visit, query, marked):
    _, tab = search(visit, query)
    assert [text.lower() for text in results(tab).first.locator("mark").all_inner_texts()] == marked


def test_a_correction_is_told_and_can_be_refused(visit):
    _, tab = search(visit, "acompagnement ")
    expect(tab.locator(".recherche-correction")).to_contain_text("Résultats pour « accompagnement »")
    tab.get_by_role("button", name="chercher quand même « acompagnement »").click()
    expect(status(tab)).to_have_text("Aucun résultat pour acompagnement")
    assert "exact=1" in tab.url
    tab.get_by_role("button", name="accompagnement", exact=True).click()
    expect(results(tab).first).to_contain_text("Accompagnement")


def test_nothing_found_helps(visit):
    _, tab = search(visit, "wxyzwxyz")
    expect(status(tab)).to_have_text("Aucun résultat pour wxyzwxyz")
    assert tab.locator("main [data-recherche-defaut=aide] a").count() > 3, "there are thematics or lists to browse"
    expect(tab.get_by_label("Trier par")).to_be_hidden()


def test_filters_narrow_and_count(visit):
    visitor, tab = search(visit, "parents")
    before = int(re.search(r"\d+", status(tab).inner_text())[0])
    filters(tab)
    choice = tab.get_by_role("checkbox", name=re.compile("Parentalité"))
    count = int(re.search(r"\((\d+)\)", choice.locator("..").inner_text())[1])
    choice.check()
    expect(status(tab)).to_contain_text(re.compile(rf"^{count} résultat"))
    assert 0 < count < before and "thematique=parentalite" in tab.url
    expect(choice).to_be_focused()
    assert visitor.violations() == []
    choice.uncheck()
    expect(status(tab)).to_contain_text(f"{before} résultats")


@pytest.mark.parametrize("address", [PAGE, "pratiques/"])
def test_filters_open_beside_the_results_where_there_is_room_and_nothing_moves(browser, published, address):
    with SiteServer(published.folder) as server:
        for width, is_wide in [(1280, True), (768, False), (320, False)]:
            visitor = Visitor(browser, server, width=width)
            tab = visitor.open(f"{address}?q=parents")
            expect(results(tab).first).to_be_visible()
            tab.wait_for_timeout(500)
            assert not tab.locator("main [data-recherche-filtres]").evaluate("(details) => details.open")
            assert (moved := tab.evaluate(SHIFTS)) < 0.01, f"{moved} at {width}"
            left, right = results(tab).first.bounding_box(), filters(tab).bounding_box()
            assert (left["x"] + left["width"] < right["x"]) == is_wide
            visitor.context.close()


def test_filters_that_were_closed_stay_closed(visit):
    _, tab = search(visit, "parents")
    filters(tab)
    tab.locator("main [data-recherche-filtres] summary").click()
    box(tab).fill("enfants")
    wait(tab, "enfants")
    expect(tab.locator("main [data-recherche-filtres]")).not_to_have_attribute("open", "")


def test_the_address_holds_the_whole_search(visit, site):
    _, tab = search(visit, "enfants")
    filters(tab)
    tab.get_by_role("checkbox", name=re.compile("^Pratique")).check()
    tab.get_by_label("Trier par").select_option("date")
    expect(tab).to_have_url(re.compile(r"\?q=enfants&type=pratiques?&tri=date$"))
    other = visit().open(tab.url.removeprefix(site.url))
    expect(status(other)).to_contain_text("résultat")
    expect(results(other)).not_to_have_count(0)
    # The first tab may still be at its answer when its address has changed.
    expect(results(tab)).to_have_text(results(other).all_inner_texts())
    expect(box(other)).to_have_value("enfants")
    expect(other.get_by_label("Trier par")).to_have_value("date")
    expect(other.get_by_role("checkbox", name=re.compile("^Pratique"))).to_be_checked()


def test_back_and_forward_go_through_searches(visit):
    _, tab = search(visit, "handicap")
    tab.keyboard.press("Enter")
    box(tab).fill("loge")
    wait(tab, "loge")
    tab.keyboard.type("ment")
    wait(tab, "logement")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Enter")
    expect(results(tab).first).to_contain_text("Logement")
    expect(tab).to_have_title(re.compile("^logement — "))
    tab.go_back()
    expect(box(tab)).to_have_value("handicap")
    expect(tab).to_have_title(re.compile("^handicap — "))
    expect(results(tab).first).to_contain_text(re.compile("handicap", re.I))
    tab.go_forward()
    expect(box(tab)).to_have_value("logement")


def test_more_results_are_shown_and_reached(visit):
    visitor, tab = search(visit, "territoire")
    visitor.expect("ERR_ABORTED")
    expect(results(tab)).to_have_count(10)
    tab.get_by_role("button", name="Afficher plus de résultats").click()
    expect(results(tab).nth(10)).to_be_focused()
    assert "page=2" in tab.url
    titles = results(tab).all_inner_texts()
    assert len(titles) > 10
    tab.reload()
    expect(results(tab)).to_have_text(titles)


def test_the_keyboard_is_enough(visit):
    visitor = visit()
    tab = visitor.open(PAGE)
    tab.keyboard.press("/")
    expect(box(tab)).to_be_focused()
    tab.keyboard.type("relais petite enfance")
    wait(tab, "relais petite enfance")
    tab.keyboard.press("ArrowDown")
    expect(results(tab).nth(0)).to_be_focused()
    tab.keyboard.press("ArrowDown")
    expect(results(tab).nth(1)).to_be_focused()
    tab.keyboard.press("ArrowUp")
    tab.keyboard.press("ArrowUp")
    expect(box(tab)).to_be_focused()
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Escape")
    expect(box(tab)).to_be_focused()
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(re.compile(r"/pratiques/rpe-itinerant/$"))


def test_a_slash_in_a_field_is_a_slash(visit):
    tab = visit().open(PAGE)
    box(tab).click()
    tab.keyboard.type("et/ou")
    expect(box(tab)).to_have_value("et/ou")


def test_axe_finds_nothing_before_during_and_after(visit):
    visitor = visit()
    tab = visitor.open(PAGE)
    assert visitor.violations() == []
    box(tab).click()
    tab.keyboard.type("garde des petits le mer")
    wait(tab, "garde des petits le mer")
    assert visitor.violations() == []
    filters(tab)
    assert visitor.violations() == []
    box(tab).fill("wxyzwxyz")
    expect(status(tab)).to_contain_text("Aucun résultat")
    assert visitor.violations() == []


def test_the_box_of_any_page_suggests(visit, site):
    tab = visit().open("")
    tab.keyboard.press("/")
    tab.keyboard.type("saint laurent")
    panel = tab.locator("[data-recherche=boite] .recherche-panneau")
    expect(panel.locator(".recherche-titre").first).to_have_text("Saint-Laurent-du-Var")
    tab.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(f"{site.url}{PAGE}?q=saint+laurent")
    expect(results(tab).first).to_have_text("Saint-Laurent-du-Var")


@pytest.mark.parametrize("address", ["pratiques/", "membres/"])
def test_lists_are_narrowed_in_place(visit, address):
    tab = visit().open(address)
    whole = tab.locator("main [data-recherche-defaut]")
    expect(whole).to_be_visible()
    tab.locator("main [data-recherche-filtres] summary").click()
    choice = tab.locator("main [data-recherche-filtres] input[type=checkbox]").first
    choice.check()
    expect(whole).to_be_hidden()
    expect(results(tab).first).to_be_visible()
    assert all(f"/{address}" in link.get_attribute("href") for link in results(tab).all())
    tab.go_back()
    expect(whole).to_be_visible()


@pytest.mark.parametrize("address", ["pratiques/?type=pratique", "membres/?type=membre"])
def test_what_filters_leave_of_a_list_keeps_its_order(visit, address):
    tab = visit().open(address)
    expect(results(tab).first).to_be_visible()
    addresses = "(links) => links.map((link) => link.href.replace(/index.html$/, ''))"
    listed = tab.locator("main [data-recherche-defaut] a").evaluate_all(addresses)
    found = results(tab).evaluate_all(addresses)
    assert len(found) > 2
    assert found == [one for one in dict.fromkeys(listed) if one in found]


def test_without_scripts_lists_are_whole_and_the_page_says_what_to_do(browser, site):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(site.url + PAGE)
    expect(tab.locator("main [data-recherche-secours]")).to_be_visible()
    tab.goto(site.url + "pratiques/")
    assert tab.locator("main [data-recherche-defaut] a").count() > 5
    context.close()


def test_from_disk_the_search_works(browser, site):
    context = browser.new_context()
    tab = context.new_page()
    tab.goto((site.folder / "recherche" / "index.html").as_uri())
    box(tab).click()
    tab.keyboard.type("acces au droit")
    expect(results(tab).first).to_contain_text("ccès aux droits")
    assert results(tab).first.get_attribute("href").endswith("/index.html")
    context.close()


@pytest.mark.parametrize("files", [SHARDS, re.compile(r"/recherche/\w+/r\d+\.js$"), re.compile("recherche-resultats"), re.compile("recherche-phrases")],
                         ids=["terms", "records", "results", "phrases"])
def test_a_file_that_cannot_be_read_is_told_and_asked_for_again(visit, files):
    visitor = visit()
    visitor.expect("request failed", "ERR_FAILED")
    tab = visitor.open(PAGE)
    tab.route(files, lambda route: route.abort())
    box(tab).click()
    tab.keyboard.type("la parentalité ici")
    expect(status(tab)).to_contain_text("n’a pas pu être lue")
    expect(tab.get_by_label("Trier par")).to_be_hidden()
    assert visitor.violations() == []
    tab.unroute(files)
    tab.get_by_role("button", name="Réessayer").click()
    expect(results(tab).first).to_contain_text("Parentalité")


def test_an_index_of_another_version_is_refused(visit):
    visitor = visit()
    tab = visitor.open(PAGE)
    tab.route("**/recherche/index.js", lambda route: route.fulfill(body='pivot({"version":99})', content_type="text/javascript"))
    box(tab).click()
    tab.keyboard.type("parentalité")
    expect(status(tab)).to_have_text("Le portail a changé depuis l’ouverture de cette page.")
    expect(tab.get_by_role("button", name="Recharger la page")).to_be_visible()


def test_a_site_published_meanwhile_is_found_again(visit):
    """The page was opened on an index that is gone: the new one is looked for once, without a word."""
    visitor = visit()
    visitor.expect("404", "/ancien/")
    tab = visitor.open(PAGE)

    def old(route):
        text = route.fetch().text()
        route.fulfill(body=re.sub(r'"folder":"\w+"', '"folder":"ancien"', text), content_type="text/javascript")

    tab.route("**/recherche/index.js", old, times=1)
    box(tab).click()
    tab.keyboard.type("parentalité")
    expect(results(tab).first).to_contain_text("Parentalité")


def test_little_is_loaded(browser, published, measure):
    with SiteServer(published.folder) as server:
        visitor = Visitor(browser, server)
        tab = visitor.open(PAGE)
        tab.wait_for_load_state("networkidle")
        start = len(server.answers)
        with tab.expect_response("**/recherche/index.js"):
            box(tab).focus()
        tab.wait_for_timeout(500)
        first = [answer for answer in server.answers if "/recherche/" in answer.path and answer.path.endswith(".js")]
        seen = len(server.answers)
        box(tab).fill("parentalité")
        wait(tab, "parentalité")
        query = [answer for answer in server.answers[seen:] if answer.path.endswith(".js")]
        visitor.context.close()
    assert start < seen
    before, after = sum(answer.size for answer in first), sum(answer.size for answer in query)
    measure(f"search: {before} bytes in {len(first)} files before the first key, {after} in {len(query)} for a one-word query with its results")
    assert before <= 8_000 and after <= 12_000
