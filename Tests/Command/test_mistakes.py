"""What a writer reads after a mistake: one folder per mistake in Tests/Mistakes, laid over the sound portal in `_base`.

`attendu.txt` holds what `pivot check` prints there, to the letter. `pytest Tests/Command --record` writes it anew, and
fails, so that somebody reads it before it counts. `options.txt`, where there is one, holds more options for the command, `environment.txt` settings of the machine's.
"""

from pathlib import Path

import pytest

from Harness.portal import DATE, portal, run

FOLDER = Path(__file__).resolve().parents[1] / "Mistakes"
BASE = FOLDER / "_base"
MISTAKES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir() and path != BASE)


def test_there_are_mistakes_to_try():
    assert len(MISTAKES) >= 40


def test_the_portal_without_mistakes_has_none(pivot, tmp_path):
    said = run(pivot, "check", "--date", DATE, folder=portal(tmp_path, BASE))
    assert said.code == 0, said.text
    assert "erreur" not in said.text and "avertissement" not in said.text


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_to_the_letter(pivot, tmp_path, mistake, request):
    folder = FOLDER / mistake
    options = (folder / "options.txt").read_text(encoding="utf-8").split() if (folder / "options.txt").exists() else []
    settings = (folder / "environment.txt").read_text(encoding="utf-8").split() if (folder / "environment.txt").exists() else []
    environment = dict(setting.split("=", 1) for setting in settings)
    said = run(pivot, "check", "--date", DATE, "--format", "text", *options, folder=portal(tmp_path, BASE, folder), environment=environment)
    text = f"{said.text.rstrip()}\n(code de sortie : {said.code})\n".lstrip()
    expected = folder / "attendu.txt"
    if request.config.getoption("--record"):
        expected.write_text(text, encoding="utf-8")
        pytest.fail(f"recorded; read {expected.relative_to(FOLDER.parents[1])}:\n{text}")
    assert expected.exists(), "nothing recorded yet: run with --record, then read what it says"
    assert text == expected.read_text(encoding="utf-8")
