"""Options and fixtures that every test of the finished site or of the command may use."""

from pathlib import Path

import pytest

from Harness.pages import Site

PROJECT = Path(__file__).resolve().parents[1]


def pytest_addoption(parser):
    group = parser.getgroup("pivot")
    group.addoption("--site", type=Path, default=PROJECT / "site" / "public", help="the published folder to test")
    group.addoption("--pivot", type=Path, default=PROJECT / ".build" / "release" / "pivot", help="the command to test")
    group.addoption("--record", action="store_true", help="write what the command says now into the expected files, and fail")
    group.addoption("--dossiers", action="store_true", help="opened from disk, let a link to a folder count as its index.html")


@pytest.fixture(scope="session")
def published(request) -> Site:
    return Site(request.config.getoption("--site").resolve())


@pytest.fixture(scope="session")
def pivot(request) -> Path:
    path = request.config.getoption("--pivot").resolve()
    if not path.is_file():
        pytest.fail(f"{path}: no command there. `make build` builds it.")
    return path


def pytest_configure(config):
    config.measures = []


@pytest.fixture
def measure(request):
    """Keeps a line to be printed after the tests: figures belong in the log, not only in a comparison."""
    return request.config.measures.append


def pytest_terminal_summary(terminalreporter, config):
    if config.measures:
        terminalreporter.section("measures")
        for line in config.measures:
            terminalreporter.write_line(line)
