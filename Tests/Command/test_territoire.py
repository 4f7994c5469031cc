"""`pivot territoire` gives the codes of a name, as lines to paste into a sheet."""

import pytest

from Harness.portal import PROJECT, run


def ask(pivot, *arguments):
    return run(pivot, "territoire", *arguments, folder=PROJECT)


@pytest.mark.parametrize("name, first", [
    ("pays de gras", 'siren: "200039857"'), ("Pays de Grasse", 'siren: "200039857"'), ("GOURBEYRE", 'insee: "97109"'),
    ("saint-laurent du var", 'insee: "06123"'), ("st laurent 06", 'insee: "06123"'), ("bièvre et rhône", 'siren: "200085751"'),
    ("06079", 'insee: "06079"'), ("200069532", 'siren: "200069532"'), ("lisieux normandie", 'siren: "200069532"'), ("lisieux", 'insee: "14366"'), ("var", 'departement: "83"'),
])
def test_the_first_line_can_be_pasted(pivot, name, first):
    said = ask(pivot, name)
    assert said.code == 0
    line = said.text.splitlines()[0]
    assert line.startswith(first) and line.removeprefix(first).lstrip().startswith("# ")


@pytest.mark.parametrize("name, remedy", [
    ("6079", 'insee: "06079"'), ("20003985700019", 'siren: "200039857"'), ("01091", 'insee: "01033"'), ("06210", 'insee: "06079"'),
])
def test_a_wrong_code_is_told_with_the_right_one(pivot, name, remedy):
    said = ask(pivot, name)
    assert said.code == 1 and remedy in said.text


def test_nothing_near_is_said_so(pivot):
    said = ask(pivot, "zzzzqx")
    assert said.code == 1 and said.text.startswith("Aucun territoire")


def test_only_the_reference_data_is_read(pivot, tmp_path):
    folder = tmp_path / "site" / "referentiel"
    folder.mkdir(parents=True)
    for path in (PROJECT / "site" / "referentiel").glob("*.csv"):
        (folder / path.name).write_bytes(path.read_bytes())
    (tmp_path / "site" / "site.yaml").write_text("[", encoding="utf-8")
    assert run(pivot, "territoire", "cogolin", tmp_path, folder=PROJECT).text.startswith('insee: "83042"')
    (folder / "epci.csv").write_text("faux\n", encoding="utf-8")
    broken = run(pivot, "territoire", "cogolin", tmp_path, folder=PROJECT)
    assert broken.code == 1 and "referentiel-colonnes" in broken.text


def test_a_portal_without_reference_data_is_a_failure_of_the_machine(pivot, tmp_path):
    assert run(pivot, "territoire", "cogolin", tmp_path, folder=PROJECT).code == 2
    assert run(pivot, "territoire", folder=PROJECT).code == 64
    assert run(pivot, "territoire", "a", "--limit", "0", folder=PROJECT).code == 64
