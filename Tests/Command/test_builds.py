"""A build gives the same bytes wherever it runs, and a build that fails leaves the published site alone."""

from pathlib import Path

import pytest

from Harness.portal import DATE, PROJECT, fingerprint, portal, run

BASE = Path(__file__).resolve().parents[1] / "Mistakes" / "_base"


def build(pivot, root, output, *options, environment={}):
    said = run(pivot, "build", root, "--date", DATE, "--output", output, *options, folder=output.parent, environment=environment)
    assert said.code == 0, said.text
    return fingerprint(output)


@pytest.fixture(scope="module")
def shipped(pivot, tmp_path_factory):
    """The project's own portal, built once with one worker."""
    return build(pivot, PROJECT, tmp_path_factory.mktemp("one") / "public", "--workers", 1)


@pytest.mark.parametrize("workers", [2, 7])
def test_the_number_of_workers_changes_nothing(pivot, shipped, tmp_path, workers):
    assert len(shipped) > 50
    assert build(pivot, PROJECT, tmp_path / "public", "--workers", workers) == shipped


@pytest.mark.parametrize("environment", [
    {"TZ": "Pacific/Kiritimati"}, {"TZ": "America/Los_Angeles"}, {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"},
    {"LANG": "C", "LC_ALL": "C"}, {"LC_ALL": "POSIX", "TZ": "nowhere", "COLUMNS": "20", "TERM": "xterm"},
])
def test_place_and_language_of_the_machine_change_nothing(pivot, shipped, tmp_path, environment):
    assert build(pivot, PROJECT, tmp_path / "public", environment=environment) == shipped


def test_a_second_build_changes_no_file(pivot, tmp_path):
    output = tmp_path / "public"
    first = build(pivot, PROJECT, output)
    dates = {path: (output / path).stat().st_mtime_ns for path in first}
    assert build(pivot, PROJECT, output) == first
    assert {path: (output / path).stat().st_mtime_ns for path in first} == dates


@pytest.mark.parametrize("mistake", ["titre-manquant", "lien-casse", "entete-jamais-ferme", "reglage-theme-inconnu"])
def test_a_build_with_faults_leaves_the_old_site(pivot, tmp_path, mistake):
    output = tmp_path / "out" / "public"
    output.parent.mkdir()
    before = build(pivot, portal(tmp_path / "sound", BASE), output)
    around = sorted(path.name for path in output.parent.iterdir())
    root = portal(tmp_path / "wrong", BASE, BASE.parent / mistake)
    assert run(pivot, "build", root, "--date", DATE, "--output", output, folder=tmp_path).code == 1
    assert fingerprint(output) == before
    assert sorted(path.name for path in output.parent.iterdir()) == around


def test_a_first_build_with_faults_publishes_nothing(pivot, tmp_path):
    root = portal(tmp_path / "wrong", BASE, BASE.parent / "titre-manquant")
    assert run(pivot, "build", root, "--date", DATE, folder=tmp_path).code == 1
    assert not (root / "site" / "public").exists()


def test_a_check_writes_nothing(pivot, tmp_path):
    root = portal(tmp_path / "sound", BASE)
    before = fingerprint(root)
    assert run(pivot, "check", root, "--date", DATE, folder=tmp_path).code == 0
    assert fingerprint(root) == before


@pytest.mark.parametrize("arguments, code", [
    (["build", "--date", "demain"], 64), (["build", "--unknown"], 64), (["nonsense"], 64), (["check", "--format", "xml"], 64),
    (["check", "nowhere-at-all"], 2), (["--help"], 0),
])
def test_exit_codes_tell_usage_from_machine(pivot, tmp_path, arguments, code):
    assert run(pivot, *arguments, folder=tmp_path).code == code
