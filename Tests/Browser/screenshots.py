#!/usr/bin/env python3
"""Pictures of one page of each kind, to be looked at: `make screenshots`, then open .outils/captures/."""

from pathlib import Path
import sys

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT / "Tests"))

from playwright.sync_api import sync_playwright

from Harness.pages import Site
from Harness.server import SiteServer
from Harness.visitor import Visitor, chromium


def main(site: Path, folder: Path, kinds: list[str]):
    published = Site(site.resolve())
    folder.mkdir(parents=True, exist_ok=True)
    with SiteServer(published.folder) as server, sync_playwright() as playwright:
        browser = chromium(playwright)
        for kind in kinds or [kind for kind in published.by_kind if kind != "redirection"]:
            for width in (320, 768, 1280):
                for scheme in ("light", "dark"):
                    visitor = Visitor(browser, server, width=width, scheme=scheme)
                    visitor.open(published.sample(kind).address)
                    name = kind.replace(" ", "-").replace("'", "-")
                    visitor.tab.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
                    visitor.context.close()
        browser.close()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


if __name__ == "__main__":
    main(PROJECT / "site" / "public", PROJECT / ".outils" / "captures", sys.argv[1:])
