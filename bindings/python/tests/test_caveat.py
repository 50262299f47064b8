"""The package as it was installed, held against the program: CAVEAT names that, DOCUMENTS a folder of texts."""

import concurrent.futures
import json
import os
import pathlib
import random
import subprocess
import unittest

import caveat

PROGRAM = os.environ["CAVEAT"]
DOCUMENTS = sorted(path for path in pathlib.Path(os.environ["DOCUMENTS"]).iterdir() if path.is_file())


def by_program(data, *options):
    """What the program says of a document on standard input."""
    run = subprocess.run(
        [PROGRAM, "check", "--no-config", "--format", "json", *options, "-"], input=data, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, check=False)
    return json.loads(run.stdout)


def all_findings(telegram, depth=0):
    for finding in telegram["findings"]:
        yield finding, depth
    for inner in telegram["quoted"]:
        yield from all_findings(inner, depth + 1)


class CheckTests(unittest.TestCase):
    def test_findings_are_those_of_the_program(self):
        self.assertGreater(len(DOCUMENTS), 3)
        found = 0
        for path in DOCUMENTS:
            data = path.read_bytes()
            report = by_program(data)
            result = caveat.Checker().check(data)
            self.assertEqual(result.report, report, path.name)
            document = report["documents"][0]
            for name in ("verdict", "form", "profile", "level"):
                self.assertEqual(getattr(result, name), document[name], path.name)
            expected = list(all_findings(document))
            self.assertEqual(len(result.findings), len(expected), path.name)
            for finding, (other, depth) in zip(result.findings, expected):
                self.assertEqual(finding.depth, depth)
                self.assertEqual(finding.fix, other.get("fix"))
                for name in ("rule", "assertion", "severity", "message", "authority", "offset", "length", "line", "column"):
                    self.assertEqual(getattr(finding, name), other[name], (path.name, name))
            found += len(expected)
            self.assertEqual(caveat.check(data), result.findings)
        self.assertGreater(found, 3)

    def test_profile_and_form_are_those_of_the_program(self):
        data = DOCUMENTS[0].read_bytes()
        self.assertEqual(
            caveat.Checker("ic").check(data, form="wire").report, by_program(data, "--profile", "ic", "--form", "wire"))

    def test_papers_of_a_country_are_read_as_such(self):
        data = b"OFFICIAL-SENSITIVE\n\nDear Ann,\n\nThe harbour is deep.\n\nOFFICIAL-SENSITIVE\n"
        result = caveat.Checker("uk").check(data)
        self.assertEqual(result.report, by_program(data, "--profile", "uk"))
        self.assertEqual(result.form, "uk")

    def test_repairs_are_those_of_the_program(self):
        data = b"SECRET\n\n(TS//SI//NF) One.\n\n(S/NF) Two.\n\nSECRET\n"
        result = caveat.Checker("ic").check(data)
        self.assertEqual(result.report, by_program(data, "--profile", "ic"))
        self.assertIn("//", [finding.fix for finding in result.findings])
        self.assertTrue(any("edits" in finding for finding in result.report["documents"][0]["findings"]))

    def test_many_threads_use_one_checker(self):
        checker = caveat.Checker()
        texts = [path.read_bytes() for path in DOCUMENTS]
        alone = [checker.check(text) for text in texts]
        order = [index for index in range(len(texts)) for _ in range(20)]
        random.Random(1).shuffle(order)
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            together = list(pool.map(lambda index: checker.check(texts[index]), order))
        for index, result in zip(order, together):
            self.assertEqual(result, alone[index])

    def test_any_bytes_end_in_a_result_or_a_reason(self):
        dice = random.Random(2)
        checker = caveat.Checker()
        base = DOCUMENTS[0].read_bytes()
        for _ in range(200):
            data = bytearray(base)
            for _ in range(dice.randrange(1, 50)):
                data[dice.randrange(len(data))] = dice.randrange(256)
            try:
                self.assertIn(checker.check(data).verdict, ("passed", "passed-with-warnings", "failed", "unmarked"))
            except caveat.NotReadError as error:
                self.assertIn("; ", str(error))

    def test_what_is_no_text_is_refused(self):
        for data in (b"", b"%PDF-1.7", b"a\0b"):
            with self.assertRaises(caveat.NotReadError) as caught:
                caveat.check(data)
            self.assertIn("; ", str(caught.exception))

    def test_wrong_names_are_refused(self):
        with self.assertRaises(ValueError):
            caveat.Checker("no-such-profile")
        with self.assertRaises(ValueError):
            caveat.Checker().check(b"UNCLASSIFIED", form="no-such-form")
        with self.assertRaises(ValueError):
            caveat.Checker("ic\0")

    def test_version(self):
        program = subprocess.run([PROGRAM, "--version"], stdout=subprocess.PIPE, check=True, text=True).stdout
        self.assertEqual(program.split()[1], caveat.version())


if __name__ == "__main__":
    unittest.main()
