"""What the oracle scripts share: running caveat, and the folder of the project."""

import json
import pathlib
import subprocess
import sys
import tempfile

PROJECT = pathlib.Path(__file__).resolve().parent.parent.parent


class Failure(Exception):
    """caveat did not do what it was asked."""


def run(caveat, arguments, accepted=(0,)):
    """Runs caveat and gives what it wrote; any other exit code than the accepted ones is a failure."""
    process = subprocess.run([caveat, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if process.returncode not in accepted:
        message = process.stderr.decode(errors="replace").strip()
        raise Failure(f"caveat {' '.join(arguments)}: exit code {process.returncode}. {message}")
    return process.stdout


def parse(caveat, path):
    """The marking document of a file, as XML."""
    return run(caveat, ["parse", "--format", "xml", path])


def check(caveat, paths, *forms):
    """The reports on some files in the given forms, from one run: form to bytes."""
    with tempfile.TemporaryDirectory() as folder:
        arguments = ["check", "--fail-on", "never"]
        for form in forms:
            arguments += ["--format", form, "--output", f"{folder}/report.{form}"]
        run(caveat, [*arguments, "--", *paths])
        return {form: pathlib.Path(folder, f"report.{form}").read_bytes() for form in forms}


def report(caveat, paths):
    """The JSON report on some files, as objects."""
    return json.loads(check(caveat, paths, "json")["json"])


def finish(problems, summary):
    """Prints the problems to stderr and one line of result, and ends the program."""
    for problem in problems[:50]:
        print(problem, file=sys.stderr)
    if len(problems) > 50:
        print(f"… and {len(problems) - 50} more", file=sys.stderr)
    print(f"{'FAILED' if problems else 'ok'}: {summary}" + (f", {len(problems)} problems" if problems else ""))
    sys.exit(1 if problems else 0)
