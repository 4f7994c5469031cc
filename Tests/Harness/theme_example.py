"""The theme of ten lines that themes/README.md shows, taken from there to the letter."""

from pathlib import Path
import re

from Harness.portal import PROJECT, lay


def example() -> dict[str, str]:
    """The files of the example: each is a code block below the line that names it."""
    text = (PROJECT / "themes" / "README.md").read_text(encoding="utf-8")
    found = re.findall(r"^`(themes/couleurs/[^`\n]+)`\n\n```\w+\n(.*?)```$", text, re.MULTILINE | re.DOTALL)
    assert found, "themes/README.md shows no example"
    return dict(found)


def with_example(root: Path, *names: str) -> Path:
    """The project's own portal with the example for theme, or only some of its files; without any, as it is."""
    root.mkdir(parents=True)
    for folder in ["content", "site", "themes"]:
        (root / folder).mkdir()
        lay(PROJECT / folder, root / folder)
    for path, text in example().items():
        if Path(path).name in names:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
    if names:
        settings = root / "site" / "site.yaml"
        text = settings.read_text(encoding="utf-8")
        assert "\ntheme: reseau\n" in text
        settings.unlink()  # A link to the project's own file.
        settings.write_text(text.replace("\ntheme: reseau\n", "\ntheme: couleurs\n"), encoding="utf-8")
    return root
