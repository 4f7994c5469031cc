#!/usr/bin/env python3
"""Writes the generated portal as a Hugo site with comparable pages: `hugo_site.py DIR`, sizes as in `generate.py`.

The same sheets and relations, the same kinds of pages. Relations go through taxonomies, which Hugo indexes once, rather
than through `where`, which would look at every page again; cards are cached partials; nothing is minified, no link is
rewritten afterwards.
"""

import argparse
import csv
import json
from pathlib import Path
import shutil

from corpus import Corpus, Sheet, Sizes
import generate

THEME = Path(__file__).parent / "hugo-theme"
SECTIONS = {"membres": "Membres", "territoires": "Territoires", "pratiques": "Pratiques", "rencontres": "Rencontres", "actualites": "Actualités"}
CONFIGURATION = {
    "baseURL": "https://exemple.fr/", "title": "Portail du réseau", "locale": "fr-FR", "enableRobotsTXT": True,
    "pagination": {"pagerSize": 30},
    "taxonomies": {"thematique": "thematiques", "public": "publics", "lieu": "lieux", "auteur": "auteurs", "participant": "participants",
                   "cite": "cites", "departement": "departements", "region": "regions"},
    "outputs": {"home": ["html", "rss"], "section": ["html", "rss"], "taxonomy": ["html"], "term": ["html"]},
    "menus": {"main": [{"name": title, "pageRef": f"/{name}", "weight": i} for i, (name, title) in enumerate(SECTIONS.items())]},
}
# Relations that are looked up, and have no page of their own.
HIDDEN = ["lieux", "auteurs", "participants", "cites"]
RENAMED = {"nom": "title", "titre": "title", "territoires": "lieux", "pratiques": "cites", "resume": "description",
           "mise_a_jour": "lastmod"}


def front_matter(keys: dict) -> str:
    """JSON is YAML."""
    return "---\n" + json.dumps(keys, ensure_ascii=False, indent=1) + "\n---\n"


class Areas:
    """The départements and régions of a sheet's territories: each has a page with all that belongs to it."""

    def __init__(self, corpus: Corpus, portal: Path):
        folder = portal / "site" / "referentiel"
        self.departments = {row["code"]: row for row in rows(folder / "departements.csv")}
        self.regions = {row["code"]: row["nom"] for row in rows(folder / "regions.csv")}
        codes = {official.siren: official.department for official in generate.officials(portal)}
        self.of_territory = {sheet.id: codes[sheet.keys["siren"]] for sheet in corpus.territories}

    def of(self, sheet: Sheet) -> dict:
        territories = [sheet.id] if sheet.folder == "territoires" else sheet.keys.get("territoires", [])
        codes = sorted({self.of_territory[id] for id in territories})
        return {"lieux": territories, "departements": codes, "regions": sorted({self.departments[code]["region"] for code in codes})}


def rows(path: Path) -> list[dict[str, str]]:
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def text(sheet: Sheet, areas: Areas) -> str:
    keys = {RENAMED.get(key, key): value for key, value in sheet.keys.items()} | areas.of(sheet)
    return front_matter({key: value for key, value in keys.items() if value != []}) + "\n" + sheet.body


def put(path: Path, content: str):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def write(corpus: Corpus, root: Path, areas: Areas):
    put(root / "hugo.json", json.dumps(CONFIGURATION, ensure_ascii=False, indent=1))
    shutil.copytree(THEME / "layouts", root / "layouts")
    shutil.copytree(THEME / "assets", root / "assets")
    put(root / "content" / "_index.md", front_matter({"title": "Portail du réseau"}) + "\nBienvenue sur le portail du réseau.\n")
    put(root / "content" / "plan-du-site.md", front_matter({"title": "Plan du site", "layout": "plan"}))
    for name, title in SECTIONS.items():
        put(root / "content" / name / "_index.md", front_matter({"title": title}))
    for name in HIDDEN:
        put(root / "content" / name / "_index.md", front_matter({"title": name, "build": {"render": "never"}, "cascade": {"build": {"render": "never"}}}))
    used = {code: areas.departments[code] for code in areas.of_territory.values()}
    for name, labels in [("thematiques", corpus.vocabulary.thematics), ("publics", corpus.vocabulary.audiences),
                         ("departements", {code: row["nom"] for code, row in used.items()}),
                         ("regions", {row["region"]: areas.regions[row["region"]] for row in used.values()})]:
        for id, label in labels.items():
            put(root / "content" / name / id / "_index.md", front_matter({"title": label}))
    for sheet in corpus.sheets():
        put(root / "content" / sheet.folder / f"{sheet.id}.md", text(sheet, areas))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    generate.add_sizes(parser)
    given = parser.parse_args()
    corpus = generate.corpus(generate.sizes(given), given.seed, given.portal)
    write(corpus, given.directory, Areas(corpus, given.portal))
    print(f"{len(corpus.sheets())} sheets in {given.directory}")


if __name__ == "__main__":
    main()
