"""Checks classification and handling markings in documents: `caveat.check(bytes)` gives the findings.

Nothing of a document's text stands in what is returned: markings, numbers and places only.
"""

import functools
import json as _json
from dataclasses import dataclass
from typing import List, Optional

from . import _library

__all__ = ["Checker", "Finding", "NotReadError", "Result", "check", "version"]


class NotReadError(ValueError):
    """The bytes are no text. Its message says what they are and what to do."""


@dataclass(frozen=True)
class Finding:
    """One place where one rule does not hold."""

    rule: str
    assertion: str
    #: "info", "warning" or "error"
    severity: str
    #: One sentence.
    message: str
    #: The paragraph that it rests on.
    authority: str
    #: In bytes of the document.
    offset: int
    length: int
    #: From 1; columns count characters.
    line: int
    column: int
    #: What belongs in its place, where that is certain.
    fix: Optional[str]
    #: 0, or of how many telegrams inside others it is.
    depth: int


@dataclass(frozen=True)
class Result:
    """What was found in one document."""

    #: "passed", "passed-with-warnings", "failed" or "unmarked"
    verdict: str
    #: What the document was read as: "wire", "marked", ...
    form: str
    #: Whose rules judged it.
    profile: str
    #: "U", "LOU", "C", "S", "TS" or "none"
    level: str
    findings: List[Finding]
    #: The report of `caveat check --format json`, for a file of the name "-".
    report: dict


class Checker:
    """The rules, made ready. Any number of threads may use one."""

    def __init__(self, profile: Optional[str] = None):
        """`profile` names the rules for all documents; without it they are chosen by each document."""
        self._handle = None
        self._handle = _library.create(profile)
        if self._handle is None:
            raise ValueError("there is no such profile; caveat rules --help names them")

    def check(self, document: bytes, form: Optional[str] = None) -> Result:
        """Checks a document. `form` says what it looks like; without it that is recognised."""
        with _library.checking(self._handle, document, form) as handle:
            if handle is None:
                raise ValueError("there is no such form; caveat check --help names them")
            problem = _library.text("problem", handle)
            if problem is not None:
                raise NotReadError(problem)
            return Result(
                verdict=_library.text("verdict", handle),
                form=_library.text("form", handle),
                profile=_library.text("profile", handle),
                level=_library.text("level", handle),
                findings=[Finding(**values) for values in _library.findings(handle)],
                report=_json.loads(_library.report(handle)),
            )

    def __del__(self):
        if self._handle is not None:
            _library.destroy(self._handle)


@functools.lru_cache(maxsize=None)
def _standard() -> Checker:
    return Checker()


def check(document: bytes) -> List[Finding]:
    """The findings in a document, in order of place.

    Raises NotReadError where the bytes are no text.
    """
    return _standard().check(document).findings


def version() -> str:
    """The version of the library."""
    return _library.version()
