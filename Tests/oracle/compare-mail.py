"""Messages that Python's email package writes, released by caveat, and read again by the package.

One secret name and number are planted in places made by chance, in the encodings that the package chooses: nothing of them
may be in anything that it can read of the copy, every word around them has to be there, and `caveat verify` has to pass.
"""

import argparse
import email
import email.policy
import mailbox
import pathlib
import random
import re
import sys
import tempfile
import unicodedata
from email.message import EmailMessage

import caveat as tool

POLICY = """<policy name="oracle" xmlns="urn:caveat:policy"><title>Oracle</title>
<exemption code="(b)(6)"><justification>a</justification><harm>b</harm></exemption>
<element name="attachments" exemption="(b)(6)"/>
<detect detector="us-ssn" exemption="(b)(6)"/><terms exemption="(b)(6)"/></policy>
"""
NAME = "Sar Quimby-Kheng"
SECRETS = ("quimby", "kheng", "514387793")
SPELLINGS = [
    NAME, NAME.upper(), "Quimby-Kheng, Sar", "Mr. Quimby-Kheng", "Sar Qu\u00edmby\u2010Kheng", "Sar Quim\u00adby-Kheng",
    "SSN 514-38-7793", "SSN 514\u201338\u20137793", "SSN 514\u00a038\u00a07793", "SSN \uff15\uff11\uff14-38-7793",
]
CHARSETS = ["utf-8", "iso-8859-1", "us-ascii", "koi8-r", "gb18030", "utf-8", "utf-8"]


class Writer:
    """Makes one message; counts the words that it has to keep."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.words = []

    def word(self):
        word = "".join(self.random.choice("bcdfgjlmprtvw") + self.random.choice("aeiou") for _ in range(5))
        self.words.append(word)
        return word

    def planted(self, keeps=True):
        """A secret between two words, which stay where the place does."""
        before, after = ("lost", "lost") if not keeps else (self.word(), self.word())
        return f"{before} {self.random.choice(SPELLINGS)} {after}"

    def text(self, part):
        lines = [self.planted() if self.random.random() < 0.5 else self.word() for _ in range(self.random.randint(1, 6))]
        text = self.random.choice(["\n", " ", "\n\n"]).join(lines) + "\n"
        subtype = self.random.choice(["plain", "plain", "html", "csv", "markdown"])
        if subtype == "html":
            text = f"<html><body><p>{text}</p><!-- {self.random.choice(SPELLINGS)} --></body></html>"
        charset = self.random.choice(CHARSETS)
        try:
            text.encode(charset)
        except UnicodeError:
            charset = "utf-8"
        cte = self.random.choice(["quoted-printable", "base64"])
        if charset == "utf-8" and self.random.random() < 0.2:
            cte = "8bit"
        part.set_content(text, subtype=subtype, charset=charset, cte=cte)
        if self.random.random() < 0.3:
            part["Content-Description"] = self.planted(keeps=False)
            part["Content-ID"] = "<quimby-kheng@example.org>"

    def message(self, depth=0):
        message = EmailMessage(policy=email.policy.default.clone(max_line_length=self.random.choice([40, 78, 200])))
        message["Subject"] = self.planted()
        message["From"] = email.headerregistry.Address(self.planted(), "ann", "agency.example")
        others = [email.headerregistry.Address(self.planted(), f"bo{n}", "agency.example") for n in range(self.random.randint(1, 3))]
        message[self.random.choice(["To", "Cc", "Bcc"])] = others
        message["Date"] = "Thu, 13 Feb 2020 23:32:54 -0500"
        message["Message-ID"] = "<sar.quimby-kheng.514-38-7793@agency.example>"
        for name in self.random.sample(["X-Note", "Comments", "Keywords", "Organization", "Thread-Topic"], 2):
            message[name] = self.planted(keeps=False)
        self.text(message)
        if self.random.random() < 0.5:
            other = EmailMessage()
            self.text(other)
            message.make_alternative()
            message.attach(other)
        for _ in range(self.random.randint(0, 2)):
            self.attach(message, depth)
        return message

    def attach(self, message, depth):
        kind = self.random.randrange(4)
        if kind == 0 and depth < 2:
            message.add_attachment(self.message(depth + 1))
        elif kind == 1:
            name = f"{self.planted()}.csv"
            message.add_attachment(f"a,{self.planted()}\n", subtype="csv", filename=name)
        elif kind == 2:
            calendar = f"BEGIN:VCALENDAR\r\nSUMMARY:{self.planted()}\r\nEND:VCALENDAR\r\n"
            message.add_attachment(calendar, subtype="calendar")
        else:
            secret = self.random.choice(SPELLINGS).encode()
            message.add_attachment(secret, maintype="application", subtype="pdf", filename="quimby-kheng.pdf")


def letters(text):
    """As a reader takes them in."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in plain if c.isalnum())


def readings(message):
    """Everything that the package reads of a message."""
    for part in message.walk():
        for name, value in part.items():
            yield f"{name}: {value}"
        yield part.get_filename("")
        for parameter in part.get_params(failobj=[]) or []:
            yield " ".join(map(str, parameter))
        yield part.preamble or ""
        yield part.epilogue or ""
        if not part.is_multipart():
            payload = part.get_content()
            yield payload if isinstance(payload, str) else payload.decode("utf-8", "replace")


def compare(caveat, source, words, folder, is_mailbox):
    path, copy, ledger = folder / "in", folder / "out", folder / "ledger"
    path.write_bytes(source)
    options = ["--policy", folder / "oracle.xml", "--terms", folder / "terms"]
    tool.run(caveat, list(map(str, ["redact", *options, path, "-o", copy, "--ledger", ledger, "--force"])))
    tool.run(caveat, list(map(str, ["verify", copy, "--ledger", ledger, "--original", path])))
    written = copy.read_bytes()
    if is_mailbox:
        messages = [email.message_from_bytes(m.as_bytes(), policy=email.policy.default) for m in mailbox.mbox(copy)]
    else:
        messages = [email.message_from_bytes(written, policy=email.policy.default)]
    texts = [text for message in messages for text in readings(message)] + [written.decode("ascii")]
    problems = [f"{secret} is left" for secret in SECRETS if any(secret in letters(text) for text in texts)]
    shown = "\n".join(re.sub(r"<[^>]*>", " ", text) for text in texts)
    problems += [f"{word} is gone" for word in words if word not in shown]
    problems += [f"defect {defect!r}" for message in messages for part in message.walk() for defect in part.defects]
    again = folder / "again"
    tool.run(caveat, list(map(str, ["redact", *options, copy, "-o", again, "--force"])))
    if again.read_bytes() != written:
        problems.append("a copy of the copy is another one")
    return problems


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("caveat")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "oracle.xml").write_text(POLICY)
        (folder / "terms").write_text(f"name: {NAME}\n")
        for number in range(arguments.count):
            writer = Writer(arguments.seed * 1_000_000 + number)
            if number % 5 == 4:
                box = folder / "box"
                box.unlink(missing_ok=True)
                writers = mailbox.mbox(box)
                for _ in range(3):
                    writers.add(mailbox.mboxMessage(writer.message()))
                writers.close()
                source = box.read_bytes()
            else:
                source = writer.message().as_bytes()
            try:
                problems = compare(arguments.caveat, source, writer.words, folder, number % 5 == 4)
            except (tool.Failure, UnicodeError) as error:
                problems = [str(error)]
            for problem in problems:
                print(f"message {number}: {problem}")
            failed += bool(problems)
    print(f"{arguments.count - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
