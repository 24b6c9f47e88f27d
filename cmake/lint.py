#!/usr/bin/env python3
# SPDX-FileCopyrightText: Kindling contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-tidy and clazy over many sources at once: lint.py BUILD FILE...

Both walk all of Qt's headers for each source they are given, so a folder is given to them as a few batches that include several
sources each (six times less work, measured). Sources that cannot stand in one batch, because they have local names in common, are
kept apart as far as a look at their lines tells; a batch that still does not compile is read source by source.
Prints each finding once; exit code 1 when there is one. BUILD has compile_commands.json of the lint preset.
"""
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys

BATCH = 12
# qstring-ref advises functions of Qt 5; qhash-namespace does not see that a template (Id) stands in the namespace of its own argument.
CLAZY = "level0,level1,no-qstring-allocations,no-non-pod-global-static,no-overridden-signal,no-qhash-namespace,no-qstring-ref"
OURS = "/(core|ui|app)/"
LOCAL = re.compile(r"^(?:template ?<[^>]*> ?)?(?:[\w:<>,&*\[\]]+ )+[&*]?(\w+)(?:\(|\{| =|\[|;)")
TYPE = re.compile(r"^(?:struct|class|enum class|enum|using) (\w+)")
FINDING = re.compile(r"(warning|error): ")


def local_names(source):
    """Names at the left edge of a source: what is in its unnamed namespace, and a little more. Types, then the rest."""
    types, others = set(), set()
    for line in source.read_text().splitlines():
        if found := TYPE.match(line):
            types.add(found[1])
        elif found := LOCAL.match(line):
            others.add(found[1])
    return types, others


def batches(entries):
    """Entries of the compile commands in groups of one folder and the same flags, without a local name in common."""
    open_batches = {}
    for entry in entries:
        source = pathlib.Path(entry["file"])
        flags = entry["command"].split(" -o ")[0]
        types, others = local_names(source)
        words = set(re.findall(r"\w+", source.read_text()))
        for batch in open_batches.setdefault((source.parent, flags), []):
            clash = types & batch["words"] or batch["types"] & words or others & batch["others"]
            if len(batch["entries"]) < BATCH and not clash:
                break
        else:
            batch = {"entries": [], "types": set(), "others": set(), "words": set()}
            open_batches[source.parent, flags].append(batch)
        batch["entries"].append(entry)
        batch["types"] |= types
        batch["others"] |= others
        batch["words"] |= words
    return [batch["entries"] for group in open_batches.values() for batch in group]


def findings(tool, folder, sources):
    if tool == "clang-tidy":
        command = ["clang-tidy-14", "--quiet", "--config-file=.clang-tidy", f"--header-filter={OURS}"]
    else:
        command = ["clazy-standalone", f"--header-filter={OURS}"]
    told = subprocess.run(command + ["-p", str(folder)] + sources, capture_output=True, text=True, env=os.environ | {"CLAZY_CHECKS": CLAZY})
    return {line for line in (told.stdout + told.stderr).splitlines() if FINDING.search(line)}


def lint(tool, build, folder, batch, name):
    sources = [entry["file"] for entry in batch]
    if name is None:
        return findings(tool, build, sources)
    found = findings(tool, folder, [name])
    if any("error: " in line for line in found):
        return findings(tool, build, sources)
    return found


def main(build, files):
    wanted = {str(pathlib.Path(file).resolve()) for file in files}
    entries = [entry for entry in json.loads((build / "compile_commands.json").read_text()) if entry["file"] in wanted]
    folder = build / "batches"
    folder.mkdir(exist_ok=True)
    work, commands = [], []
    for number, batch in enumerate(batches(entries)):
        name = None
        if len(batch) > 1:
            name = str((folder / f"batch{number}.cpp").resolve())
            pathlib.Path(name).write_text("".join(f'#include "{entry["file"]}"\n' for entry in batch))
            command = batch[0]["command"].replace(batch[0]["file"], name)
            commands.append(batch[0] | {"file": name, "command": command.replace(" -Wshadow", "")})  # locals of neighbours are no shadows
        work.append((batch, name))
    (folder / "compile_commands.json").write_text(json.dumps(commands))
    work.sort(key=lambda piece: -len(piece[0]))
    found = set()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for tool in ("clang-tidy", "clazy"):
            print(f"{tool} over {len(entries)} files in {len(work)} batches", file=sys.stderr, flush=True)
            for told in pool.map(lambda piece: lint(tool, build, folder, *piece), work):
                for line in sorted(told - found):
                    print(line, flush=True)
                found |= told
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), sys.argv[2:]))
