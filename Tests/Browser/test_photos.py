"""Photos on pages: they keep their room before they come, fit every screen, and weigh little."""

import re

import pytest

from Harness.photos import photo, shows
from Harness.portal import DATE, PROJECT, portal, run
from Harness.server import SiteServer
from Harness.visitor import Visitor

BASE = PROJECT / "Tests" / "Mistakes" / "_base"
SHIFTS = """window.shifts = 0; new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shifts += entry.value })
    .observe({ type: 'layout-shift', buffered: true })"""
IMAGES = """async () => { const images = [...document.querySelectorAll('main img')];
    for (const image of images) { image.scrollIntoView(); while (!image.complete || !image.naturalWidth) await new Promise(requestAnimationFrame) }
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    return images.map(e => ({ width: e.clientWidth, height: e.clientHeight, ratio: e.naturalWidth / e.naturalHeight })) }"""


@pytest.fixture(scope="module")
def portal_with_photos(pivot, tmp_path_factory):
    folder = tmp_path_factory.mktemp("photos")
    root = portal(folder / "portal", BASE)
    practices, members = root / "content" / "pratiques", root / "content" / "membres"
    photo(practices / "debout.jpg", 1512, 2016, orientation=6, noise=True)
    photo(practices / "large.jpg", 2016, 1512, noise=True)
    photo(members / "alice.jpg", 900, 1200, orientation=8, noise=True)
    shows(root, "content/pratiques/guichet-unique.md", '![Un jardin](debout.jpg "Le jardin au printemps")', "![Une fête](large.jpg)")
    sheet = members / "alice-martin.md"
    text = re.sub(r"champs_publics:.*", "champs_publics: [portrait]\nportrait: alice.jpg", sheet.read_text(encoding="utf-8"))
    sheet.unlink()
    sheet.write_text(text, encoding="utf-8")
    said = run(pivot, "build", root, "--date", DATE, folder=folder)
    assert said.code == 0, said.text
    with SiteServer(root / "site" / "public") as server:
        yield server


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("address, room", [
    ("pratiques/guichet-unique/", {320: [(288, 384), (288, 216)], 1280: [(540, 720), (656, 492)]}),
    ("membres/alice-martin/", {320: [(160, 160)], 1280: [(160, 160)]}),
])
def test_photos_keep_their_room_and_move_nothing(browser, portal_with_photos, measure, address, room, width):
    server = portal_with_photos
    server.answers.clear()
    visitor = Visitor(browser, server, width=width)
    visitor.tab.add_init_script(SHIFTS)
    tab = visitor.open(address)
    images = tab.evaluate(IMAGES)
    assert [(image["width"], image["height"]) for image in images] == room[width]
    if "pratiques" in address:
        assert all(abs(image["width"] / image["height"] - image["ratio"]) < .01 for image in images)
    assert tab.evaluate("window.shifts") == 0
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert visitor.violations() == []
    visitor.context.close()
    assert visitor.faults == []
    photos = [answer for answer in server.answers if answer.is_photo]
    assert len(photos) == len(images) and {answer.type for answer in photos} == {"image/webp"}
    measure(f"photos at {width}, {address}: {sum(answer.size for answer in photos)} bytes in {len(photos)} files")
