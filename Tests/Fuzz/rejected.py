#!/usr/bin/env python3
"""Writes each text that a rule rejects into a folder, as a seed of FuzzRepair: what can be repaired is in these.

Usage: Tests/Fuzz/rejected.py FOLDER. The length of a seed chooses who judges it; line ends are added until it does.
"""

import pathlib
import re
import sys

# In the order of FuzzRepair's own list: the folders whose rules a profile has, and the forms that it is given.
WARDS = [("cable", None), ("banner", None), ("banner", "marked"), ("banner", "marking"), ("cui", "marked"),
         ("dod-distribution", "email"), ("cui", "dod"), ("banner", "state"), ("banner", "nato"), ("uk", "uk"), ("au", "au"),
         ("nz", "nz"), ("banner", "rollup")]


def ward(folder: str, form: str) -> int:
    for index, (rules, read) in enumerate(WARDS):
        if folder == rules and read in (form, folder):
            return index
    return next((index for index, (rules, _) in enumerate(WARDS) if folder == rules), 1)


target = pathlib.Path(sys.argv[1])
for path in sorted(pathlib.Path("Rules").glob("*/*.sch")):
    source = path.read_text()
    for number, (tag, text) in enumerate(re.findall(r"<cv:reject([^>]*)><!\[CDATA\[\n(.*?)\]\]>", source, re.DOTALL)):
        form = re.search(r'form="([^"]*)"', tag)
        seed = text.replace("↓", "").encode()
        while len(seed) % len(WARDS) != ward(path.parent.name, form.group(1) if form else ""):
            seed += b"\n"
        (target / f"{path.stem}-{number}").write_bytes(seed)
