#!/usr/bin/env python3
"""Writes a generated portal: `generate.py DIR [--members N] [--practices N] [--territories N] [--seed N]`.

Settings, vocabularies, reference data and theme are those of the project's own portal, so that the generated one
builds with the same rules; only `content/` is generated.
"""

import argparse
import csv
import json
from pathlib import Path
import re
import shutil

from corpus import Corpus, Official, Sheet, Sizes, Vocabulary

PROJECT = Path(__file__).resolve().parents[2]


def ids(path: Path) -> dict[str, str]:
    """The ids of a vocabulary, with their labels."""
    found, current = {}, ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := re.match(r"([a-z0-9-]+):\s*$", line):
            current = match[1]
            found[current] = current
        elif (match := re.match(r"\s+libelle:\s*(.+)$", line)) and current:
            found[current] = match[1].strip("'\" ")
    if not found:
        raise SystemExit(f"{path}: no id found")
    return found


def vocabulary(portal: Path) -> Vocabulary:
    folder = portal / "site" / "vocabulaires"
    return Vocabulary(*(ids(folder / f"{name}.yaml") for name in ["thematiques", "publics", "roles", "etats"]))


def officials(portal: Path) -> list[Official]:
    with open(portal / "site" / "referentiel" / "epci.csv", encoding="utf-8", newline="") as file:
        return [Official(row["siren"], row["nom"], row["departement"]) for row in csv.DictReader(file)]


def corpus(sizes: Sizes, seed: int, portal: Path = PROJECT) -> Corpus:
    return Corpus(seed, sizes, officials(portal), vocabulary(portal))


def yaml(value) -> str:
    """A value as YAML. JSON's strings are YAML's double-quoted ones."""
    match value:
        case dict():
            return "{" + ", ".join(f"{key}: {yaml(item)}" for key, item in value.items()) + "}"
        case list():
            return "[" + ", ".join(yaml(item) for item in value) + "]"
        case int():
            return str(value)
        case _:
            plain = re.fullmatch(r"[\w][\w ./@-]*", value) and not value.endswith(" ") and not re.fullmatch(r"[\d.]+", value)
            return value if plain else json.dumps(value, ensure_ascii=False)


def text(sheet: Sheet) -> str:
    keys = "".join(f"{key}: {yaml(value)}\n" for key, value in sheet.keys.items() if value != [])
    return f"---\n{keys}---\n\n{sheet.body}"


def put(path: Path, sheet: Sheet):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text(sheet), encoding="utf-8")


def write(generated: Corpus, root: Path, portal: Path = PROJECT):
    """The whole portal, in a folder that must not hold one yet."""
    for folder in ["site", "themes"]:
        if (portal / folder).is_dir():
            shutil.copytree(portal / folder, root / folder, ignore=shutil.ignore_patterns("public", ".*"))
    for sheet in generated.sheets():
        put(root / "content" / sheet.folder / f"{sheet.id}.md", sheet)
    put(root / "content" / "accueil.md", Sheet("", "accueil", {"titre": "Portail généré"}, "Bienvenue.\n"))
    # The menus lead to free pages, whose own texts name sheets that are not here.
    for page in sorted((portal / "content" / "pages").glob("*")):
        put(root / "content" / "pages" / f"{page.stem}.md", Sheet("pages", page.stem, {"titre": page.stem.title()}, "Une page.\n"))


def add_sizes(parser: argparse.ArgumentParser):
    parser.add_argument("directory", type=Path)
    for name, default in vars(Sizes()).items():
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--portal", type=Path, default=PROJECT, help="whose settings, vocabularies and theme to take")


def sizes(given: argparse.Namespace) -> Sizes:
    return Sizes(**{name: getattr(given, name) for name in vars(Sizes())})


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_sizes(parser)
    given = parser.parse_args()
    generated = corpus(sizes(given), given.seed, given.portal)
    write(generated, given.directory, given.portal)
    print(f"{len(generated.sheets())} sheets, {generated.words()} words in {given.directory}")


if __name__ == "__main__":
    main()
