"""The harness itself: it complains of what it is there to complain of."""

import pytest

from Harness.server import SiteServer

BODY = "<!doctype html><html lang=fr><meta charset=utf-8><title>Essai</title><link rel=icon href=s.css><main><h1>Essai</h1>{}</main>"


@pytest.fixture
def site(tmp_path):
    (tmp_path / "s.css").touch()
    with SiteServer(tmp_path) as server:
        server.put = lambda html: (tmp_path / "index.html").write_text(BODY.format(html), encoding="utf-8")
        yield server


def faults_of(visitor) -> str:
    """Takes the faults, so that the test goes on."""
    found, visitor.faults = " ".join(visitor.faults), []
    return found


@pytest.mark.parametrize("html, words", [
    ("<img src=rien.png alt=''>", "404"),
    ("<p style='color: red'>Rouge</p>", "Content Security Policy"),
    ("<script>alert()</script>", "Content Security Policy"),
    ("<img src='http://127.0.0.1:9/x.png' alt=''>", "leaves the origin"),
])
def test_what_goes_wrong_is_a_fault(visit, site, html, words):
    site.put(html)
    visitor = visit()
    visitor.open("")
    assert words in faults_of(visitor)


@pytest.mark.parametrize("html, rule", [
    ("<img src=data:,>", "image-alt"),
    ("<h4>Trop bas</h4>", "heading-order"),
    ("<button class=x></button><button class=x></button>", "button-name"),
    ("<a href=# id=a>a</a><a href=# id=b>b</a>", "target-size"),
])
def test_axe_sees_violations_of_every_level(visit, site, html, rule):
    (site.folder / "s.css").write_text("#a, #b { display: inline-block; width: 8px; height: 8px; overflow: hidden; font-size: 6px }")
    site.put(f"<link rel=stylesheet href=s.css>{html}")
    visitor = visit()
    visitor.open("")
    faults_of(visitor)
    assert any(found.startswith(rule) for found in visitor.violations())


def test_a_sound_page_is_left_alone(visit, site):
    site.put("<p>Tout va <a href=''>bien</a>.</p>")
    visitor = visit()
    visitor.open("")
    assert visitor.violations() == [] and visitor.faults == []
