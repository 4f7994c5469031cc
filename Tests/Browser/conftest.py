"""A real Chromium on the published site. Whatever the console, the network or the content policy complains of fails the test."""

from playwright.sync_api import sync_playwright
import pytest

from Harness.pages import KINDS, OPTIONAL
from Harness.server import SiteServer
from Harness.visitor import Visitor, chromium


def pytest_generate_tests(metafunc):
    """`kind` runs a test on one page of each kind that must exist: a missing kind fails there, it is not skipped."""
    if "kind" in metafunc.fixturenames:
        metafunc.parametrize("kind", [kind for kind, _ in KINDS if kind not in OPTIONAL])


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session", params=["/"])
def site(request, published):
    """The site, served. `@pytest.mark.parametrize("site", ["/a/b/"], indirect=True)` serves it below a path."""
    with SiteServer(published.folder, request.param) as server:
        yield server


@pytest.fixture
def visit(browser, site):
    """`visit(width=320, scheme="dark")` opens a reader's window."""
    visitors = []

    def start(**choices) -> Visitor:
        visitors.append(Visitor(browser, site, **choices))
        return visitors[-1]

    yield start
    faults = [fault for visitor in visitors for fault in visitor.faults]
    for visitor in visitors:
        visitor.context.close()
    assert faults == []
