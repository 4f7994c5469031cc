"""The three lines of themes/README.md that change the colours do so wherever one looks, and stay legible."""

import re

import pytest

from Harness.portal import DATE, run
from Harness.server import SiteServer
from Harness.theme_example import example, with_example
from Harness.visitor import Visitor

PAGES = ["", "pratiques/", "carte/", "thematiques/", "404.html"]


@pytest.fixture(scope="module")
def child(pivot, tmp_path_factory):
    root = with_example(tmp_path_factory.mktemp("child") / "portal", "theme.yaml", "15-couleurs.css", "404.mustache")
    said = run(pivot, "build", "--date", DATE, folder=root)
    assert said.code == 0, said.text
    with SiteServer(root / "site" / "public") as server:
        yield server


def colours(scheme: str) -> dict[str, str]:
    """What the example sets for a display: by the name without its ending."""
    style = example()["themes/couleurs/styles/15-couleurs.css"]
    return dict(re.findall(rf"--([a-z-]+)-{scheme}: (#[0-9a-f]{{6}})", style))


@pytest.mark.parametrize("scheme, name", [("light", "clair"), ("dark", "sombre")])
def test_the_colours_are_those_of_the_three_lines(browser, child, scheme, name):
    visitor = Visitor(browser, child, scheme=scheme)
    tab = visitor.open("pratiques/")
    expected = colours(name)
    assert set(expected) == {"accent", "accent-fort", "accent-pale"}
    # A colour that the page makes of a property, as the browser computes it.
    computed = tab.evaluate("""names => names.map(name => { const e = document.body.appendChild(document.createElement('i'));
        e.style.color = `var(--${name})`; const color = getComputedStyle(e).color; e.remove(); return color })""", list(expected))
    as_rgb = [f"rgb({int(c[1:3], 16)}, {int(c[3:5], 16)}, {int(c[5:7], 16)})" for c in expected.values()]
    assert computed == as_rgb
    links = set(tab.evaluate("[...document.querySelectorAll('main a, .pied a')].map(e => getComputedStyle(e).color)"))
    assert links & set(as_rgb), f"no link has the new colours: {links}"
    visitor.context.close()
    assert visitor.faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", PAGES)
def test_the_example_is_as_accessible_as_the_theme(browser, child, page, scheme):
    visitor = Visitor(browser, child, scheme=scheme)
    visitor.open(page)
    violations = visitor.violations()
    visitor.context.close()
    assert violations == []
    assert visitor.faults == []
