"""A reader's window in a real Chromium, which remembers whatever went wrong in it."""

import os
from pathlib import Path
import shutil
from urllib.parse import urlsplit

import axe_playwright_python
from playwright.sync_api import Browser, Page as Tab, Playwright

from Harness.server import SiteServer

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def chromium(playwright: Playwright) -> Browser:
    """The system's own Chromium, or the one that the variable CHROMIUM names."""
    command = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
    assert command, "Chromium is missing: `make tools` installs it, or name it in CHROMIUM"
    # A container's root has no user namespace to build a sandbox from.
    return playwright.chromium.launch(executable_path=command, args=["--no-sandbox"] if os.geteuid() == 0 else [])


class Visitor:
    """One reader's window. Leaving it checks that nothing went wrong meanwhile."""

    def __init__(self, browser: Browser, site: SiteServer, width: int = 1280, scheme: str = "light"):
        self.site = site
        self.faults: list[str] = []
        self.expected: list[str] = []
        self.context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce",
                                           locale="fr-FR", timezone_id="Europe/Paris")
        self.tab: Tab = self.context.new_page()
        self.tab.on("console", self.check_message)
        self.tab.on("pageerror", lambda error: self.complain(f"script: {error}"))
        self.tab.on("requestfailed", self.fail)
        self.tab.on("request", self.check_origin)
        self.tab.on("response", lambda answer: self.complain(f"{answer.status}: {answer.url}") if answer.status >= 400 else None)

    def fail(self, request):
        # The icon comes last: Chromium gives it up when a page is left before that.
        if request.failure != "net::ERR_ABORTED" or "/favicon." not in request.url:
            self.complain(f"request failed: {request.url} ({request.failure})")

    def complain(self, fault: str):
        if not any(part in fault for part in self.expected):
            self.faults.append(fault)

    def expect(self, *parts: str):
        """Faults that contain one of these are part of the scenario."""
        self.expected += parts

    def check_message(self, message):
        if message.type == "error":
            # Of a missing icon, only the console knows.
            self.complain(f"console: {message.text} ({message.location.get('url', '')})")

    def check_origin(self, request):
        url = urlsplit(request.url)
        if url.scheme not in ("data", "blob") and f"{url.scheme}://{url.netloc}" != self.site.origin:
            self.complain(f"leaves the origin: {request.url}")

    def open(self, address: str) -> Tab:
        if address == "404.html":
            self.expect("404")
            address = "une/adresse/qui/n-existe-pas/"
        self.tab.goto(self.site.url + address, wait_until="load")
        return self.tab

    def violations(self) -> list[str]:
        """What axe-core finds on the page as it stands now."""
        # Through the debugger, because the content policy refuses a script that a page would add.
        if not self.tab.evaluate("typeof axe === 'object'"):
            self.tab.evaluate(AXE + "; undefined")
        result = self.tab.evaluate("rules => axe.run(document, { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] })", RULES)
        return [f"{found['id']} ({found['impact']}): {node['html'][:160]} — {node['failureSummary'][:300]}"
                for found in result["violations"] for node in found["nodes"]]
