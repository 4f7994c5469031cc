"""One page of each kind, as readers meet it: with assistive technology, by keyboard, on a small screen, for the first time."""

import pytest

from Harness.server import SiteServer
from Harness.visitor import Visitor

MOST_BYTES, MOST_REQUESTS = 60_000, 6


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit, published, kind, width, scheme):
    visitor = visit(width=width, scheme=scheme)
    visitor.open(published.sample(kind).address)
    assert visitor.violations() == []


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_nothing_must_be_scrolled_sideways(visit, published, kind, width):
    tab = visit(width=width).open(published.sample(kind).address)
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_text_can_be_twice_as_large(visit, published, kind):
    tab = visit(width=1280).open(published.sample(kind).address)
    tab.evaluate("document.documentElement.style.fontSize = '200%'")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 1280


def test_the_skip_link_works_by_keyboard(visit, published, kind):
    tab = visit().open(published.sample(kind).address)
    tab.keyboard.press("Tab")
    link = tab.evaluate("""() => { const e = document.activeElement, r = e.getBoundingClientRect();
        return { href: e.getAttribute('href'), shown: r.width > 1 && r.height > 1 && r.top >= 0 && r.left >= 0 } }""")
    assert (link["href"] or "").startswith("#") and link["shown"], "the first Tab reaches a skip link that can be seen"
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    inside = "([target]) => !!target && document.activeElement !== document.body && (target.compareDocumentPosition(document.activeElement) & 20) !== 0"
    assert tab.evaluate(inside, [tab.query_selector(link["href"])]), "the next Tab goes on behind the menu"


# How the focused element looks, compared with how the one before it looks now that it has lost the focus. A card may show
# the focus of the link inside it, and a link may show it on what its style sheet draws before or after it.
FOCUSED = """() => {
    const names = ['outlineStyle', 'outlineWidth', 'outlineColor', 'boxShadow', 'borderColor', 'backgroundColor', 'color',
        'textDecorationLine', 'textDecorationThickness'];
    const style = (e, part) => { const s = getComputedStyle(e, part); return names.map(name => s[name]).join() };
    const look = e => { const found = ['::before', '::after'].map(part => style(e, part));
        for (let depth = 0; depth < 4 && e && e !== document.body; depth += 1, e = e.parentElement) found.push(style(e));
        return found.join(';') };
    const e = document.activeElement, previous = window.previousFocus;
    const same = previous && previous.element !== e && look(previous.element) === previous.look ? previous.element.outerHTML : '';
    window.previousFocus = { element: e, look: look(e) };
    // The first of several boxes, where a link goes over two lines.
    const box = e.getClientRects()[0] || new DOMRect();
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20));
    return { nothing: e === document.body, same: same.slice(0, 160), html: e.outerHTML.slice(0, 160),
        hidden: box.width < 1 || box.height < 1 || !(top && (e.contains(top) || top.contains(e))) } }"""


@pytest.mark.parametrize("width", [320, 1280])
def test_focus_is_seen_wherever_tab_goes(visit, published, kind, width):
    tab = visit(width=width).open(published.sample(kind).address)
    reached, faults = 0, []
    for _ in range(40):
        tab.keyboard.press("Tab")
        focus = tab.evaluate(FOCUSED)
        faults += [f"looks the same with and without focus: {focus['same']}"] if focus["same"] else []
        if focus["nothing"]:
            break
        reached += 1
        faults += [f"out of sight: {focus['html']}"] if focus["hidden"] else []
    assert reached >= 3
    assert faults == []


def test_a_first_visit_is_light(browser, published, kind, measure):
    with SiteServer(published.folder) as server:
        visitor = Visitor(browser, server)
        visitor.open(published.sample(kind).address)
        visitor.tab.wait_for_load_state("networkidle")
        visitor.context.close()
        answers = [answer for answer in server.answers if not answer.is_photo]
    size = sum(answer.size for answer in answers)
    measure(f"first visit, {kind}: {size} bytes, {len(answers)} requests")
    assert size <= MOST_BYTES and len(answers) <= MOST_REQUESTS
    assert visitor.faults == []


@pytest.mark.parametrize("site", ["/a/b/"], indirect=True)
def test_pages_work_below_a_path(visit, published):
    visitor = visit()
    for kind in published.by_kind:
        # A host answers with 404.html at any depth, so its links are absolute and good at one place only.
        if kind not in ("404", "redirection"):
            visitor.open(published.sample(kind).address).wait_for_load_state("networkidle")
    assert visitor.site.answers
