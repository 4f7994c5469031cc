"""Maps as readers meet them: by keyboard, with assistive technology, on a small screen, over a slow line."""

import gzip
import math
import re

import pytest

MOST_COMPRESSED = 30_000
SVG = re.compile(r'<svg class="geo .*?</svg>', re.DOTALL)
PAGES = ["", "carte/", "territoires/"]


def map_pages(published):
    return [page for page in published.pages if 'class="geo geo-' in page.file.read_text(encoding="utf-8")]


def test_maps_stand_where_they_are_expected(published):
    kinds = {page.kind for page in map_pages(published)}
    assert {"accueil", "carte", "liste des territoires", "territoire", "département", "région"} <= kinds
    assert {page.path for page in published.by_kind["territoire"]} <= {page.path for page in map_pages(published)}


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("width", [320, 1280])
def test_every_territory_is_reached_by_tab_with_its_name(visit, published, address, width):
    tab = visit(width=width).open(address)
    names = {name for name in tab.eval_on_selector_all(".geo-legende a", "links => links.map(a => a.textContent)")}
    assert len(names) >= 11
    reached = []
    tab.evaluate("document.querySelector('.geo-france').closest('section').querySelector('h2').setAttribute('tabindex', '-1')")
    tab.evaluate("document.querySelector('.geo-france').closest('section').querySelector('h2').focus()")
    for _ in range(len(names)):
        tab.keyboard.press("Tab")
        reached.append(tab.evaluate("""() => { const e = document.activeElement, target = e.querySelector('.geo-cible');
            return { name: e.getAttribute('aria-label'), inside: !!e.closest('svg.geo-france'),
                width: target ? target.getBoundingClientRect().width : 0,
                ring: target ? getComputedStyle(target).stroke : 'none' } }"""))
    assert all(focus["inside"] and focus["ring"] != "none" for focus in reached)
    assert {focus["name"].split(",")[0] for focus in reached} == names
    # WCAG 2.2, 2.5.8: what a finger must hit is at least 24 CSS pixels wide.
    assert min(focus["width"] for focus in reached) >= 24


def test_pins_do_not_cover_each_other(visit, published):
    tab = visit(width=320).open("carte/")
    boxes = tab.eval_on_selector_all(".geo-france .geo-pastille", "pins => pins.map(p => { const r = p.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom] })")
    inside = tab.evaluate("(() => { const r = document.querySelector('.geo-france').getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom] })()")
    assert len(boxes) >= 11
    for number, (left, top, right, bottom) in enumerate(boxes):
        assert left >= inside[0] and top >= inside[1] and right <= inside[2] and bottom <= inside[3]
        for other in boxes[number + 1:]:
            # Their targets are circles 24 CSS pixels wide or more.
            apart = math.hypot((left + right - other[0] - other[2]) / 2, (top + bottom - other[1] - other[3]) / 2)
            assert apart >= 24


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page_with_a_map(visit, published, width, scheme):
    visitor = visit(width=width, scheme=scheme)
    found = {}
    for page in map_pages(published):
        visitor.open(page.address)
        found |= {page.path: faults for faults in [visitor.violations()] if faults}
    assert found == {}


def test_a_map_announces_its_name_and_what_it_shows(visit, published):
    for page in map_pages(published):
        text = page.file.read_text(encoding="utf-8")
        for svg in SVG.findall(text):
            label, description = (re.search(rf'{name}="([^"]+)"', svg)[1] for name in ["aria-labelledby", "aria-describedby"])
            assert re.search(rf'<title id="{label}">[^<]+</title><desc id="{description}">[^<]+</desc>', svg), page.path
            assert page.reader.ids.count(label) == 1 and page.reader.ids.count(description) == 1


def test_maps_add_little_to_a_page(published, measure):
    heaviest = {}
    for page in map_pages(published):
        text = page.file.read_text(encoding="utf-8")
        added = len(gzip.compress(text.encode(), 6)) - len(gzip.compress(SVG.sub("", text).encode(), 6))
        heaviest[page.kind] = max(heaviest.get(page.kind, (0, "")), (added, page.path))
        assert added <= MOST_COMPRESSED, page.path
    for kind, (added, path) in sorted(heaviest.items()):
        measure(f"maps, {kind}: {added} bytes compressed ({path})")


def test_maps_follow_the_colours_of_the_page(visit, published):
    colours = "(() => { const s = getComputedStyle(document.querySelector('.geo-france .geo-terre')); return s.fill + s.stroke })()"
    light, dark = (visit(width=1280, scheme=scheme).open("carte/").evaluate(colours) for scheme in ["light", "dark"])
    assert light != dark
