#!/usr/bin/env python3
"""Holds caveat's reports against their grammars, with engines that are not libxml2.

    validate-reports.py CAVEAT FILE…

For each file: the XML report with jing (Reports/caveat-report.rng) and xmlschema (Reports/caveat-report.xsd), the SVRL
with jing (Reports/svrl.rng), the marking document with jing (Rules/marking-document.rng), the JSON report by parsing it
and looking for the keys that are promised. Then the same for the recorded samples of the project.

Needs the Debian package jing and the packages of requirements.txt.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

import xmlschema

from caveat import PROJECT, check, finish, parse

DOCUMENT_KEYS = {"file", "digest", "bytes", "form", "profile", "level", "captions", "verdict", "findings", "rules", "quoted"}
FINDING_KEYS = {"rule", "assertion", "severity", "message", "authority", "file", "line", "column", "offset", "length"}
LEVELS = {"U", "LOU", "C", "S", "TS", "none"}
BATCH = 400


def jing(grammar, files):
    """What jing says about some files."""
    problems = []
    for start in range(0, len(files), BATCH):
        batch = [str(file) for file in files[start : start + BATCH]]
        process = subprocess.run(
            ["jing", str(grammar), *batch], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False
        )
        if process.returncode != 0:
            problems += process.stdout.splitlines() or [f"jing ended with {process.returncode} on {grammar}"]
    return problems


def json_problems(name, data):
    """What a JSON report lacks."""
    report = json.loads(data)
    for key in ("tool", "version", "profile", "ruleSet", "documents", "unread"):
        if key not in report:
            yield f"{name}: no {key}"
    for document in report["documents"]:
        yield from (f"{name}: a document has no {key}" for key in sorted(DOCUMENT_KEYS - document.keys()))
        if document["level"] not in LEVELS:
            yield f"{name}: level {document['level']}"
        for telegram in [document, *document["quoted"]]:
            for finding in telegram["findings"]:
                yield from (f"{name}: a finding has no {key}" for key in sorted(FINDING_KEYS - finding.keys()))


def main():
    caveat, files = sys.argv[1], sys.argv[2:]
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        reports, svrl, documents = [], [], []
        for index, file in enumerate(files):
            made = check(caveat, [file], "xml", "svrl", "json")
            for form, collection in (("xml", reports), ("svrl", svrl)):
                path = folder / f"{index}.{form}"
                path.write_bytes(made[form])
                collection.append(path)
            path = folder / f"{index}.marking.xml"
            path.write_bytes(parse(caveat, file))
            documents.append(path)
            problems += json_problems(file, made["json"])
        # Those of other grammars are held against them below and by validate-services.py.
        recorded = [path for path in PROJECT.glob("Reports/samples/reports/*.xml") if path.name.count(".") == 1]
        recorded.append(PROJECT / "Tests/Golden/reports/report.xml")
        documents += PROJECT.glob("Reports/samples/reports/*.marking.xml")
        reports += recorded
        svrl += [*PROJECT.glob("Reports/samples/reports/*.svrl"), *PROJECT.glob("Tests/Golden/reports/report.svrl")]
        problems += jing(PROJECT / "Reports/caveat-report.rng", reports)
        problems += jing(PROJECT / "Reports/svrl.rng", svrl)
        problems += jing(PROJECT / "Rules/marking-document.rng", documents)
        schema = xmlschema.XMLSchema10(str(PROJECT / "Reports/caveat-report.xsd"))
        for path in reports:
            problems += [f"{path}: {error.reason} at {error.path}" for error in schema.iter_errors(str(path))]
    finish(problems, f"{len(files)} files and {len(recorded)} recorded samples against their grammars")


if __name__ == "__main__":
    main()
