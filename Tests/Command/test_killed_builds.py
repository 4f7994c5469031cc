"""A build that is killed leaves the old site or the new one, whole: a hundred kills, spread over all that a build lasts."""

from pathlib import Path
import subprocess
import sys

from Harness.portal import PROJECT, portal

HERE = Path(__file__).resolve().parent


def test_a_killed_build_leaves_a_whole_site(pivot, tmp_path, measure):
    one = portal(tmp_path / "one", PROJECT)
    other = portal(tmp_path / "other", PROJECT)
    news = other / "content" / "actualites" / "une-de-plus.md"
    news.write_text("---\ntitre: Une actualité de plus\ndate: 2026-01-05\n---\n\nElle change l’accueil et les listes.\n", encoding="utf-8")
    done = subprocess.run([sys.executable, HERE / "kill_builds.py", pivot, one, other], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    measure(done.stdout.strip())
