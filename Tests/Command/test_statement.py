"""The accessibility statement has the parts that the law imposes, and says what `site.yaml` says."""

from html.parser import HTMLParser
from pathlib import Path
import re

import pytest

from Harness.portal import DATE, portal, run

BASE = Path(__file__).resolve().parents[1] / "Mistakes" / "_base"

# The order of 20 September 2019 on accessibility statements, annex; what stands under each heading is the portal's.
IMPOSED = [
    ("h1", "Déclaration d’accessibilité"), ("h2", "État de conformité"), ("h2", "Résultats des tests"),
    ("h2", "Contenus non accessibles"), ("h3", "Non-conformités"), ("h3", "Dérogations pour charge disproportionnée"),
    ("h3", "Contenus non soumis à l’obligation d’accessibilité"), ("h2", "Établissement de cette déclaration"),
    ("h2", "Retour d’information et contact"), ("h2", "Voies de recours"),
]


class Statement(HTMLParser):
    def __init__(self, text: str):
        super().__init__(convert_charrefs=True)
        self.headings, self.parts, self.links, self.open = [], [], [], ""
        self.feed(text)
        self.text = re.sub(r"\s+", " ", "".join(self.parts))

    def handle_starttag(self, tag, attrs):
        if tag in ("h1", "h2", "h3"):
            self.open = tag
            self.headings.append((tag, ""))
        if tag == "a":
            self.links.append(dict(attrs).get("href"))

    def handle_endtag(self, tag):
        self.open = "" if tag == self.open else self.open

    def handle_data(self, data):
        self.parts.append(data)
        if self.open:
            self.headings[-1] = (self.open, self.headings[-1][1] + data)


@pytest.fixture
def statement(pivot, tmp_path):
    def build(*lines: str) -> Statement:
        root = portal(tmp_path / "portal", BASE)
        path = root / "site" / "site.yaml"
        text = path.read_text(encoding="utf-8")
        path.unlink()  # A link to the sound portal's own file.
        path.write_text(text.replace("  etat: non-conforme\n", "".join(f"  {line}\n" for line in lines)), encoding="utf-8")
        said = run(pivot, "build", "--date", DATE, folder=root)
        assert said.code == 0, said.text
        return Statement((root / "site" / "public" / "accessibilite" / "index.html").read_text(encoding="utf-8"))

    return build


STATES = {
    "sans audit": ["etat: non-conforme"],
    "non conforme": ["etat: non-conforme", "taux: 31", "date_audit: 12/01/2025"],
    "partiellement conforme": ["etat: partiellement-conforme", "taux: 72", "date_audit: 12/01/2025", "date_declaration: 2025-02-03"],
    "totalement conforme": ["etat: totalement-conforme", "date_audit: 12/01/2025"],
}


@pytest.mark.parametrize("lines", STATES.values(), ids=STATES.keys())
def test_every_imposed_part_is_there_in_its_order(statement, lines):
    page = statement(*lines)
    found = [heading for heading in page.headings if heading in IMPOSED]
    assert found == IMPOSED
    below = " ".join(text for _, text in page.headings)
    for part in ["Technologies", "nvironnement de test", "utils", "ages"]:
        assert part in below, f"{part}: technologies, environment, tools and pages of the tests"
    for part in ["article 47 de la loi n° 2005-102 du 11 février 2005", "https://reseau.example", "contact@reseau.example",
                 "Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07", "09 69 39 00 00"]:
        assert part in page.text
    for link in ["https://formulaire.defenseurdesdroits.fr/", "https://www.defenseurdesdroits.fr/saisir/delegues", "tel:+33969390000"]:
        assert link in page.links


def test_without_an_audit_it_claims_nothing(statement):
    text = statement(*STATES["sans audit"]).text
    assert "est non conforme avec" in text and "faute d’audit" in text and "% des critères" not in text
    assert "version du portail établie le 1er mars 2026" in text


def test_a_failed_audit_is_told_with_its_rate(statement):
    text = statement(*STATES["non conforme"]).text
    assert "est non conforme avec" in text and "faute d’audit" not in text and "en raison des non-conformités" in text
    assert "31 % des critères" in text and "a été établie le 12 janvier 2025" in text


def test_partial_conformity_is_told_with_rate_and_dates(statement):
    text = statement(*STATES["partiellement conforme"]).text
    assert "est partiellement conforme avec" in text and "en raison des non-conformités" in text and "72 % des critères" in text
    assert "réalisé le 12 janvier 2025" in text and "a été établie le 3 février 2025" in text


def test_full_conformity_leaves_no_fault_to_list(statement):
    text = statement(*STATES["totalement conforme"]).text
    assert "est totalement conforme avec" in text and "100 % des critères" in text
    assert "aucune non-conformité" in text and "en raison des" not in text and "énumère" not in text


def test_every_page_names_the_state(statement, tmp_path):
    statement(*STATES["partiellement conforme"])
    pages = list((tmp_path / "portal" / "site" / "public").rglob("*.html"))
    assert len(pages) > 20
    for page in pages:
        text = Statement(page.read_text(encoding="utf-8")).text
        assert "Accessibilité : partiellement conforme" in text or "http-equiv=\"refresh\"" in page.read_text(encoding="utf-8")
