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


FOCUSED = """() => {
    const look = e => { const s = getComputedStyle(e);
        return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.borderColor, s.backgroundColor, s.textDecorationLine,
            s.textDecorationThickness, s.color].join() };
    const e = document.activeElement, r = e.getBoundingClientRect(), previous = window.previousFocus;
    const same = previous && previous.element !== e && look(previous.element) === previous.look ? previous.element.outerHTML.slice(0, 160) : '';
    window.previousFocus = { element: e, look: look(e) };
    const middle = [r.left + r.width / 2, r.top + Math.min(r.height / 2, 20)];
    const top = document.elementFromPoint(...middle);
    return { body: e === document.body, same, html: e.outerHTML.slice(0, 160), name: e.tagName,
        hidden: r.width < 1 || r.height < 1 || !(top && (e.contains(top) || top.contains(e))) } }"""


@pytest.mark.parametrize("width", [320, 1280])
def test_focus_is_seen_wherever_tab_goes(visit, published, kind, width):
    tab = visit(width=width).open(published.sample(kind).address)
    reached, faults = 0, []
    for _ in range(40):
        tab.keyboard.press("Tab")
        focus = tab.evaluate(FOCUSED)
        faults += [f"looks the same with and without focus: {focus['same']}"] if focus["same"] else []
        if focus["body"]:
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
