"""No link is broken: served at the root, served below a path, and opened from disk."""

import csv
import io
import os
from pathlib import Path
import shutil
import subprocess
from urllib.parse import unquote, urlsplit

import pytest

from Harness.pages import Page, Site
from Harness.server import SiteServer

SETTINGS = """[checking]
maxrequestspersecond=10000
threads=4
robotstxt=0
[AnchorCheck]
"""


def crawl(url: str, scratch: Path) -> list[dict[str, str]]:
    """Every link that linkchecker followed, with what it thinks of it. Anchors count."""
    command = shutil.which("linkchecker")
    assert command, "linkchecker is missing: `make tools` installs it"
    settings = scratch / "linkcheckerrc"
    settings.write_text(SETTINGS)
    scratch.chmod(0o755)
    run = subprocess.run([command, "--config", settings, "--no-status", "--verbose", "--output", "csv/utf-8", url],
                         capture_output=True, env=os.environ | {"PYTHONWARNINGS": "ignore"})
    lines = [line for line in run.stdout.decode("utf-8").splitlines() if not line.startswith("# ")]
    links = list(csv.DictReader(io.StringIO("\n".join(lines)), delimiter=";"))
    assert links, f"linkchecker did not answer: {run.stderr.decode()[-2000:]}"
    return links


def broken(links: list[dict[str, str]]) -> list[str]:
    return sorted({f"{link['parentname']} -> {link['urlname']}: {link['warningstring'] or link['result']}" for link in links
                   if link["valid"] != "True" or link["warningstring"]})


@pytest.mark.parametrize("prefix", ["/", "/a/b/"])
def test_every_link_works_and_every_page_is_reached(published, tmp_path, prefix, measure):
    with SiteServer(published.folder, prefix) as server:
        links = crawl(server.url, tmp_path)
    assert broken(links) == []
    reached = {unquote(urlsplit(link["url"]).path).removeprefix(prefix).removesuffix("index.html")
               for link in links if link["url"].startswith(server.url)}
    measure(f"linkchecker at {prefix}: {len(links)} links, {len(reached)} addresses")
    pages = {page.address for page in published.pages if not page.is_redirect and page.path != "404.html"}
    assert sorted(pages - reached) == [], "no link leads to these pages"


def test_the_crawler_sees_missing_pages_images_and_anchors(tmp_path):
    site = tmp_path / "site"
    (site / "léa").mkdir(parents=True)
    (site / "index.html").write_text(
        "<!doctype html><title>a</title><a href='l%C3%A9a/'>a</a><a href='l%C3%A9a/#d%C3%A9but'>b</a><a href='l%C3%A9a/#fin'>c</a>"
        "<a href='rien/'>d</a><img src='rien.png'><a href='#ici'>e</a><p id='la'>", encoding="utf-8")
    (site / "léa" / "index.html").write_text("<!doctype html><title>b</title><h1 id='début'>b</h1>", encoding="utf-8")
    with SiteServer(site) as server:
        found = [fault.split(" -> ")[1].split(":")[0] for fault in broken(crawl(server.url, tmp_path))]
    assert found == ["#ici", "l%C3%A9a/#fin", "rien.png", "rien/"]


def faults_on_disk(page: Page, site: Site, pages: dict[str, Page], folders_count: bool) -> list[str]:
    """Links that lead nowhere when the file is opened from disk: only files are found there, no folder's index."""
    faults = []
    for line, link in page.reader.links + ([(0, page.reader.refresh)] if page.is_redirect else []):
        url = urlsplit(link)
        if url.scheme or url.netloc:
            continue
        if url.path.startswith("/"):
            faults.append(f"{page.path}:{line}: {link}: not relative")
            continue
        target = page.file if not url.path else Path(os.path.normpath(page.file.parent / unquote(url.path)))
        if folders_count and target.is_dir():
            target /= "index.html"
        if not target.is_relative_to(site.folder) or not target.is_file():
            faults.append(f"{page.path}:{line}: {link}: no such file")
        elif url.fragment and target.suffix == ".html":
            there = pages[target.relative_to(site.folder).as_posix()]
            if unquote(url.fragment) not in there.reader.ids:
                faults.append(f"{page.path}:{line}: {link}: no such anchor")
    return faults


def test_every_link_works_from_disk(published, request):
    folders_count = request.config.getoption("--dossiers")
    pages = {page.path: page for page in published.pages}
    faults = [fault for page in published.pages if page.path != "404.html" for fault in faults_on_disk(page, published, pages, folders_count)]
    assert faults == []


def test_the_disk_check_sees_folders_anchors_and_absolute_paths(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text("<a href='a/'></a><a href='a/index.html#x'></a><a href='/a/index.html'></a><a href='../x.html'></a>")
    (tmp_path / "a" / "index.html").write_text("<p id=y></p><a href='../index.html'></a>")
    site = Site(tmp_path)
    pages = {page.path: page for page in site.pages}
    assert len(faults_on_disk(pages["index.html"], site, pages, False)) == 4
    assert len(faults_on_disk(pages["index.html"], site, pages, True)) == 3
    assert faults_on_disk(pages["a/index.html"], site, pages, False) == []
