#!/usr/bin/env python3
"""Compares the rule engine with other Schematron engines over marking documents made by chance.

    compare-random.py [--count N] [--seed N] [--engine lxml|saxon|both] [-- swift test options]

Real documents reach a small part of what a rule can be asked. The documents made here are valid against the contract
(Rules/marking-document.rng) and otherwise arbitrary; words are taken from the rules themselves, so that their
comparisons are hit. The test OracleExchange judges them, then every fired rule and failed assertion is compared as in
compare-svrl.py.
"""

import argparse
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

from lxml import etree

import schematron
from caveat import PROJECT, finish

RNG = "{http://relaxng.org/ns/structure/1.0}"
DAYS = [19740410, 19781201, 19820801, 19951001, 19951014, 20030325, 20051201, 20091214, 20100627, 20140318]


class Generator:
    """Makes documents that the contract allows."""

    def __init__(self, rules, chance):
        self.chance = chance
        grammar = etree.parse(str(PROJECT / "Rules/marking-document.rng")).getroot()
        self.definitions = {d.get("name"): d for d in grammar.findall(RNG + "define")}
        text = " ".join(path.read_text() for path in sorted(rules.glob("*.sch")))
        self.words = sorted(set(re.findall(r"'([^'<>&\n]{1,30})'", text)) | {"", "X"})
        self.at = 0

    def document(self):
        self.at = 0
        return self.element(self.definitions["document"].find(RNG + "element"), 0)

    def element(self, definition, depth):
        element = etree.Element(definition.get("name"))
        place = {"at": self.at, "length": self.chance.randrange(40), "line": 1 + self.at // 40, "column": 1 + self.at % 40}
        self.at += self.chance.randrange(1, 30)
        for name, value in place.items():
            element.set(name, str(value))
        for part in definition:
            self.part(part, element, depth)
        return element

    def part(self, part, element, depth):
        if part.tag == RNG + "attribute":
            element.set(part.get("name"), self.value(part))
        elif part.tag == RNG + "optional":
            if self.chance.random() < 0.7:
                for inner in part:
                    self.part(inner, element, depth)
        elif part.tag == RNG + "zeroOrMore":
            choices = [ref.get("name") for ref in part.iter(RNG + "ref")]
            if depth > 0:
                choices = [name for name in choices if name != "document"]
            for _ in range(self.chance.choice([0, 1, 2, 3, 4]) if depth else self.chance.randrange(30)):
                name = self.chance.choice(choices)
                quoted = name == "document"
                if quoted and self.chance.random() < 0.7:
                    continue
                element.append(self.element(self.definitions[name].find(RNG + "element"), depth + 1))
        elif part.tag == RNG + "group":
            for inner in part:
                self.part(inner, element, depth)
        elif part.tag == RNG + "choice":
            # Of what a telegram has and what another document has: the rules are those of telegrams.
            self.part(part[0], element, depth)
        elif part.tag == RNG + "ref" and part.get("name") != "place":
            definition = self.definitions[part.get("name")]
            inner = definition.find(RNG + "element")
            if inner is not None:
                element.append(self.element(inner, depth + 1))
            else:
                for inner in definition:
                    self.part(inner, element, depth)

    def value(self, attribute):
        values = [value.text for value in attribute.iter(RNG + "value")]
        if values:
            return self.chance.choice(values)
        data = attribute.find(RNG + "data")
        if data is not None and data.find(RNG + "param") is not None:
            return str(self.chance.choice(DAYS) + self.chance.choice([0, 0, 1, 250000]))
        if data is not None:
            return str(self.chance.choice([0, 0, 1, 1, 2, 3, 4, 5, 12, 56, 99, -1, 1500]))
        return self.chance.choice(self.words)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--engine", choices=["lxml", "saxon", "both"], default="both")
    parser.add_argument("swift", nargs="*", help="options for swift test")
    arguments = parser.parse_args()

    folder_of_rules = PROJECT / "Rules/cable"
    rules = schematron.Rules(folder_of_rules)
    engines = schematron.engines(rules, arguments.engine)
    generator = Generator(folder_of_rules, random.Random(arguments.seed))
    problems, counts = [], [0, 0, 0]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for index in range(arguments.count):
            document = generator.document()
            # caveat prints quoted telegrams last.
            for quoted in document.findall("document"):
                document.append(quoted)
            (folder / f"{index:05}.xml").write_bytes(etree.tostring(document))
        command = ["swift", "test", *arguments.swift, "--filter", "OracleExchange"]
        environment = {**os.environ, "CAVEAT_ORACLE": name}
        process = subprocess.run(command, cwd=PROJECT, env=environment, stdout=subprocess.PIPE, text=True, check=False)
        if process.returncode != 0:
            sys.exit(process.stdout + f"\nswift test ended with {process.returncode}")
        for path in sorted(folder.glob("*.xml")):
            root = etree.parse(str(path)).getroot()
            again = etree.parse(str(path.with_suffix(".again")), etree.XMLParser(remove_blank_text=True)).getroot()
            if etree.tostring(root, method="c14n") != etree.tostring(again, method="c14n"):
                problems.append(f"{path.stem}: the marking document is printed differently")
            said = json.loads(path.with_suffix(".json").read_bytes())["documents"][0]
            svrl = etree.parse(str(path.with_suffix(".svrl"))).getroot()
            found, *more = schematron.difference(path.stem, rules, engines, root, svrl, said)
            problems += found
            counts = [a + b for a, b in zip(counts, more)]
    finish(
        problems,
        f"{len(rules.ids)} rules over {counts[0]} telegrams made by chance (seed {arguments.seed}): {counts[1]} fired rules "
        f"and {counts[2]} failed assertions compared with {' and '.join(engine.name for engine in engines)}",
    )


if __name__ == "__main__":
    main()
