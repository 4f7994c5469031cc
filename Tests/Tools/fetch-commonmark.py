#!/usr/bin/env python3
"""Fetches the CommonMark specification's examples into a folder that git ignores.

The examples belong to the specification, so they are not kept here: they come in the source archive of a Markdown
package on PyPI, at a fixed version. Usage: fetch-commonmark.py [FOLDER], by default .outils at the root.
"""

import json
import pathlib
import re
import subprocess
import sys
import tarfile
import tempfile

NAME, VERSION = "marko", "2.2.4"
MEMBER = "tests/spec/commonmark.txt"
EXPECTED = 652
EXAMPLE = re.compile(r"^`{32} example\b[^\n]*\n(.*?)^\.\n(.*?)^`{32}$", re.MULTILINE | re.DOTALL)


def specification() -> str:
    """The text of the specification, from the package's source archive."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", NAME, "--dest", folder,
             f"{NAME}=={VERSION}"],
            check=True,
        )
        archive = next(pathlib.Path(folder).glob("*.tar.gz"))
        with tarfile.open(archive) as tar:
            name = next(name for name in tar.getnames() if name.endswith(MEMBER))
            file = tar.extractfile(name)
            if file is None:
                raise SystemExit(f"{name} is not a file in {archive.name}")
            return file.read().decode("utf-8")


def main() -> None:
    root = pathlib.Path(__file__).resolve().parents[2]
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else root / ".outils"
    target = folder / "commonmark.json"
    if target.exists() and len(json.loads(target.read_text("utf-8"))) == EXPECTED:
        return
    examples = [text.replace("\u2192", "\t") for text, _ in EXAMPLE.findall(specification())]
    if len(examples) != EXPECTED:
        raise SystemExit(f"{len(examples)} examples instead of {EXPECTED} in {NAME} {VERSION}")
    folder.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(examples, ensure_ascii=False, indent=0) + "\n", "utf-8")
    print(f"{len(examples)} examples in {target}")


if __name__ == "__main__":
    main()
