"""Nothing of a person that they did not agree to stands in the published files, least of all where machines look for it."""

import json
from pathlib import Path
import re

import pytest

from Harness.portal import DATE, portal, run

BASE = Path(__file__).resolve().parents[1] / "Mistakes" / "_base"
SECRETS = ["secret@", "06 01 02", "0601020304", "intime", "blog-secret", "Vie secrète", "portrait-secret"]
MEMBER = """---
nom: Camille Secrète
fonction: Chargée de coopération
resume: Un résumé intime
territoires: pays-de-grasse
courriel: secret@reseau.example
telephone: "06 01 02 03 04"
portrait: portrait-secret.png
liens: [{libelle: Mon blog, adresse: "https://blog-secret.example"}]
%s
---

Vie secrète.
"""


def build(pivot, root: Path, keys: str) -> dict[str, str]:
    portal(root, BASE)
    folder = root / "content" / "membres" / "camille"
    folder.mkdir()
    (folder / "index.md").write_text(MEMBER % keys, encoding="utf-8")
    (folder / "portrait-secret.png").write_bytes((root / "themes" / "reseau" / "icone.png").read_bytes())
    practice = (BASE / "content" / "pratiques" / "guichet-unique.md").read_text(encoding="utf-8")
    (root / "content" / "pratiques" / "accueil.md").write_text(
        re.sub("auteurs:.*\n", "", practice).replace("\n---\n", "\nauteurs: camille\n---\n", 1), encoding="utf-8")
    said = run(pivot, "build", "--date", DATE, folder=root)
    assert said.code == 0, said.text
    public = root / "site" / "public"
    return {path.relative_to(public).as_posix(): path.read_text(encoding="utf-8", errors="replace")
            for path in public.rglob("*") if path.is_file()}


def graph(page: str) -> list[dict]:
    blocks = re.findall('<script type="application/ld\\+json">(.*?)</script>', page)
    return json.loads(blocks[0])["@graph"] if blocks else []


@pytest.mark.parametrize("keys", ["", "champs_publics: [courriel, telephone, portrait, liens, biographie]",
                                  "consentement: 01/01/2020\nchamps_publics: [courriel, telephone, portrait, liens, biographie]"])
def test_without_a_valid_consent_nothing_personal_is_written(pivot, tmp_path, keys):
    files = build(pivot, tmp_path, keys)
    assert "Camille Secrète" in files["membres/camille/index.html"]
    assert [(path, secret) for path, text in files.items() for secret in SECRETS if secret in path or secret in text] == []
    assert graph(files["membres/camille/index.html"]) == []
    for path, text in files.items():
        if path.endswith(".html"):
            assert "Camille" not in json.dumps(graph(text), ensure_ascii=False), path
    assert graph(files["pratiques/accueil/index.html"])[0]["author"][0]["@type"] == "Organization"


def test_with_consent_only_what_was_agreed_to_is_added(pivot, tmp_path):
    files = build(pivot, tmp_path, "consentement: 01/01/2026\nchamps_publics: courriel")
    page = files["membres/camille/index.html"]
    person = graph(page)[0]
    assert {key: person.get(key) for key in ["@type", "name", "email"]} == {
        "@type": "Person", "name": "Camille Secrète", "email": "secret@reseau.example"}
    assert not {"telephone", "image", "sameAs", "description"} & set(person)
    others = [secret for secret in SECRETS if secret != "secret@"]
    assert [(path, secret) for path, text in files.items() for secret in others if secret in path or secret in text] == []
    authors = graph(files["pratiques/accueil/index.html"])[0]["author"]
    assert authors == [{"@type": "Person", "name": "Camille Secrète", "url": "https://reseau.example/membres/camille/"}]
    # Off their own page, nothing but the name.
    assert [path for path, text in files.items() if "secret@" in text and not path.startswith("membres/camille/")] == []
