"""What territory pages say equals the reference data, read here by other means."""

import csv
from html import unescape
import re

import pytest

from Harness.portal import PROJECT

REFERENCE = PROJECT / "site" / "referentiel"
KINDS = {"CC": "communauté de communes", "CA": "communauté d’agglomération", "CU": "communauté urbaine", "METRO": "métropole",
         "MET69": "métropole à statut particulier"}


def table(name: str, key: str) -> dict[str, dict[str, str]]:
    """The rows of a table, their names with the apostrophe of printed French."""
    with open(REFERENCE / f"{name}.csv", encoding="utf-8", newline="") as file:
        return {row[key]: row | {"nom": row.get("nom", "").replace("'", "’")} for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def reference():
    return {"siren": table("epci", "siren"), "insee": table("communes", "insee"), "departement": table("departements", "code"),
            "region": table("regions", "code")}


def sheets() -> list[tuple[str, str]]:
    return [(path.stem, path.read_text(encoding="utf-8")) for path in sorted((PROJECT / "content" / "territoires").glob("*.md"))]


def value(text: str, pattern: str) -> str | None:
    found = re.search(pattern, text, re.MULTILINE)
    return found[1] if found else None


def spoken(page: str) -> str:
    """The page's text, its spaces all alike."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).replace("\u202f", " ").replace("\xa0", " ").split())


@pytest.mark.parametrize("name, sheet", sheets(), ids=lambda text: text if "\n" not in text else "")
def test_a_territory_is_what_the_reference_data_says(published, reference, name, sheet):
    html = (published.folder / "territoires" / name / "index.html").read_text(encoding="utf-8")
    page = spoken(html)
    key = next((key for key in ["siren", "insee"] if f"\n{key}:" in sheet), None)
    code = value(sheet, rf'^{key}: "?(\w+)"?') if key else None
    departement = reference[key][code]["departement"] if key else value(sheet, r'^departement: "?(\w+)"?')
    official = reference["departement"][departement]
    assert f"Département {official['nom']}" in page
    assert f"Région {reference['region'][official['region']]['nom']}" in page
    if key:
        row = reference[key][code]
        assert row["nom"] in page
        kind = KINDS[row["type"]] if key == "siren" else "commune"
        assert kind.lower() in page.lower()
        figure, year = value(sheet, r"valeur: (\d+)") or row["population"], value(sheet, r"annee: (\d+)") or "2017"
        assert f"{int(figure):,}".replace(",", " ") + f" habitants (en {year}" in page
        members = [row["nom"] for row in reference["insee"].values() if row["epci"] == code]
        assert all(f"<li>{member}</li>" in unescape(re.sub(r"<a [^>]*>|</a>", "", html)) for member in members)
        assert key == "insee" or f"Communes {len(members)}" in page
