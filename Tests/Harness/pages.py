"""The pages of a published site: read from disk, and sorted into the kinds that readers meet."""

from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
import re

# Every kind that the portal must have, and how its addresses look. The first that fits counts.
KINDS = [
    ("accueil", r""),
    ("404", r"404\.html"),
    ("liste des membres", r"membres/"),
    ("liste des territoires", r"territoires/"),
    ("liste des pratiques", r"pratiques/"),
    ("liste des rencontres", r"rencontres/"),
    ("liste des actualités", r"actualites/"),
    ("suite d'une liste", r"(membres|territoires|pratiques|rencontres|actualites)/page/\d+/"),
    ("membre", r"membres/[^/]+/"),
    ("territoire", r"territoires/[^/]+/"),
    ("pratique", r"pratiques/[^/]+/"),
    ("rencontre", r"rencontres/[^/]+/"),
    ("actualité", r"actualites/[^/]+/"),
    ("thématiques", r"thematiques/"),
    ("thématique", r"thematiques/[^/]+/"),
    ("département", r"departements/[^/]+/"),
    ("région", r"regions/[^/]+/"),
    ("carte", r"carte/"),
    ("glossaire", r"glossaire/"),
    ("public", r"publics/[^/]+/"),
    ("recherche", r"recherche/"),
    ("plan du site", r"plan-du-site/"),
    ("mentions légales", r"mentions-legales/"),
    ("vie privée", r"vie-privee/"),
    ("accessibilité", r"accessibilite/"),
    ("page libre", r"([^/]+/)+"),
]
# Kinds that a small portal may lack.
OPTIONAL = {"suite d'une liste"}


class Reader(HTMLParser):
    """What the tests ask of a page, in one pass."""

    ADDRESSES = {"href", "src", "action", "poster", "data", "srcset", "cite", "formaction", "xlink:href"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.title, self.ids, self.links, self.inline = "", [], [], []
        self.robots, self.refresh, self.canonical = "", "", ""
        # What the page says of itself to machines: Open Graph and the like by name, icons by kind, JSON-LD as it is written.
        self.says, self.icons, self.data = {}, {}, []
        self.inside = ""

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if identifier := values.get("id"):
            self.ids.append(identifier)
        if tag == "a" and (name := values.get("name")):
            self.ids.append(name)
        self.read_links(tag, values)
        self.read_inline(tag, values)
        if tag == "meta" and values.get("name") == "robots":
            self.robots = values.get("content", "")
        if tag == "meta" and (values.get("http-equiv") or "").lower() == "refresh":
            self.refresh = (values.get("content") or "").partition("url=")[2].strip("'\" ")
        if tag == "meta" and (name := values.get("property") or values.get("name")):
            self.says.setdefault(name, []).append(values.get("content") or "")
        if tag == "link" and (values.get("rel") or "").endswith("icon"):
            self.icons[f"{values['rel']} {values.get('type', '')}".strip()] = values.get("href")
        if tag == "script" and values.get("type") == "application/ld+json":
            self.inside = "data"
            self.data.append("")
        if not self.inside and tag in ("title", "svg"):
            self.inside = tag

    def handle_endtag(self, tag):
        if tag == self.inside or (tag, self.inside) == ("script", "data"):
            self.inside = ""

    def handle_data(self, data):
        if self.inside == "title":
            self.title += data
        if self.inside == "data":
            self.data[-1] += data

    def read_links(self, tag, values):
        rel = (values.get("rel") or "").lower()
        for name, value in values.items():
            if name not in self.ADDRESSES or value is None:
                continue
            if tag == "link" and rel == "canonical":
                self.canonical = value
                continue
            parts = [part.split()[0] for part in value.split(",") if part.split()] if name == "srcset" else [value]
            self.links += [(self.getpos()[0], part) for part in parts]

    def read_inline(self, tag, values):
        """What a strict content policy would refuse."""
        found = [name for name in values if name == "style" or name.startswith("on")]
        if tag == "style":
            found.append("<style>")
        if tag == "script" and "src" not in values and values.get("type") not in ("application/ld+json", "application/json"):
            found.append("<script>")
        self.inline += [(self.getpos()[0], f"<{tag}> {name}") for name in found]


@dataclass
class Page:
    path: str
    file: Path
    reader: Reader = field(repr=False)

    @property
    def address(self) -> str:
        """From the root, without a leading slash: "membres/anna/"."""
        return self.path.removesuffix("index.html")

    @property
    def is_redirect(self) -> bool:
        return bool(self.reader.refresh)

    @property
    def is_indexable(self) -> bool:
        return not self.is_redirect and "noindex" not in self.reader.robots and self.path != "404.html"

    @property
    def kind(self) -> str:
        if self.is_redirect:
            return "redirection"
        return next((kind for kind, pattern in KINDS if re.fullmatch(pattern, self.address)), "inconnue")


class Site:
    """A folder of finished pages."""

    def __init__(self, folder: Path):
        self.folder = folder

    @cached_property
    def pages(self) -> list[Page]:
        if not self.folder.is_dir():
            raise FileNotFoundError(f"{self.folder}: no site there. `make site` builds it.")
        found = []
        for file in sorted(self.folder.rglob("*.html")):
            reader = Reader()
            reader.feed(file.read_text(encoding="utf-8"))
            found.append(Page(file.relative_to(self.folder).as_posix(), file, reader))
        return found

    @cached_property
    def by_kind(self) -> dict[str, list[Page]]:
        kinds: dict[str, list[Page]] = {}
        for page in self.pages:
            kinds.setdefault(page.kind, []).append(page)
        return kinds

    def sample(self, kind: str) -> Page:
        """The richest page of a kind: the one with most bytes."""
        assert kind in self.by_kind, f"the site has no page of the kind « {kind} »"
        return max(self.by_kind[kind], key=lambda page: (page.file.stat().st_size, page.path))

    @cached_property
    def missing_kinds(self) -> list[str]:
        return [kind for kind, _ in KINDS if kind not in self.by_kind and kind not in OPTIONAL]
