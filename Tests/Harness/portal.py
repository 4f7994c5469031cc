"""Small portals on disk, and the command run on them."""

from dataclasses import dataclass
import hashlib
import os
from pathlib import Path
import shutil
import subprocess

PROJECT = Path(__file__).resolve().parents[2]
DATE = "2026-03-01"
# Nothing of the machine's own settings reaches the command, but what a test adds.
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LANG": "C.UTF-8", "TZ": "UTC"}


@dataclass(frozen=True)
class Said:
    """What somebody at a terminal reads: everything printed, and how the command ended."""
    text: str
    code: int


def run(pivot: Path, *arguments, folder: Path, environment: dict[str, str] = {}) -> Said:
    done = subprocess.run([pivot, *map(str, arguments)], cwd=folder, env=ENVIRONMENT | environment,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
    return Said(done.stdout.decode("utf-8"), done.returncode)


def lay(source: Path, root: Path):
    """Lays the files of a folder over a portal; its large constant files are linked, not copied."""
    for path in sorted(source.rglob("*")):
        if source.name == "site" and path.relative_to(source).parts[0] == "public":
            continue
        target = root / path.relative_to(source)
        if path.is_dir():
            target.mkdir(parents=True, exist_ok=True)
        else:
            # Never through a link: the file it leads to belongs to another portal.
            target.unlink(missing_ok=True)
            try:
                os.link(path, target)
            except OSError:
                shutil.copy(path, target)


def portal(root: Path, *layers: Path) -> Path:
    """A portal of several folders laid over one another, with the project's own theme and reference data."""
    for folder in ["themes", "site/referentiel"]:
        (root / folder).mkdir(parents=True)
        lay(PROJECT / folder, root / folder)
    for layer in layers:
        for part in ["content", "site", "themes"]:
            if (layer / part).is_dir():
                (root / part).mkdir(exist_ok=True)
                lay(layer / part, root / part)
    return root


def fingerprint(folder: Path) -> dict[str, str]:
    """Every file below a folder, hidden ones too, with its content's hash."""
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}
