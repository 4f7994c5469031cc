#!/usr/bin/env python3
"""Kills builds at spread instants: the published folder must be the old site or the new one, whole.

    kill_builds.py COMMAND ROOT_A ROOT_B [--kills N] [--output DIR]

ROOT_A and ROOT_B are two states of one portal. COMMAND is called as `COMMAND build ROOT --output DIR`. Each state is
built to learn what it publishes and how long that takes; then builds of the one over the other are killed, at instants
spread over all that a build lasts, also when it has to clear what the killed one left. At the end, an ordinary build
must succeed and leave nothing beside the site.
"""

import argparse
import hashlib
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile
import time


def fingerprint(folder):
    """Every path below a folder with its bytes; None when there is no folder."""
    if not os.path.lexists(folder):
        return None
    found = {}
    for parent, folders, files in os.walk(folder):
        for name in files + [name + "/" for name in folders]:
            path = pathlib.Path(parent, name)
            content = b"" if name.endswith("/") else path.read_bytes()
            found[str(path.relative_to(folder))] = hashlib.sha256(content).hexdigest()
    return found


def build(command, root, output):
    """Builds, and returns the seconds that it took."""
    start = time.monotonic()
    done = subprocess.run(command + ["build", root, "--output", output], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{root}: the build failed with {done.returncode}\n{done.stdout}{done.stderr}")
    return time.monotonic() - start


def kill(command, root, output, after):
    """Starts a build and kills it; returns whether it was still running."""
    process = subprocess.Popen(
        command + ["build", root, "--output", output], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(timeout=after)
        return False
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return True


def differences(found, old, new):
    if found is None:
        return "there is no folder"
    lines = [f"{len(found)} paths; the old site has {len(old)}, the new one {len(new)}"]
    for path in sorted(set(found) | set(old) | set(new)):
        states = [("old", old.get(path)), ("new", new.get(path))]
        same = [name for name, state in states if state == found.get(path)]
        kind = " and ".join(same) or ("neither old nor new" if path in found else "missing")
        if same != ["old", "new"]:
            lines.append(f"  {path}: {kind}")
    return "\n".join(lines[:40])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", help="the pivot command")
    parser.add_argument("roots", nargs=2, metavar="ROOT")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--output", help="where to publish; a temporary folder else")
    arguments = parser.parse_args()
    command = shlex.split(arguments.command)
    scratch = tempfile.mkdtemp(prefix="pivot-kill-")
    try:
        output = os.path.join(arguments.output or scratch, "public")
        check(command, arguments.roots, output, arguments.kills)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def check(command, roots, output, kills):
    sites, seconds = [], 0.0
    for root in roots + roots[:1]:
        seconds = max(seconds, build(command, root, output))
        sites.append(fingerprint(output))
    if sites[0] != sites[2]:
        sys.exit("two builds of one portal differ")
    if sites[0] == sites[1]:
        sys.exit("the two portals publish the same site: nothing can be told apart")
    current, killed, before, after = 0, 0, 0, 0
    for number in range(kills):
        other = 1 - current
        # The golden ratio spreads any count of instants evenly.
        running = kill(command, roots[other], output, seconds * (number * 0.618034 % 1))
        killed += running
        found = fingerprint(output)
        if found == sites[other]:
            current, after = other, after + running
        elif found == sites[current]:
            before += running
        else:
            sys.exit(f"kill {number}: a broken site\n{differences(found, sites[current], sites[other])}")
        if number % 10 == 9:
            # Neither wait for builds that have ended, nor miss the end of all.
            seconds *= 0.9 if 3 * killed < 2 * number else 1.5 if 8 * (number - killed + after) < number else 1
    other = 1 - current
    build(command, roots[other], output)
    if fingerprint(output) != sites[other]:
        sys.exit("the build after the kills published something else")
    beside = [name for name in os.listdir(os.path.dirname(output)) if name != os.path.basename(output)]
    if beside:
        sys.exit(f"left beside the site: {beside}")
    print(f"{kills} builds, {killed} killed: {before} before the new site was published, {after} after; always whole")
    if killed < kills // 2 or killed == kills:
        sys.exit("the instants do not cover the whole build")


if __name__ == "__main__":
    main()
