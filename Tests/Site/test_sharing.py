"""What pages say of themselves to search engines and social networks: JSON-LD, Open Graph, icons."""

import json
import re
import struct
from urllib.parse import unquote

import pytest

from Harness.pages import KINDS, OPTIONAL

# The kinds of pages that are about something, and what schema.org calls it.
SUBJECTS = {"accueil": ["Organization", "WebSite"], "pratique": ["Article"], "rencontre": ["Event"], "actualité": ["NewsArticle"],
            "membre": ["Person"]}
# As ISO 8601 writes what is known of a date.
DATE = r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d)?)?)?"


def base(published) -> str:
    return next(page.reader.canonical for page in published.pages if page.path == "index.html")


def graph(page) -> list[dict]:
    """The things that a page describes; nothing when it describes none."""
    assert len(page.reader.data) <= 1, page.path
    if not page.reader.data:
        return []
    data = json.loads(page.reader.data[0])
    assert set(data) == {"@context", "@graph"} and data["@context"] == "https://schema.org", page.path
    return data["@graph"]


def things(value):
    """Every thing in a graph, however deep."""
    for part in value if isinstance(value, list) else [value]:
        if isinstance(part, dict):
            yield part
            for inner in part.values():
                yield from things(inner)


def pages_to_be_found(published):
    return [page for page in published.pages if page.is_indexable]


@pytest.mark.parametrize("kind", [kind for kind, _ in KINDS if kind not in OPTIONAL])
def test_every_kind_of_page_says_what_it_is_about(published, kind):
    assert published.by_kind[kind]
    for page in published.by_kind[kind]:
        types = [thing["@type"] for thing in graph(page)]
        if not page.is_indexable:
            assert types == [], page.path
        else:
            trail = [] if kind == "accueil" else ["BreadcrumbList"]
            assert types == SUBJECTS.get(kind, []) + trail, page.path


def test_trails_lead_from_the_home_page_to_the_page(published):
    start, pages = base(published), {page.address for page in published.pages}
    for page in pages_to_be_found(published):
        for trail in (thing for thing in graph(page) if thing["@type"] == "BreadcrumbList"):
            steps = trail["itemListElement"]
            assert [step["position"] for step in steps] == list(range(1, len(steps) + 1)), page.path
            assert steps[0]["item"] == start and steps[-1]["item"] == page.reader.canonical, page.path
            assert all(step["name"] and unquote(step["item"]).removeprefix(start) in pages for step in steps), page.path


def test_addresses_and_dates_are_whole(published):
    start = base(published)
    for page in pages_to_be_found(published):
        for thing in things(graph(page)):
            assert all(value for value in thing.values()), f"{page.path}: an empty property in {thing}"
            for key in ("url", "item", "logo", "image"):
                assert thing.get(key, start).startswith(start), f"{page.path}: {thing}"
            for key in ("startDate", "endDate", "datePublished", "dateModified"):
                assert re.fullmatch(DATE, thing.get(key, "2026")), f"{page.path}: {thing}"
            if thing["@type"] == "Event":
                assert "startDate" in thing and thing["organizer"]["@type"] == "Organization", page.path
            if thing["@type"] in ("Article", "NewsArticle"):
                assert thing["headline"] and thing["author"] and thing["publisher"], page.path


def test_nothing_in_a_data_block_could_leave_it(published):
    for page in published.pages:
        for data in page.reader.data:
            assert not re.search("[<>&\u2028\u2029]", data), page.path


def test_only_the_person_on_their_own_page_is_described(published):
    """Authors are named by their profile; whoever has no full profile is not to be found, and stands in no graph."""
    hidden = {page.reader.title.split(" — ")[0] for page in published.by_kind["membre"] if not page.is_indexable}
    described = {page.reader.canonical for page in published.by_kind["membre"] if page.is_indexable}
    for page in published.pages:
        for thing in things(graph(page)):
            if thing["@type"] == "Person":
                assert thing["url"] in described, page.path
                assert set(thing) <= {"@type", "name", "url"} or thing["url"] == page.reader.canonical, page.path
            assert thing.get("name") not in hidden, page.path


def test_every_page_can_be_shared(published):
    start = base(published)
    for page in published.pages:
        if page.is_redirect or page.path == "404.html":
            continue
        says = page.reader.says
        for name in ["og:title", "og:type", "og:url", "og:site_name", "og:locale", "og:image", "og:image:type", "og:image:width",
                     "og:image:height", "og:image:alt", "twitter:card"]:
            assert len(says.get(name, [])) == 1 and says[name][0], f"{page.path}: {name}"
        assert says.get("og:description") == says.get("description"), page.path
        assert says["og:url"] == [page.reader.canonical], page.path
        assert says["og:type"][0] in ("website", "article") and re.fullmatch("[a-z]{2}_[A-Z]{2}", says["og:locale"][0])
        assert says["og:image"][0].startswith(start + "assets/"), page.path


def test_the_shared_picture_is_what_pages_say_and_light(published):
    home = next(page for page in published.pages if page.path == "index.html")
    says = home.reader.says
    picture = (published.folder / says["og:image"][0].removeprefix(base(published))).read_bytes()
    assert picture.startswith(b"\x89PNG\r\n\x1a\n") and len(picture) < 40_000
    size = struct.unpack(">II", picture[16:24])
    assert size == (1200, 630) == (int(says["og:image:width"][0]), int(says["og:image:height"][0]))


def test_every_page_has_its_icons(published):
    for page in published.pages:
        icons = page.reader.icons
        assert "icon image/svg+xml" in icons, page.path
        if page.is_redirect:
            continue
        assert icons["icon image/png"] == icons["apple-touch-icon"], page.path
    home = next(page for page in published.pages if page.path == "index.html")
    drawing = (published.folder / home.reader.icons["icon image/svg+xml"]).read_text(encoding="utf-8")
    assert "prefers-color-scheme:dark" in drawing
    icon = (published.folder / home.reader.icons["apple-touch-icon"]).read_bytes()
    assert struct.unpack(">II", icon[16:24]) == (180, 180) and len(icon) < 5_000
