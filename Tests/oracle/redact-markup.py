#!/usr/bin/env python3
"""Redacts pages and XML documents made by chance and reads the copies with engines that are not ours.

    redact-markup.py CAVEAT [--count N] [--seed N]

A name and a number are planted in random places of random documents, in random spellings. Each copy is read with html5lib
and lxml (pages) or lxml's XML parser: no text, attribute, name, comment or other node may hold them, whatever is decoded of
it, and the words around them are still there. Then `caveat verify` must agree, and a copy of the copy must be the copy.

Needs the packages of requirements.txt.
"""

import argparse
import base64
import html
import pathlib
import random
import re
import subprocess
import tempfile
import unicodedata
import urllib.parse

import html5lib
import lxml.etree
import lxml.html

from caveat import finish

SECRETS = ["quimby", "kheng", "514387793"]
LOOKALIKES = str.maketrans({"а": "a", "у": "y", "і": "i", "е": "e", "о": "o", "р": "p", "с": "c"})
INLINE = ["b", "i", "em", "strong", "span", "u", "small", "code", "mark", "a"]
BLOCK = ["p", "div", "li", "td", "h1", "h3", "blockquote", "section", "article", "dd", "pre", "header", "caption", "summary"]
HIDDEN = ["script", "style", "template", "noscript", "svg", "math", "iframe", "textarea", "object", "noembed", "canvas"]
ATTRIBUTES = ["title", "alt", "id", "class", "data-x", "onclick", "aria-label", "style", "value", "lang", "summary", "name"]


def letters(text):
    """Letters and digits alone, in the forms that everybody types."""
    text = unicodedata.normalize("NFKD", text).translate(LOOKALIKES).lower()
    return "".join(
        str(unicodedata.decimal(c)) if unicodedata.decimal(c, None) is not None else c
        for c in text
        if c.isalnum()
    )


def decoded(text):
    """Everything that can be made of a text."""
    texts = {text, html.unescape(text), html.unescape(html.unescape(text))}
    texts |= {re.sub(r"<[^>]*>", "", t) for t in texts}
    texts |= {urllib.parse.unquote(t) for t in texts}
    for run in re.findall(r"[A-Za-z0-9+/]{8,}", text):
        texts.add(base64.b64decode(run[: len(run) // 4 * 4] or "", validate=False).decode("utf-8", "ignore"))
    return texts


def spelling(dice, plain, tags):
    """One way to write a secret: some of its characters as references, look-alikes or with something unseen between."""
    out = []
    for character in plain:
        way = dice.random()
        if way < 0.08:
            out.append(f"&#{ord(character)};")
        elif way < 0.14:
            out.append(f"&#x{ord(character):x};")
        elif way < 0.18 and character.isdigit():
            out.append(chr(0xFF10 + int(character)))
        elif way < 0.22 and character == "-":
            out.append(dice.choice("\u2010\u2011\u2013\u2212"))
        elif way < 0.26 and character == "a":
            out.append("а")
        elif way < 0.30:
            out.append(character + dice.choice(["\u200b", "\u00ad", "\u2060", "&#173;", "&#8203;"]))
        elif way < 0.36 and tags and character.isalnum():
            tag = dice.choice(INLINE[:-1])
            out.append(f"<{tag}>{character}</{tag}>")
        else:
            out.append(character)
    return "".join(out)


def secret(dice, tags):
    return dice.choice(["SSN ", "Social Security number: "]) + spelling(dice, "514-38-7793", tags) if dice.random() < 0.5 \
        else spelling(dice, "Sar Quimby-Kheng", tags)


def page(dice):
    """A page, and the words that have to stay."""
    words, out = [], ["<!DOCTYPE html>" if dice.random() < 0.8 else "<html>"]
    if dice.random() < 0.5:
        out.append(f"<title>{secret(dice, False)}</title>")
    for number in range(dice.randint(3, 12)):
        before, after = f"before{number}x", f"after{number}x"
        kind = dice.random()
        if kind < 0.5:
            tag, inline = dice.choice(BLOCK), dice.choice(INLINE)
            close = f"</{tag}>" if dice.random() < 0.7 else ""
            out.append(f"<{tag}>{before} <{inline}>{secret(dice, True)}</{inline}> {after}{close}")
            words += [before, after]
        elif kind < 0.65:
            tag = dice.choice(HIDDEN)
            out.append(f"<p>{before}</p><{tag}>{secret(dice, False)}</{tag}><p>{after}</p>")
            words += [before, after]
        elif kind < 0.8:
            tag = dice.choice(BLOCK[:2] + INLINE + ["img", "input", "foo"])
            out.append(f"<p>{before} <{tag} {dice.choice(ATTRIBUTES)}=\"{secret(dice, False)}\">{after}</p>")
            words += [before] + ([after] if tag not in () else [])
        elif kind < 0.9:
            out.append(f"<p>{before}<!-- {secret(dice, False)} --><?php {secret(dice, False)} ?>{after}</p>")
            words += [before, after]
        else:
            link = dice.choice(["mailto:sar.quimby-kheng@example.net", "https://example.net/?q=514-38-7793",
                                "javascript:f('Sar Quimby-Kheng')", "https://example.net/514%2D38%2D7793",
                                "data:text/plain;base64,NTE0LTM4LTc3OTM="])
            out.append(f"<p>{before} <a href=\"{link}\">{after}</a></p>")
            words += [before, after]
    return "\n".join(out), words


def document(dice):
    """An XML document, and the words that have to stay."""
    words, out = [], ["<?xml version=\"1.0\"?>\n<doc xmlns:x=\"urn:x\">"]
    for number in range(dice.randint(2, 10)):
        before, after = f"before{number}x", f"after{number}x"
        form = dice.choice([
            "<p>{b} {s} {a}</p>", "<p>{b} <x:i>{s}</x:i> {a}</p>", "<p><k>{b}</k><k>{t}</k><k>{a}</k></p>",
            "<p x:q=\"{t}\">{b} {a}</p>", "<p>{b}<!-- {t} --><?x {t}?> {a}</p>", "<p>\n {b}\n {s}\n {a}\n</p>",
        ])
        out.append(form.format(b=before, a=after, s=secret(dice, True), t=secret(dice, False)))
        words += [before, after]
    return "\n".join(out) + "</doc>", words


def strings(root):
    """All that a tree holds: names, attributes, texts, comments, and each run of text without what is between."""
    yield "".join(root.itertext())
    for node in root.iter():
        if isinstance(node.tag, str):
            yield node.tag
        for part in (node.text, node.tail):
            if part:
                yield part
        for name, value in getattr(node, "attrib", {}).items():
            yield f"{name} {value}"


def trees(copy, is_page):
    if not is_page:
        return [lxml.etree.fromstring(copy, lxml.etree.XMLParser(resolve_entities=False, no_network=True))]
    return [
        html5lib.parse(copy, treebuilder="lxml", namespaceHTMLElements=False).getroot(),
        lxml.html.document_fromstring(copy),
        lxml.etree.fromstring(copy.split(b"\n", 1)[1]),
    ]


def run(*command):
    return subprocess.run(command, capture_output=True, check=False)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("caveat")
    arguments.add_argument("--count", type=int, default=150)
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    released = refused = 0
    problems = []

    def check(holds, problem):
        if not holds:
            problems.append(problem)

    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "terms").write_text("name: Sar Quimby-Kheng\n")
        for number in range(2 * options.count):
            dice = random.Random(options.seed * 1_000_003 + number)
            is_page = number % 2 == 0
            text, words = page(dice) if is_page else document(dice)
            names = {name: folder / f"{number}.{name}" for name in ("in", "out", "ledger", "again")}
            names["in"].write_text(text)
            policy = ["--policy", "privacy", "--terms", str(folder / "terms")]
            made = run(options.caveat, "redact", *policy, str(names["in"]), "-o", str(names["out"]), "--ledger", str(names["ledger"]))
            if made.returncode != 0:
                refused += 1
                check(made.returncode == 3, f"{number}: redact ended with {made.returncode}: {made.stderr!r}")
                check(not names["out"].exists(), f"{number}: a copy without a release")
                continue
            released += 1
            copy = names["out"].read_bytes()
            for tree in trees(copy, is_page):
                seen = list(strings(tree))
                for string in seen:
                    for text_of in decoded(string):
                        found = [s for s in SECRETS if s in letters(text_of)]
                        check(not found, f"{number}: {found} in the copy")
                everything = " ".join(seen)
                missing = [word for word in words if word not in everything]
                check(not missing, f"{number}: {missing} are gone")
            verified = run(options.caveat, "verify", str(names["out"]), "--ledger", str(names["ledger"]), "--original", str(names["in"]))
            check(verified.returncode == 0, f"{number}: {verified.stdout!r}")
            again = run(options.caveat, "redact", *policy, str(names["out"]), "-o", str(names["again"]))
            check(again.returncode == 0 and names["again"].read_bytes() == copy, f"{number}: a copy of the copy is another one")
    check(released > refused, f"{refused} were refused, {released} released")
    finish(problems, f"{released} pages and XML documents redacted and read again, {refused} refused")


if __name__ == "__main__":
    main()
