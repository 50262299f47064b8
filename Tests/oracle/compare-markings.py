#!/usr/bin/env python3
"""Compares the verdicts of `caveat marking --profile ic` with ODNI's rules as odni.py has them, over markings made by chance.

    compare-markings.py CAVEAT [--count N] [--seed N]

A marking must be valid for both or for neither. Where one rule of ODNI alone is broken and the text is well written, the
share of findings that cite its number is printed.
"""

import argparse
import collections
import json
import re
import subprocess

import odni
from caveat import Failure, finish
from markings import sample


def judge(caveat, markings):
    """What caveat says of each text, in order."""
    lines = "".join(f"{m['kind']}\t{text}\n" for m, text, _ in markings)
    process = subprocess.run(
        [caveat, "marking", "--profile", "ic", "--date", "2016-12-31", "-"], input=lines.encode(), stdout=subprocess.PIPE, check=False)
    if process.returncode not in (0, 1):
        raise Failure(f"caveat marking: exit code {process.returncode}")
    return [json.loads(line) for line in process.stdout.splitlines()]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("caveat")
    arguments.add_argument("--count", type=int, default=100_000)
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    markings = list(sample(options.count, options.seed))
    verdicts = judge(options.caveat, markings)
    if len(verdicts) != len(markings):
        raise Failure(f"{len(markings)} markings, {len(verdicts)} verdicts")
    groups = collections.defaultdict(list)
    invalid = single = cited = 0
    for (m, text, fault), verdict in zip(markings, verdicts):
        broken = odni.errors(m)
        invalid += bool(broken or fault)
        errors = sorted({f["rule"] for f in verdict["findings"] if f["severity"] == "error"})
        if verdict["valid"] != (not broken and not fault):
            expected = ", ".join(sorted(broken) + [f"written badly: {fault}"] * bool(fault)) or "nothing"
            groups[f"expected {expected}; reported {', '.join(errors) or 'nothing'}"].append(text)
        if len(broken) == 1 and not fault and not next(iter(broken)).startswith("C16"):
            single += 1
            numbers = " ".join(f["authority"] for f in verdict["findings"])
            cited += f"ISM-ID-{next(iter(broken))}" in re.findall(r"ISM-ID-\d{5}", numbers)
    problems = [
        f"{len(texts)} times {group}: {texts[0]}" for group, texts in sorted(groups.items(), key=lambda g: -len(g[1]))
    ]
    if cited * 100 < single * 95:
        problems.append(f"the number of the rule that is broken is cited in {cited} of {single}")
    finish(problems, f"{len(markings)} markings, {invalid} of them invalid, {cited} of {single} single causes cited")


if __name__ == "__main__":
    main()
