#!/usr/bin/env python3
"""Fetches the Mustache specification's suites, as Debian's source package of mustache-java carries them.

They are not ours, so they are not kept here: this puts them into .outils/mustache-spec/, which git ignores, and the
tests read them there. Needs apt-get and Debian's repositories; no privileges, nothing is installed.
"""

import pathlib
import re
import subprocess
import sys
import tarfile
import tempfile

PACKAGE = "mustache-java"
SUITES = ["comments", "delimiters", "interpolation", "inverted", "partials", "sections"]
ROOT = pathlib.Path(__file__).resolve().parents[2]
TARGET = ROOT / ".outils" / "mustache-spec"


def source_list() -> str:
    """The machine's own repositories, asked for sources instead of packages."""
    entries = []
    for file in pathlib.Path("/etc/apt").glob("sources.list.d/*.sources"):
        for stanza in re.split(r"\n\s*\n", file.read_text()):
            field = dict(re.findall(r"^([A-Za-z-]+):\s*(.*)$", stanza, re.MULTILINE))
            if field.get("Types", "").startswith("deb"):
                options = f"[signed-by={field['Signed-By']}] " if "Signed-By" in field else ""
                for uri in field["URIs"].split():
                    for suite in field["Suites"].split():
                        entries.append(f"deb-src {options}{uri} {suite} {field.get('Components', 'main')}")
    for file in [pathlib.Path("/etc/apt/sources.list"), *pathlib.Path("/etc/apt").glob("sources.list.d/*.list")]:
        if file.exists():
            entries += re.findall(r"^deb(?:-src)? .*$", file.read_text(), re.MULTILINE)
    return "\n".join(re.sub(r"^deb ", "deb-src ", entry) for entry in entries) + "\n"


def fetch(folder: pathlib.Path) -> pathlib.Path:
    """Downloads the package's upstream archive into a folder and returns its path."""
    (folder / "lists" / "partial").mkdir(parents=True)
    (folder / "sources.list").write_text(source_list())
    apt = [
        "apt-get", "-q",
        "-o", f"Dir::Etc::SourceList={folder}/sources.list", "-o", "Dir::Etc::SourceParts=/dev/null",
        "-o", f"Dir::State::Lists={folder}/lists", "-o", "Dir::Cache::pkgcache=", "-o", "Dir::Cache::srcpkgcache=",
        "-o", "APT::Sandbox::User=", "-o", "Acquire::Languages=none", "-o", "Debug::NoLocking=true",
    ]  # fmt: skip
    subprocess.run([*apt, "update"], check=True, cwd=folder)
    subprocess.run([*apt, "source", "--download-only", "--tar-only", PACKAGE], check=True, cwd=folder)
    return next(folder.glob("*.orig.tar.*"))


def main() -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    if all((TARGET / f"{suite}.json").exists() for suite in SUITES):
        return
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fetch(pathlib.Path(folder))) as archive:
            for suite in SUITES:
                member = next(m for m in archive.getmembers() if m.name.endswith(f"/specs/{suite}.json"))
                content = archive.extractfile(member)
                if content is None:
                    sys.exit(f"{member.name} is no file")
                (TARGET / f"{suite}.json").write_bytes(content.read())
    print(f"Mustache specification in {TARGET.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
