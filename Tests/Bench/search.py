#!/usr/bin/env python3
"""What a search costs a reader, beside Pagefind's on the same pages: `search.py --site FOLDER [--queries N]`.

Prints sizes, files, bytes per query as they are served compressed, and warm latency in Chromium, each with its ratio.
Queries are words of the pages' own titles. Without `--site`, a portal of 10,000 sheets is generated and built first.
"""

import argparse
from functools import cache
import gzip
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
import os
from pathlib import Path
import random
import re
import shutil
import subprocess
import sys
import tempfile
from threading import Thread
import time
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

PROJECT = Path(__file__).resolve().parents[2]
TYPES = {".js": "text/javascript", ".html": "text/html; charset=utf-8", ".json": "application/json", ".wasm": "application/wasm"}

OURS = {
    "open": """async (client) => {
        const { createSearch } = await import(client);
        const read = async (name) => JSON.parse((await (await fetch(`/site/recherche/${name}.js`)).text()).slice('pivot('.length, -1));
        window.searcher = await createSearch(read);
    }""",
    "search": "async (query) => { window.found = await searcher.search(query); }",
    "show": "async () => found.results.length",
}
PAGEFIND = {
    "open": "async (client) => { window.searcher = await import(client); await searcher.init(); }",
    "search": "async (query) => { window.found = await searcher.search(query); }",
    "show": "async () => (await Promise.all(found.results.slice(0, 10).map((result) => result.data()))).length",
}


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
                path = urlsplit(self.path).path.lstrip("/")
                name, _, rest = path.partition("/")
                file = folders[name] / rest if name in folders else None
                body = packed(file) if file and file.is_file() else gzip.compress(b"<!doctype html><link rel=icon href=data:,>")
                self.send_response(200)
                self.send_header("Content-Type", TYPES.get(file.suffix if file else ".html", "application/octet-stream"))
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

    def take(self) -> int:
        size = sum(size for _, size in self.sent)
        self.sent.clear()
        return size


def built_portal(folder: Path) -> Path:
    generate = [sys.executable, PROJECT / "Tests" / "Bench" / "generate.py", folder, "--members", "2000", "--practices", "8000"]
    subprocess.run(generate, check=True, stdout=subprocess.DEVNULL)
    subprocess.run([PROJECT / ".build" / "release" / "pivot", "build", folder], check=True, stdout=subprocess.DEVNULL)
    return folder / "site" / "public"


def queries(site: Path, count: int, words: int, seed: int) -> list[str]:
    """Words of one page's title for each query: four letters or more."""
    chance, found = random.Random(seed), []
    pages = sorted(site.glob("*/*/index.html"))
    while len(found) < count:
        title = re.search(r"<h1[^>]*>(.*?)</h1>", chance.choice(pages).read_text(encoding="utf-8"), re.S)
        known = re.findall(r"[^\W\d_]{4,}", re.sub(r"<[^>]*>|&\w+;", " ", title[1])) if title else []
        if len(set(known)) >= words:
            found.append(" ".join(chance.sample(sorted(set(known)), words)))
    return found


def measure(browser, server: Server, client: str, scripts: dict[str, str], asked: dict[int, list[str]]) -> dict[str, float]:
    figures: dict[str, float] = {}
    for words, texts in asked.items():
        sizes = []
        for query in texts:
            context = browser.new_context()
            tab = context.new_page()
            tab.goto(server.url)
            server.take()
            tab.evaluate(scripts["open"], client)
            before = server.take()
            tab.evaluate(scripts["search"], query)
            search = server.take()
            tab.evaluate(scripts["show"])
            sizes.append((before, search, search + server.take()))
            context.close()
        means = [sum(size) / len(sizes) for size in zip(*sizes)]
        figures["bytes before the first key"] = means[0]
        figures[f"bytes of a first query, {words} word(s)"] = means[1]
        figures[f"bytes of a first query with 10 results, {words} word(s)"] = means[2]
    figures["warm search, 95th percentile, ms"] = latency(browser, server, client, scripts, sum(asked.values(), []))
    return figures


def latency(browser, server: Server, client: str, scripts: dict[str, str], asked: list[str]) -> float:
    tab = browser.new_page()
    tab.goto(server.url)
    tab.evaluate(scripts["open"], client)
    times = tab.evaluate("""async (queries) => {
        for (const query of queries) await searcher.search(query);
        const times = [];
        for (const query of queries) {
            const start = performance.now();
            await searcher.search(query);
            times.push(performance.now() - start);
        }
        return times.sort((a, b) => a - b);
    }""", asked)
    tab.close()
    return times[int(len(times) * 0.95)]


def weight(files: list[Path]) -> dict[str, float]:
    return {"index and client, compressed bytes": sum(len(packed(file)) for file in files), "files": len(files)}


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--site", type=Path, help="a published folder; without it, one is generated and built")
    arguments.add_argument("--queries", type=int, default=20)
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    scratch = Path(tempfile.mkdtemp())
    try:
        site = options.site or built_portal(scratch / "portal")
        start = time.monotonic()
        subprocess.run([sys.executable, "-m", "pagefind", "--site", site, "--output-path", scratch / "pagefind", "--force-language", "fr"],
                       check=True, stdout=subprocess.DEVNULL)
        seconds = time.monotonic() - start
        engine = next(site.glob("recherche/*/recherche-coeur.js")).relative_to(site).as_posix()
        own = [file for file in (site / "recherche").rglob("*.js") if file.is_file()]
        theirs = [file for file in (scratch / "pagefind").rglob("*") if file.is_file() and "ui" not in file.name and "highlight" not in file.name]
        asked = {words: queries(site, options.queries, words, options.seed) for words in (1, 3)}
        server = Server({"site": site, "pagefind": scratch / "pagefind"})
        command = os.environ.get("CHROMIUM") or shutil.which("chromium")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=command, args=["--no-sandbox"] if os.geteuid() == 0 else [])
            ours = weight(own) | measure(browser, server, f"/site/{engine}", OURS, asked)
            others = weight(theirs) | measure(browser, server, "/pagefind/pagefind.js", PAGEFIND, asked)
            browser.close()
        print(f"{sum(1 for _ in site.rglob('index.html'))} pages; Pagefind took {seconds:.1f} s to index them")
        print(f"{'':56}{'Pivot':>12}{'Pagefind':>12}{'ratio':>8}")
        for name, value in ours.items():
            print(f"{name:56}{value:12,.1f}{others[name]:12,.1f}{others[name] / value:8.1f}")
    finally:
        shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
