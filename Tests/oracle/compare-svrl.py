#!/usr/bin/env python3
"""Compares caveat's verdicts with those of other Schematron engines, rule by rule and place by place.

    compare-svrl.py [--rules FOLDER] [--engine lxml|saxon|both] CAVEAT FILE…

For each file, the marking document that `caveat parse --format xml` prints is given to every rule file, and what comes
out is compared with `caveat check --format svrl`: the elements that each rule judged, by which clause, and each failed
assertion with its location, test, severity and message. Which rules apply to the form and date of a document is taken
from caveat's JSON report; a quoted telegram is judged as a document of its own.

Two engines run the same rules: lxml (libxslt, libxml2) and Saxon (which shares no code with caveat). Both get the
stylesheets that the reference implementation of ISO Schematron, shipped with lxml, makes of the rules. An added
assertion that always fails reveals where each rule fired.

A profile that changes the severity of a rule changes it in the comparison too: run it with the default profile only
where the profile changes none, or give --ignore-role.
"""

import argparse
import json
import pathlib

from lxml import etree

import schematron
from caveat import PROJECT, check, finish, parse

def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--rules", type=pathlib.Path, default=PROJECT / "Rules/cable")
    parser.add_argument("--engine", choices=["lxml", "saxon", "both"], default="both")
    parser.add_argument("--ignore-role", action="store_true", help="the profile changes severities")
    parser.add_argument("caveat")
    parser.add_argument("files", nargs="+")
    arguments = parser.parse_args()

    rules = schematron.Rules(arguments.rules)
    engines = schematron.engines(rules, arguments.engine)
    problems, counts = [], [0, 0, 0]
    for name in arguments.files:
        made = check(arguments.caveat, [name], "json", "svrl")
        root = etree.fromstring(parse(arguments.caveat, name))
        said = json.loads(made["json"])["documents"][0]
        svrl = etree.fromstring(made["svrl"])
        found, *more = schematron.difference(name, rules, engines, root, svrl, said, arguments.ignore_role)
        problems += found
        counts = [a + b for a, b in zip(counts, more)]
    finish(
        problems,
        f"{len(rules.ids)} rules over {counts[0]} telegrams in {len(arguments.files)} files: {counts[1]} fired rules and "
        f"{counts[2]} failed assertions compared with {' and '.join(engine.name for engine in engines)}",
    )


if __name__ == "__main__":
    main()
