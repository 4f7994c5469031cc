"""All EPCIs of France as one network: it is built, soon, and its map can be sent."""

import csv
import gzip
import re
import time

from Harness.portal import DATE, PROJECT, portal, run

BASE = PROJECT / "Tests" / "Mistakes" / "_base"
# A machine that does other things meanwhile is no fault of the command: the figure is what is printed.
SECONDS, MOST_COMPRESSED = 20, 150_000


def test_all_epcis_of_france(pivot, tmp_path, measure):
    root = portal(tmp_path / "portal", BASE)
    with open(PROJECT / "site" / "referentiel" / "epci.csv", encoding="utf-8", newline="") as file:
        codes = [row["siren"] for row in csv.DictReader(file)]
    assert len(codes) >= 1250
    for code in codes:
        (root / "content" / "territoires" / f"t{code}.md").write_text(f'---\nsiren: "{code}"\n---\n', encoding="utf-8")
    start = time.monotonic()
    said = run(pivot, "build", root, "--date", DATE, folder=tmp_path)
    seconds = time.monotonic() - start
    assert said.code == 0, said.text
    page = (root / "site" / "public" / "carte" / "index.html").read_text(encoding="utf-8")
    svg = re.search(r'<svg class="geo geo-france.*?</svg>', page, re.DOTALL)[0]
    compressed = len(gzip.compress(svg.encode(), 6))
    measure(f"{len(codes)} EPCIs: built in {seconds:.1f} s, map {compressed} bytes compressed")
    assert {f"t{code}" for code in codes} <= set(re.findall(r'<a href="\.\./territoires/([^/]+)/', svg))
    assert compressed <= MOST_COMPRESSED and seconds < SECONDS
    home = (root / "site" / "public" / "index.html").read_text(encoding="utf-8")
    assert "geo-france" not in home and 'href="carte/index.html"' in home
