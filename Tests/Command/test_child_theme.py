"""The theme of ten lines in themes/README.md changes the colours and one page, and nothing else."""

from pathlib import Path
import re

import pytest

from Harness.portal import DATE, run
from Harness.theme_example import example, with_example


def build(pivot, root: Path) -> dict[str, bytes]:
    said = run(pivot, "build", "--date", DATE, folder=root)
    assert said.code == 0, said.text
    public = root / "site" / "public"
    return {path.relative_to(public).as_posix(): path.read_bytes() for path in public.rglob("*")
            if path.is_file() and path.name != ".pivot"}


def style(files: dict[str, bytes]) -> str:
    return next(path for path in files if re.fullmatch(r"assets/style\.[0-9a-f]+\.css", path))


def without_the_name_of_the_style(files: dict[str, bytes]) -> dict[str, bytes]:
    name = style(files).encode()
    return {path: content.replace(name, b"assets/style.css") for path, content in files.items() if path.encode() != name}


@pytest.fixture(scope="module")
def before(pivot, tmp_path_factory):
    return build(pivot, with_example(tmp_path_factory.mktemp("reseau") / "portal"))


def test_it_has_ten_lines_of_which_three_are_colours():
    lines = {Path(path).name: len(text.splitlines()) for path, text in example().items()}
    assert lines == {"theme.yaml": 1, "15-couleurs.css": 2, "404.mustache": 7}


def test_three_lines_change_the_colours_alone(pivot, before, tmp_path):
    after = build(pivot, with_example(tmp_path / "portal", "theme.yaml", "15-couleurs.css"))
    assert len(before) > 50
    assert without_the_name_of_the_style(after) == without_the_name_of_the_style(before)
    added = example()["themes/couleurs/styles/15-couleurs.css"].encode()
    assert after[style(after)].count(added) == 1
    assert after[style(after)].replace(added + b"\n", b"") == before[style(before)]


def test_ten_lines_change_one_page_more(pivot, before, tmp_path):
    after = build(pivot, with_example(tmp_path / "portal", "theme.yaml", "15-couleurs.css", "404.mustache"))
    old, new = without_the_name_of_the_style(before), without_the_name_of_the_style(after)
    assert sorted(new) == sorted(old)
    assert [path for path in old if old[path] != new[path]] == ["404.html"]
    page = new["404.html"].decode()
    assert '<p><a href="/plan-du-site/index.html">Plan du site</a></p>' in page and "<h1>Page introuvable</h1>" in page
    assert "chapeau" not in page and '<footer class="pied">' in page


def test_a_wrong_name_in_it_is_told_at_its_place(pivot, tmp_path):
    root = with_example(tmp_path / "portal", "theme.yaml", "404.mustache")
    template = root / "themes" / "couleurs" / "modeles" / "404.mustache"
    template.write_text(template.read_text(encoding="utf-8").replace("site.adresse_plan", "site.adresse_plans"), encoding="utf-8")
    said = run(pivot, "check", "--date", DATE, folder=root)
    assert said.code == 1
    assert "themes/couleurs/modeles/404.mustache:5:" in said.text and "Vouliez-vous dire « adresse_plan »" in said.text


def test_its_reference_can_be_printed(pivot, tmp_path):
    root = with_example(tmp_path / "portal", "theme.yaml", "15-couleurs.css", "404.mustache")
    said = run(pivot, "schema", "--theme", "couleurs", folder=root)
    assert said.code == 0 and said.text.startswith("# Référence du thème « couleurs »\n")
    assert run(pivot, "schema", "--theme", "couleur", folder=root).code == 1
    assert run(pivot, "schema", "nowhere", folder=tmp_path).code == 2
