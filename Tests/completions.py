#!/usr/bin/env python3
"""Asks bash, zsh and fish themselves what they complete, with the files of docs/completions.

Usage: Tests/completions.py FOLDER, which holds the three files. In bash and zsh a key puts all candidates into the line, as
a user could, and the line is then run with a command that prints its words; fish answers in a script.
"""

import os
import pathlib
import pty
import select
import subprocess
import sys
import tempfile
import time

PATIENCE = 60
START, END = "<<<", ">>>"

# The line, what has to be among the candidates, and what must not.
CASES = [
    ("caveat ", ["check", "audit", "redact", "verify", "help"], ["write", "--format"]),
    ("caveat rul", ["rule", "rules"], ["check"]),
    ("caveat rules ", ["test"], ["write", "diff"]),
    ("caveat audit ", ["report", "diff", "query", "merge", "memo.txt"], ["write"]),
    ("caveat check --fo", ["--format", "--form"], ["--fail-on"]),
    ("caveat check --", ["--format", "--baseline", "--suppressions", "--fail-on", "--help"], ["--policy", "--into"]),
    ("caveat ledger check --", ["--help"], ["--format", "--baseline", "--policy"]),
    ("caveat audit report --", ["--format", "--output"], ["--into", "--shard"]),
    ("caveat baseline write --", ["--baseline", "--profile"], ["--format"]),
    ("caveat check --fail-on ", ["error", "warning", "info", "never"], ["sarif", "memo.txt"]),
    ("caveat check --format s", ["sarif", "svrl"], ["text", "json"]),
    ("caveat parse --format ", ["text", "xml", "json"], ["sarif", "memo.txt"]),
    ("caveat redact --treat-unmarked-as ", ["withhold", "release"], ["memo.txt"]),
    ("caveat check --profile nara", ["nara-cui"], ["state"]),
    ("caveat check me", ["memo.txt"], ["--format"]),
    ("caveat check --baseline me", ["memo.txt"], ["sarif"]),
    ("caveat check --rules ", ["our-rules"], ["memo.txt"]),
    ("caveat redact --policy public-release me", ["memo.txt"], []),
]


class Terminal:
    """A shell that believes that somebody types."""

    def __init__(self, command: list[str], folder: str, environment: dict[str, str]):
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execvpe(command[0], command, environment)
        self.text = ""

    def type(self, text: str):
        os.write(self.descriptor, text.encode())

    def wait_for(self, end: str) -> str:
        """What it printed up to a word, which is waited for."""
        deadline = time.monotonic() + PATIENCE
        while end not in self.text:
            if not select.select([self.descriptor], [], [], max(0, deadline - time.monotonic()))[0]:
                raise SystemExit(f"FAILED: no answer within {PATIENCE} s: {self.text!r}")
            self.text += os.read(self.descriptor, 65536).decode(errors="replace")
        before, _, self.text = self.text.partition(end)
        return before

    def close(self):
        os.close(self.descriptor)
        os.waitpid(self.pid, 0)


def words_of(answer: str) -> list[str]:
    return [word for word in answer.rpartition(START)[2].split("\r\n") if word]


def typed(terminal: Terminal, key: str, line: str) -> list[str]:
    # The words come on lines of their own: what is typed is printed too, and never has them at its start.
    terminal.type(line + key + "\n")
    return words_of(terminal.wait_for(f"\r\n{END}\r\n"))


# Prints its words. What surrounds them is not in the text of the function, which the terminal shows.
PRINTER = "caveat() { printf '%s\\n' '<'\"<<\" \"$@\" '>'\">>\"; }\n"


class Bash:
    def __init__(self, files: pathlib.Path, folder: str, environment: dict[str, str]):
        setup = pathlib.Path(environment["HOME"], "bashrc")
        setup.write_text(f"PS1='$ '\nbind 'set bell-style none'\nbind 'set enable-bracketed-paste off'\n"
                         f"bind '\"\\C-t\": insert-completions'\nsource '{files}/caveat.bash'\n{PRINTER}")
        self.terminal = Terminal(["bash", "--noprofile", "--rcfile", str(setup), "-i"], folder, environment)
        self.terminal.type("caveat ready\n")
        self.terminal.wait_for(f"\r\n{END}\r\n")

    def complete(self, line: str) -> list[str]:
        return typed(self.terminal, "\x14", line)


class Zsh:
    def __init__(self, files: pathlib.Path, folder: str, environment: dict[str, str]):
        pathlib.Path(environment["HOME"], ".zshrc").write_text(
            f"PS1='$ '\nunsetopt beep prompt_cr prompt_sp\nfpath=('{files}' $fpath)\n"
            "autoload -Uz compinit && compinit -u\n"
            "zle -C all-matches complete-word _generic\nbindkey '^T' all-matches\n"
            "zstyle ':completion:all-matches::::' completer _all_matches _complete\n"
            "zstyle ':completion:all-matches:*' insert yes\n"
            f"{PRINTER}")
        self.terminal = Terminal(["zsh", "-d", "-i"], folder, environment)
        self.terminal.type("caveat ready\n")
        self.terminal.wait_for(f"\r\n{END}\r\n")

    def complete(self, line: str) -> list[str]:
        return typed(self.terminal, "\x14", line)


class Fish:
    def __init__(self, files: pathlib.Path, folder: str, environment: dict[str, str]):
        self.files, self.folder, self.environment = files, folder, environment

    def complete(self, line: str) -> list[str]:
        script = f"source '{self.files}/caveat.fish'\ncomplete -C '{line}'"
        run = subprocess.run(["fish", "--no-config", "-c", script], cwd=self.folder, env=self.environment, check=True,
                             capture_output=True, text=True, timeout=PATIENCE)
        return [candidate.split("\t")[0] for candidate in run.stdout.splitlines()]

    def close(self):
        pass


def main():
    files = pathlib.Path(sys.argv[1]).resolve()
    passed = failed = 0
    for shell in (Bash, Zsh, Fish):
        with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as home:
            pathlib.Path(folder, "memo.txt").write_text("SECRET\n")
            pathlib.Path(folder, "our-rules").mkdir()
            environment = {"HOME": home, "ZDOTDIR": home, "PATH": os.environ["PATH"], "TERM": "xterm", "LC_ALL": "C.UTF-8",
                           "COLUMNS": "4000", "LINES": "1000"}
            session = shell(files, folder, environment)
            for line, wanted, unwanted in CASES:
                candidates = [word.rstrip("/") for word in session.complete(line)]
                missing = [word for word in wanted if word not in candidates]
                # In bash and zsh the words of the line itself are printed too.
                extra = [word for word in unwanted if word in candidates]
                if not missing and not extra:
                    passed += 1
                else:
                    failed += 1
                    print(f"FAILED: {shell.__name__}: '{line}' lacks {missing}, offers {extra}; it gives {candidates}")
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed != 0)


if __name__ == "__main__":
    main()
