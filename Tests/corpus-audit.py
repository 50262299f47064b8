#!/usr/bin/env python3
"""Writes the figures of docs/corpus-audit.md anew, from an audit of the released documents. What explains them is written by
hand, between the tables, and stays.

Usage: corpus-audit.py PROGRAM CORPUS PAGE
"""
import os
import re
import sqlite3
import subprocess
import sys
import tempfile

program, corpus, page = sys.argv[1:4]
if not os.path.isdir(corpus):
    raise SystemExit(f"the released documents are not beside the project, in {corpus}; {page} stays as it is")
folder = tempfile.TemporaryDirectory()
file = os.path.join(folder.name, "audit.sqlite")
code = subprocess.run([program, "audit", "--quiet", "--fail-on", "never", "--into", file, corpus]).returncode
if code not in (0, 3):
    raise SystemExit(f"caveat audit ended with {code}")
database = sqlite3.connect(file)
# The folder below the corpus that a document stands in.
database.create_function("folder", 1, lambda path: os.path.relpath(path, corpus).partition("/")[0])


def table(head, query):
    rows = database.execute(query).fetchall()
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join("–" if v is None else str(v) for v in row) + " |" for row in rows])


def listed(path, column):
    return f"""(SELECT group_concat(n || ' `' || {column} || '`', ', ') FROM (SELECT {column}, count(*) AS n
        FROM documents AS inner WHERE folder(inner.path) = {path} AND {column} IS NOT NULL
        GROUP BY {column} ORDER BY n DESC, {column}))"""


tables = {
    "folders": table(
        ["folder", "files", "checked", "no text", "not read", "read as", "errors", "warnings", "infos"],
        f"""SELECT '`' || folder(path) || '`', count(*), sum(status = 'checked'), sum(status = 'not-applicable'),
          sum(status NOT IN ('checked', 'not-applicable')), {listed('folder(documents.path)', 'form')},
          sum(errors), sum(warnings), sum(infos)
        FROM documents GROUP BY folder(path) ORDER BY folder(path)"""),
    "levels": table(
        ["folder", "levels"],
        f"""SELECT '`' || folder(path) || '`', {listed('folder(documents.path)', 'level')} FROM documents
        GROUP BY folder(path) HAVING count(level) > 0 ORDER BY folder(path)"""),
    "records": table(
        ["folder", "with a recorded level", "the same", "another"],
        """SELECT '`' || folder(path) || '`', count(recorded_level), sum(level IS recorded_level AND level IS NOT NULL),
          sum(recorded_level IS NOT NULL AND level IS NOT recorded_level)
        FROM documents GROUP BY folder(path) HAVING count(recorded_level) > 0 ORDER BY folder(path)"""),
    "rules": table(
        ["rule", "severity", "findings", "documents", "title"],
        """SELECT rule, severity, findings, documents, title FROM by_rule WHERE severity <> 'info'
        ORDER BY CASE severity WHEN 'error' THEN 0 ELSE 1 END, findings DESC, rule"""),
    "profiles": table(
        ["profile", "documents", "rules", "SHA-256 of the rules"],
        """SELECT '`' || profile || '`', (SELECT count(*) FROM documents WHERE documents.profile = rule_sets.profile),
          (SELECT count(*) FROM rules WHERE rules.profile = rule_sets.profile), '`' || substr(digest, 1, 16) || '…`'
        FROM rule_sets ORDER BY profile"""),
}

with open(page, encoding="utf-8") as source:
    text = source.read()
for name, content in tables.items():
    pattern = re.compile(rf"(<!-- audit: {name} -->\n).*?(<!-- end -->)", re.S)
    if not pattern.search(text):
        raise SystemExit(f"{page} has no place for the table '{name}'")
    text = pattern.sub(lambda found: found.group(1) + "\n" + content + "\n\n" + found.group(2), text)
with open(page, "w", encoding="utf-8") as target:
    target.write(text)
