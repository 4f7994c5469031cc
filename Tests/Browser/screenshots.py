#!/usr/bin/env python3
"""Pictures of one page of each kind, to be looked at: `make screenshots`, then open .outils/captures/.

`make screenshots ARGS='pratique membre'` makes those of some kinds, `ARGS=moments` those of what readers do."""

from pathlib import Path
import sys

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT / "Tests"))

from playwright.sync_api import Page as Tab, sync_playwright

from Harness.pages import Site
from Harness.server import SiteServer
from Harness.visitor import Visitor, chromium

LARGE_TEXT = "document.documentElement.style.fontSize = '200%'"


def open_menu(tab: Tab):
    tab.click(".bouton-menu")


def open_filters(tab: Tab):
    tab.click("[data-recherche-filtres] summary")
    tab.wait_for_timeout(500)


def type_in_the_box(tab: Tab):
    tab.click(".boite-recherche input")
    tab.keyboard.type("parents")
    tab.wait_for_timeout(1000)


# What readers do: a name, where, and how.
MOMENTS = [
    ("menu ouvert", "", open_menu),
    ("boîte de recherche", "", type_in_the_box),
    ("filtres ouverts", "pratiques/", open_filters),
    ("recherche trouvée", "recherche/?q=petite+enfance", lambda tab: tab.wait_for_timeout(1000)),
    ("recherche mal écrite", "recherche/?q=handicpa", lambda tab: tab.wait_for_timeout(1000)),
    ("recherche vaine", "recherche/?q=xylophone", lambda tab: tab.wait_for_timeout(1000)),
]


class Photographer:
    def __init__(self, browser, server: SiteServer, folder: Path):
        self.browser, self.server, self.folder = browser, server, folder

    def picture(self, name: str, address: str, width: int, scheme: str = "light", manner: str = "", prepare=None):
        visitor = Visitor(self.browser, self.server, width=width, scheme=scheme)
        if manner == "contraste":
            visitor.tab.emulate_media(forced_colors="active")
        visitor.open(address)
        if manner == "texte-200":
            visitor.tab.evaluate(LARGE_TEXT)
        if prepare:
            prepare(visitor.tab)
        visitor.tab.screenshot(path=self.path(f"{name} {width} {manner or scheme}", "png"), full_page=True)
        visitor.context.close()

    def kind(self, kind: str, address: str):
        for width in (320, 768, 1280):
            for scheme in ("light", "dark"):
                self.picture(kind, address, width, scheme)
        self.picture(kind, address, 320, manner="texte-200")
        self.picture(kind, address, 1280, manner="contraste")

    def paper(self, kind: str, address: str):
        visitor = Visitor(self.browser, self.server)
        visitor.open(address).pdf(path=self.path(f"{kind} papier", "pdf"), prefer_css_page_size=True)
        visitor.context.close()

    def moments(self):
        for name, address, prepare in MOMENTS:
            for width in (320, 1280):
                if prepare is not open_menu or width == 320:
                    for scheme in ("light", "dark"):
                        self.picture(name, address, width, scheme, prepare=prepare)

    def path(self, name: str, ending: str) -> Path:
        return self.folder / f"{name.replace(' ', '-').replace(chr(39), '-')}.{ending}"


def main(site: Path, folder: Path, asked: list[str]):
    published = Site(site.resolve())
    folder.mkdir(parents=True, exist_ok=True)
    kinds = [kind for kind in published.by_kind if kind != "redirection"]
    with SiteServer(published.folder) as server, sync_playwright() as playwright:
        browser = chromium(playwright)
        photographer = Photographer(browser, server, folder)
        for kind in [kind for kind in kinds if kind in asked] if asked else kinds:
            photographer.kind(kind, published.sample(kind).address)
            if kind in ("pratique", "territoire", "accueil"):
                photographer.paper(kind, published.sample(kind).address)
        if not asked or "moments" in asked:
            photographer.moments()
        browser.close()
    print(f"{len(list(folder.iterdir()))} pictures in {folder}")


if __name__ == "__main__":
    main(PROJECT / "site" / "public", PROJECT / ".outils" / "captures", sys.argv[1:])
