"""A web server such as a host would run: folders through index.html, gzip, 404.html, and a strict content policy."""

from dataclasses import dataclass
import gzip
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from urllib.parse import unquote, urlsplit

POLICY = "default-src 'self'"
TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8", ".json": "application/json", ".xml": "application/xml", ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".ics": "text/calendar; charset=utf-8",
    ".geojson": "application/geo+json", ".webmanifest": "application/manifest+json", ".woff2": "font/woff2", ".png": "image/png",
    ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp", ".avif": "image/avif", ".ico": "image/x-icon",
    ".pdf": "application/pdf",
}
COMPRESSED = ("text/", "application/json", "application/xml", "application/manifest", "application/geo", "image/svg")


@dataclass(frozen=True)
class Answer:
    """One request as it was answered; `size` counts the body's bytes as sent, compressed or not."""
    path: str
    status: int
    type: str
    size: int

    @property
    def is_photo(self) -> bool:
        return self.type.startswith("image/") and "svg" not in self.type


class SiteServer:
    """Serves a folder on loopback, below `prefix` ("/" or "/a/b/"); outside of it there is nothing."""

    def __init__(self, folder: Path, prefix: str = "/"):
        assert prefix.startswith("/") and prefix.endswith("/")
        self.folder, self.prefix = folder.resolve(), prefix
        self.answers: list[Answer] = []
        self.lock = Lock()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self.handler())
        self.server.daemon_threads = True
        self.origin = f"http://127.0.0.1:{self.server.server_port}"
        self.url = self.origin + prefix

    def __enter__(self):
        Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def find(self, path: str) -> tuple[HTTPStatus, Path | str]:
        """The file for a path, or the address to go to instead."""
        if not path.startswith(self.prefix):
            return HTTPStatus.NOT_FOUND, self.folder / "404.html"
        target = (self.folder / unquote(path[len(self.prefix):])).resolve()
        if not target.is_relative_to(self.folder):
            return HTTPStatus.NOT_FOUND, self.folder / "404.html"
        if target.is_dir() and not path.endswith("/"):
            return HTTPStatus.MOVED_PERMANENTLY, path + "/"
        if path.endswith("/"):
            target /= "index.html"
        return (HTTPStatus.OK, target) if target.is_file() else (HTTPStatus.NOT_FOUND, self.folder / "404.html")

    def handler(site):
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                path = urlsplit(self.path).path
                status, found = site.find(path)
                body, kind = b"", "text/html; charset=utf-8"
                if isinstance(found, Path):
                    body = found.read_bytes() if found.is_file() else b""
                    kind = TYPES.get(found.suffix.lower(), "application/octet-stream")
                zipped = kind.startswith(COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", "")
                if zipped:
                    body = gzip.compress(body, 6, mtime=0)
                self.send_response(status)
                if isinstance(found, str):
                    self.send_header("Location", found)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.send_header("Content-Security-Policy", POLICY)
                self.send_header("X-Content-Type-Options", "nosniff")
                # Tells linkchecker that it need not slow down for this host.
                self.send_header("LinkChecker", "welcome")
                if zipped:
                    self.send_header("Content-Encoding", "gzip")
                try:
                    self.end_headers()
                    self.wfile.write(body if self.command == "GET" else b"")
                except ConnectionError:
                    return  # The reader went away meanwhile.
                with site.lock:
                    site.answers.append(Answer(path, status.value, kind, len(body)))

            do_HEAD = do_GET

            def log_message(self, *_):
                pass

        return Handler
