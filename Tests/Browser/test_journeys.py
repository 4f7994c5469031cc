"""What readers do from page to page without a mouse, on small screens, with large text, on paper."""

import re

import pytest

FOCUS = "() => document.activeElement === document.body ? '' : document.activeElement.outerHTML.slice(0, 200)"
SHIFTS = """window.shifts = []; new PerformanceObserver(list => { for (const entry of list.getEntries())
    window.shifts.push(`${entry.value.toFixed(4)}: ${entry.sources.map(source => source.node?.outerHTML?.slice(0, 80)).join(' | ')}`) })
    .observe({ type: 'layout-shift', buffered: true })"""


def focus_on(tab, selector: str, most: int = 60):
    """Presses Tab until an element has the focus; the focus must never be lost on the way."""
    for _ in range(most):
        tab.keyboard.press("Tab")
        assert tab.evaluate(FOCUS), "the focus is lost"
        if tab.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} is not reached in {most} presses of Tab; the focus is on {tab.evaluate(FOCUS)}")


def follow(tab, selector: str):
    """Follows a link by keyboard, once all that the page asks for has come."""
    focus_on(tab, selector)
    tab.wait_for_load_state("networkidle")
    tab.keyboard.press("Enter")


def test_the_menu_opens_closes_and_leads_on_by_keyboard(visit):
    tab = visit(width=320).open("")
    menu = tab.locator("#_menu")
    focus_on(tab, ".bouton-menu")
    assert not menu.is_visible()
    tab.keyboard.press("Enter")
    assert menu.is_visible() and tab.get_attribute(".bouton-menu", "aria-expanded") == "true"
    focus_on(tab, "#_menu a", most=1)
    tab.keyboard.press("Escape")
    assert not menu.is_visible() and "bouton-menu" in tab.evaluate(FOCUS)
    tab.keyboard.press("Space")
    follow(tab, "#_menu a[href*=membres]")
    tab.wait_for_url("**/membres/")
    assert tab.locator("h1").inner_text() == "Membres"


def test_the_chosen_display_lasts_and_keeps_the_focus(visit):
    tab = visit(scheme="light").open("")
    focus_on(tab, ".bouton-affichage")
    tab.keyboard.press("Enter")
    assert "bouton-affichage" in tab.evaluate(FOCUS)
    dark = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    visited = tab.url
    tab.goto(visited + "glossaire/")
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == dark
    assert tab.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"


@pytest.mark.parametrize("width", [320, 1280])
def test_from_the_list_to_a_sheet_its_parts_and_the_next_one_by_keyboard(visit, width):
    tab = visit(width=width).open("pratiques/")
    follow(tab, ".carte-titre a")
    tab.wait_for_selector(".page-pratique")
    first = tab.url
    follow(tab, ".sommaire a")
    target = tab.evaluate("location.hash")
    assert target and tab.evaluate("document.querySelector(decodeURIComponent(location.hash)).getBoundingClientRect().top < innerHeight")
    follow(tab, ".apres a")
    tab.wait_for_url(lambda url: "/pratiques/" in url and url.split("#")[0] != first)
    tab.wait_for_load_state("networkidle")
    tab.go_back(wait_until="networkidle")
    assert tab.url.startswith(first)


@pytest.mark.parametrize("width", [320, 1280])
def test_a_territory_is_reached_from_the_map_by_keyboard(visit, width):
    tab = visit(width=width).open("carte/")
    follow(tab, ".geo a")
    tab.wait_for_selector(".page-territoire")
    assert re.search(r"/territoires/[^/]+/", tab.url)


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_moves_while_a_page_comes(visit, published, kind, width):
    visitor = visit(width=width)
    visitor.tab.add_init_script(SHIFTS)
    tab = visitor.open(published.sample(kind).address)
    tab.wait_for_load_state("networkidle")
    tab.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert tab.evaluate("window.shifts") == []


def test_text_can_be_twice_as_large_on_a_small_phone(visit, published, kind):
    tab = visit(width=320).open(published.sample(kind).address)
    tab.evaluate("document.documentElement.style.fontSize = '200%'")
    wide = """() => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && e.offsetParent
        && !e.closest('.tableau, .graphique, .geo-tableau, .hors-vue, pre')).map(e => e.outerHTML.slice(0, 120))"""
    assert tab.evaluate(wide) == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320


def test_on_paper_a_practice_has_its_address_date_and_licence_and_no_navigation(visit, published):
    address = "pratiques/guichet-unique-petite-enfance/"
    tab = visit().open(address)
    tab.emulate_media(media="print")
    for navigation in (".entete-outils", ".menu", ".fil", ".sommaire", ".avant-apres", ".pied", ".evitement", ".suite-de-liste"):
        assert not any(part.is_visible() for part in tab.locator(navigation).all()), navigation
    end = tab.locator(".fin-de-fiche").inner_text()
    canonical = tab.get_attribute("link[rel=canonical]", "href")
    assert canonical in end and "Mis à jour le" in end and "Licence Ouverte" in end
    written = tab.evaluate("""() => [...document.querySelectorAll('.prose a')].filter(a => !a.hash || a.pathname !== location.pathname)
        .filter(a => a.checkVisibility()).map(a => getComputedStyle(a, '::after').content)""")
    assert written and all(re.search(r"\(.*https?://", content) for content in written), written


def test_in_forced_colours_frames_keep_an_edge(visit):
    tab = visit().open("pratiques/guichet-unique-petite-enfance/")
    tab.emulate_media(forced_colors="active")
    for part in (".etiquette", ".en-bref", ".encadre", ".avis", ".carte"):
        edge = tab.evaluate("selector => { const s = getComputedStyle(document.querySelector(selector)); return [s.borderLeftStyle, s.borderLeftWidth] }", part)
        assert edge[0] == "solid" and edge[1] != "0px", part
