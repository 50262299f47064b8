#!/usr/bin/env python3
"""Runs the commands that the documents show, and compares what happens with what they show.

Usage: Tests/pages.py PROGRAM [PAGE…]. With RECORD=1 the pages are written anew, and the run fails where they had to be, but
for numbers of rules and digests, which are written as well. A page is run from top to bottom in one shell, in an empty
folder; the variable CAVEAT names the folder of the project. In a block `console` a line with `$ ` is a command, lines with
`> ` go on with it, and the rest is what it prints. In docs/writing-rules.md, whose commands are to be copied whole, a block
`sh` is a command and the block `text` behind it what it prints.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
IN_PROJECT = {"README.md"}
COPIED = {"docs/writing-rules.md"}
END_OF_OUTPUT = "\x1e"


def unversioned(line: str) -> str:
    """A line without the number of rules and their digest, which change with every rule."""
    if re.match(r"(Profile |  rules: )", line):
        return re.sub(r"[0-9a-f]{16}|[0-9]+", "N", line)
    return line


class Shell:
    """One bash, which is given a command at a time."""

    def __init__(self, program: pathlib.Path, folder: pathlib.Path, home: pathlib.Path):
        (home / "caveat").symlink_to(program)
        environment = {
            "PATH": f"{home}:{os.environ['PATH']}", "HOME": str(home), "CAVEAT": str(ROOT), "LC_ALL": "C.UTF-8",
            "TZ": "UTC", "GIT_CONFIG_NOSYSTEM": "1",
        }
        (home / ".gitconfig").write_text("[init]\ndefaultBranch = main\n[user]\nname = A\nemail = a@example.org\n")
        self.bash = subprocess.Popen(
            ["bash", "--norc", "--noprofile"], cwd=folder, env=environment, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def run(self, command: str) -> tuple[list[str], int]:
        """What a command prints, and its exit code; the next command sees it as $?."""
        quoted = "'" + command.replace("'", "'\\''") + "'"
        self.bash.stdin.write(
            f"eval {quoted} </dev/null; code=$?; printf '{END_OF_OUTPUT}%d\\n' $code; (exit $code)\n".encode())
        self.bash.stdin.flush()
        output = ""
        for line in self.bash.stdout:
            text, end, code = line.decode().partition(END_OF_OUTPUT)
            output += text
            if end:
                return output.splitlines(), int(code)
        raise SystemExit(f"FAILED: the shell ended with: {command}")

    def close(self):
        self.bash.stdin.close()
        self.bash.wait()


def steps(lines: list[str], copied: bool):
    """The commands of a page, each with the first and last line of what it is shown to print (as a slice)."""
    kind, start = None, 0
    pending = None
    for number, line in enumerate(lines):
        if not line.startswith("```"):
            continue
        if kind is None:
            kind, start = line[3:] or "none", number + 1
            continue
        body = slice(start, number)
        if kind == "console":
            yield from console(lines, body)
        elif copied and kind == "sh":
            if pending is not None:
                yield pending, None
            pending = "\n".join(lines[body])
        elif copied and kind == "text" and pending is not None:
            yield pending, body
            pending = None
        kind = None
    if pending is not None:
        yield pending, None


def console(lines: list[str], body: slice):
    command, shown = None, body.start
    for number in range(body.start, body.stop):
        line = lines[number]
        if line.startswith("$ "):
            if command is not None:
                yield command, slice(shown, number)
            command, shown = line[2:], number + 1
        elif line.startswith("> ") and shown == number:
            command, shown = f"{command}\n{line[2:]}", number + 1
    if command is not None:
        yield command, slice(shown, body.stop)


def follow(page: str, program: pathlib.Path) -> tuple[int, int]:
    """Runs a page; how many of its commands did what it shows, and how many did not."""
    path = ROOT / page
    lines = path.read_text().split("\n")
    passed, failed, changes = 0, 0, []
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryDirectory() as empty:
        shell = Shell(program, ROOT if page in IN_PROJECT else pathlib.Path(empty), pathlib.Path(home))
        for command, shown in steps(lines, page in COPIED):
            printed, code = shell.run(command)
            expected = lines[shown] if shown else None
            if expected is None:
                good = code == 0
            else:
                good = list(map(unversioned, printed)) == list(map(unversioned, expected))
                if printed != expected:
                    changes.append((shown, printed))
            if good:
                passed += 1
                continue
            failed += 1
            print(f"FAILED: {page}: {command}", *(f"    < {line}" for line in expected or []),
                  *(f"    > {line}" for line in printed), f"    exit code {code}", sep="\n")
        shell.close()
    if os.environ.get("RECORD") and changes:
        for shown, printed in reversed(changes):
            lines[shown] = printed
        path.write_text("\n".join(lines))
    if passed + failed == 0:
        raise SystemExit(f"FAILED: {page} shows no command")
    return passed, failed


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    pages = sys.argv[2:] or sorted(IN_PROJECT | COPIED | {
        str(page.relative_to(ROOT)) for page in ROOT.glob("docs/*.md") if "\n```console\n" in page.read_text()})
    totals = [follow(page, program) for page in pages]
    failed = sum(bad for _, bad in totals)
    print(f"{sum(good for good, _ in totals)} passed, {failed} failed")
    sys.exit(failed != 0)


if __name__ == "__main__":
    main()
