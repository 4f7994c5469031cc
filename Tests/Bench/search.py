#!/usr/bin/env python3
"""What a search costs a reader and finds, beside Pagefind's on the same pages and beside what it may cost at most.

    search.py                         generates portals of 4,000 and of 10,000 sheets, builds and measures them
    search.py --portal FOLDER         builds and measures a portal of one's own
    search.py --site FOLDER           measures a published folder

Sizes are those of files compressed by gzip, as servers send them. Bytes of queries are means; a query's own bytes are those of
its words and of the code that it needs first, results come with their records. Questions are drawn from the pages; a generated
portal, whose sheets repeat one another, tells little by them but which search finds more.
"""

import argparse
from dataclasses import dataclass
from functools import cache
import gzip
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
import json
import os
from pathlib import Path
import re
import shutil
import subprocess
import sys
import tempfile
from threading import Thread
import time
from urllib.parse import unquote, urlsplit

from playwright.sync_api import sync_playwright

import known_items

PROJECT = Path(__file__).resolve().parents[2]
RELEASE = PROJECT / ".build" / "release"
TYPES = {".js": "text/javascript", ".html": "text/html; charset=utf-8", ".css": "text/css", ".svg": "image/svg+xml",
         ".json": "application/json", ".wasm": "application/wasm"}
GENERATED = {"A": ["--members", "3500", "--practices", "350"], "B": ["--members", "4200", "--practices", "5500"]}

# For each measure, what it may be at most on a portal like A (4,000 short sheets) and like B (10,000 long ones).
AT_MOST = {
    "kB before the first key": (8, 8), "kB before it, search page": (8, 8),
    "kB of a first query, 1 word": (7, 7), "kB of a first query, 3 words": (20, 20),
    "kB to 10 results, 1 word": (21, 22), "kB to 10 results, 3 words": (34, 36), "index, MB": (0.90, 3.4), "files": (700, 1800),
    "warm search, p95, ms": (4, 6), "building the index, s": (0.5, 2.5), "memory of the build, MB": (280, 280),
}
# And for each kind of question, what its mean reciprocal rank must be at least.
AT_LEAST = {"exact title": .998, "without accents": .998, "person's name": .998, "last word cut": .985, "one typo": .95,
            "words of the summary": .99, "words of the body": .90, "elision": .95}

OPEN_OURS = """async ([client, root]) => {
    const { createSearch } = await import(client);
    const read = async (name) => JSON.parse((await (await fetch(`${root}recherche/${name}.js`)).text()).slice('pivot('.length, -1));
    window.searcher = await createSearch(read);
}"""
OPEN_PAGEFIND = "async ([client]) => { window.searcher = await import(client); await searcher.init(); }"
SEARCH = "async (query) => { window.found = await searcher.search(query); }"
ADDRESSES_OURS = "async () => found.results.map((result) => result.address)"
ADDRESSES_PAGEFIND = """async () => (await Promise.all(found.results.slice(0, 10).map((result) => result.data())))
    .map((data) => data.url.replace(/^[/](pagefind[/])?/, ''))"""
# Every query is asked once before, so that what it reads is there. A slow search is timed for a minute only.
LATENCY = """async (queries) => {
    for (const query of queries) await searcher.search(query);
    const times = [];
    const end = performance.now() + 60000;
    for (let round = 0; round < 3; round++) {
        for (const query of queries) {
            const start = performance.now();
            if (round && start > end) break;
            await searcher.search(query);
            times.push(performance.now() - start);
        }
    }
    return times.sort((a, b) => a - b);
}"""


START = time.monotonic()


def tell(text: str):
    """Says what is being done, and since when, where it does not mix with the figures."""
    print(f"{time.monotonic() - START:5.0f} s  {text}", file=sys.stderr, flush=True)


@cache
def packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 9, mtime=0)


class Server:
    """Serves two folders, compressed, and counts what it sends."""

    def __init__(self, folders: dict[str, Path]):
        self.sent: list[tuple[str, int]] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                path = unquote(urlsplit(self.path).path).lstrip("/")
                name, _, rest = path.partition("/")
                file = folders[name] / rest if name in folders else None
                file = file / "index.html" if file and file.is_dir() else file
                known = file if file and file.is_file() else None
                body = packed(known) if known else gzip.compress(b"<!doctype html><link rel=icon href=data:,>")
                self.send_response(200)
                self.send_header("Content-Type", TYPES.get(known.suffix if known else ".html", "application/octet-stream"))
                self.send_header("Content-Encoding", "gzip")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
                server.sent.append((path, len(body)))

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}/"

    def take(self, pattern: str = "") -> int:
        """The size of what was sent since the last call, of paths that have a pattern."""
        size = sum(size for path, size in self.sent if re.search(pattern, path))
        self.sent.clear()
        return size


@dataclass
class Contender:
    """A search in a browser: how it is opened and asked, and which files hold what is shown of results."""
    name: str
    client: list[str]
    open: str
    addresses: str
    records: str

    def tab(self, browser, server: Server):
        tab = browser.new_context().new_page()
        tab.goto(server.url)
        server.take()
        tab.evaluate(self.open, self.client)
        return tab

    def bytes(self, browser, server: Server, queries: list[str], words: int) -> dict[str, float]:
        """Of first queries, each in a browser that has nothing yet."""
        sizes = []
        for query in queries:
            tab = self.tab(browser, server)
            before = server.take()
            tab.evaluate(SEARCH, query)
            tab.evaluate(self.addresses)
            shown = sum(size for path, size in server.sent if re.search(self.records, path))
            sizes.append((before, server.take() - shown, shown))
            tab.context.close()
        before, search, shown = (sum(size) / len(sizes) / 1000 for size in zip(*sizes))
        label = "1 word" if words == 1 else f"{words} words"
        return {"kB before the first key": before, f"kB of a first query, {label}": search,
                f"kB to 10 results, {label}": before + search + shown}

    def answers(self, browser, server: Server, questions: list[known_items.Question]) -> dict[str, float]:
        """The mean reciprocal rank of each kind of question."""
        tab, marks = self.tab(browser, server), {}
        for question in questions:
            tab.evaluate(SEARCH, question.text)
            found = tab.evaluate(self.addresses)
            marks.setdefault(question.kind, []).append(1 / (found.index(question.address) + 1) if question.address in found else 0)
        tab.context.close()
        return {kind: sum(list_) / len(list_) for kind, list_ in marks.items()}

    def latency(self, browser, server: Server, queries: list[str]) -> float:
        tab = self.tab(browser, server)
        times = tab.evaluate(LATENCY, queries)
        tab.context.close()
        return times[int(len(times) * 0.95)]


def before_the_first_key(browser, server: Server, page: str) -> float:
    """What a page with a search box loads for it once a reader goes there, in kB: the scripts and the manifest."""
    tab = browser.new_context().new_page()
    tab.goto(f"{server.url}site/{page}")
    with tab.expect_response("**/recherche/index.js"):
        tab.locator("[data-recherche] input[type=search]").first.focus()
    # What would be loaded after the manifest counts too.
    tab.wait_for_timeout(500)
    size = server.take(r"^site/recherche/.*\.js$")
    tab.context.close()
    return size / 1000


def built(portal: Path) -> Path:
    """A portal's published folder, built now."""
    tell("building the portal")
    subprocess.run([RELEASE / "pivot", "build", portal], check=True, stdout=subprocess.DEVNULL)
    return portal / "site" / "public"


def generated(folder: Path, size: str) -> Path:
    tell(f"generating the portal {size}")
    command = [sys.executable, PROJECT / "Tests" / "Bench" / "generate.py", folder, *GENERATED[size]]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return folder


def indexed(pages: list[known_items.Page], folder: Path) -> dict[str, float]:
    """What building an index of the pages' words takes: seconds, and MB besides the words."""
    lines = "".join(json.dumps({"address": page.address, "kind": {"id": "page", "label": "Page"}, "title": page.title,
                                "summary": page.summary, "body": page.body}) + "\n" for page in pages)
    said = subprocess.run([RELEASE / "search-lab", folder], input=lines, check=True, capture_output=True, text=True).stdout
    seconds, before, most = re.search(r"([\d.e-]+) seconds, (\d+) MB before, (\d+) MB at most", said).groups()
    return {"building the index, s": float(seconds), "memory of the build, MB": float(most) - float(before)}


def pagefind(site: Path, folder: Path) -> tuple[float, float]:
    """Pagefind's index of the same pages: seconds, and MB at most."""
    command = [sys.executable, "-m", "pagefind", "--site", site, "--output-path", folder, "--force-language", "fr", "--root-selector", "main"]
    start = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise SystemExit("pagefind failed")
    peak = max(usage.ru_maxrss, 0) / 1024
    return time.monotonic() - start, peak


def weight(files: list[Path]) -> dict[str, float]:
    return {"index, MB": sum(len(packed(file)) for file in files) / 1e6, "files": len(files)}


def measured(site: Path, options, scratch: Path) -> list[dict[str, float]]:
    pages = known_items.pages(site)
    questions = known_items.draw(pages, options.seed, options.questions)
    sources = known_items.draw(pages, options.seed + 1, options.queries)
    queries = {count: [" ".join(known_items.content(one.text)[:count]) for one in sources
                       if one.kind == "exact title" and len(known_items.content(one.text)) >= count] for count in (1, 3)}
    tell(f"{len(pages)} sheets, {sum(len(page.body.split()) for page in pages)} words: Pagefind's index")
    theirs_seconds, theirs_memory = pagefind(site, scratch / "pagefind")
    ours_files = [file for file in (site / "recherche").rglob("*.js") if not file.name.startswith("recherche")]
    theirs_files = [file for file in (scratch / "pagefind").rglob("*")
                    if file.is_file() and not re.search("ui|highlight|component", file.name)]
    server = Server({"site": site, "pagefind": scratch / "pagefind"})
    core = next(site.glob("recherche/*/recherche-coeur.js")).relative_to(site).as_posix()
    contenders = [
        Contender("Pivot", [f"/site/{core}", "/site/"], OPEN_OURS, ADDRESSES_OURS, r"/r\d+\.js$"),
        Contender("Pagefind", ["/pagefind/pagefind.js"], OPEN_PAGEFIND, ADDRESSES_PAGEFIND, r"/fragment/"),
    ]
    figures: list[dict[str, float]] = [weight(ours_files), weight(theirs_files)]
    figures[0]["files"] += len(list((site / "recherche").rglob("recherche*.js")))
    command = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=command, args=["--no-sandbox"] if os.geteuid() == 0 else [])
        sheet = next(page.address for page in pages if page.address.startswith("pratiques/"))
        box, page = (before_the_first_key(browser, server, address) for address in (sheet, "recherche/"))
        for contender, found in zip(contenders, figures):
            tell(f"{contender.name}: {sum(map(len, queries.values()))} queries, {len(questions)} questions")
            for count, texts in queries.items():
                found |= contender.bytes(browser, server, texts, count)
            found["warm search, p95, ms"] = contender.latency(browser, server, sum(queries.values(), []))
            found |= contender.answers(browser, server, questions)
        browser.close()
    # The box's own scripts count too.
    for label in figures[0]:
        if label.startswith("kB to"):
            figures[0][label] += box - figures[0]["kB before the first key"]
    figures[0]["kB before the first key"] = box
    figures[0]["kB before it, search page"] = page
    figures[1]["kB before it, search page"] = figures[1]["kB before the first key"]
    tell("the index alone: time and memory")
    figures[0] |= indexed(pages, scratch / "lab")
    figures[1] |= {"building the index, s": theirs_seconds, "memory of the build, MB": theirs_memory}
    print(f"{len(pages)} sheets, {sum(len(page.body.split()) for page in pages)} words; {len(questions)} questions")
    return figures


def report(ours: dict[str, float], theirs: dict[str, float], size: str, is_generated: bool):
    print(f"{'':32}{'Pagefind':>10}{'Pivot':>10}{'asked':>10}{'ratio':>8}")
    for name, limits in AT_MOST.items():
        if name in ours:
            limit = limits[0 if size == "A" else 1]
            print(f"{name:32}{theirs[name]:10,.2f}{ours[name]:10,.2f}{f'≤ {limit:g}':>10}{theirs[name] / ours[name]:8.1f}"
                  f"{'' if ours[name] <= limit else '   missed'}")
    if is_generated:
        print("The limits are for real prose. Generated sheets repeat their words: each is found in more of them, and takes more bytes.")
    print("mean reciprocal rank")
    kinds = [kind for kind in AT_LEAST if kind in ours]
    for kind in kinds:
        asked = "" if is_generated else f"≥ {AT_LEAST[kind]:g}"
        print(f"  {kind:30}{theirs[kind]:10.3f}{ours[kind]:10.3f}{asked:>10}"
              f"{'' if is_generated or ours[kind] >= AT_LEAST[kind] else '           missed'}")
    means = [sum(found[kind] for kind in kinds) / len(kinds) for found in (theirs, ours)]
    print(f"  {'mean':30}{means[0]:10.3f}{means[1]:10.3f}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--site", type=Path, help="a published folder")
    arguments.add_argument("--portal", type=Path, help="a portal to build")
    arguments.add_argument("--like", choices=["A", "B"], help="whose limits to compare with; which portal to generate")
    arguments.add_argument("--queries", type=int, default=20, help="of each length, for bytes and time")
    arguments.add_argument("--questions", type=int, default=30, help="of each kind")
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    scratch = Path(tempfile.mkdtemp())
    try:
        for size in [options.like or "A"] if options.site or options.portal else options.like or "AB":
            folder = scratch / size
            folder.mkdir()
            portal = options.portal or (None if options.site else generated(folder / "portal", size))
            site = built(portal) if portal else options.site
            report(*measured(site, options, folder), size, not (options.site or options.portal))
    finally:
        shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
