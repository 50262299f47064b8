#!/usr/bin/env python3
"""A client of `caveat worker`, written from docs/worker.md alone.

Usage: worker_client.py PROGRAM FILE…   prints a line of JSON for each file.
"""
import json
import struct
import subprocess
import sys


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, count):
        piece = self.data[self.at:self.at + count]
        if len(piece) != count:
            raise ValueError("a frame ends too early")
        self.at += count
        return piece

    def byte(self):
        return self.take(1)[0]

    def number(self):
        return struct.unpack("<I", self.take(4))[0]

    def text(self):
        return self.take(struct.unpack("<H", self.take(2))[0]).decode("utf-8")


SEVERITIES = ["info", "warning", "error"]
STATUSES = ["checked", "not-applicable", "unreadable", "over-limit"]
FACTS = ["profile", "form", "level", "recorded_level", "captions", "date", "post"]
PLACE = ["line", "column", "offset", "length", "telegram"]


def record(reader):
    end = reader.number() + reader.at
    answer = {"status": STATUSES[reader.byte()], "digest": reader.text(), "problem": reader.text()}
    for name in FACTS:
        answer[name] = reader.text()
    for name in ("errors", "warnings", "infos"):
        answer[name] = reader.number()
    answer["findings"] = []
    for _ in range(reader.number()):
        finding = {"severity": SEVERITIES[reader.byte()], "rule": reader.text(), "assertion": reader.text()}
        for name in PLACE:
            finding[name] = reader.number()
        finding["message"] = reader.text()
        answer["findings"].append(finding)
    if reader.at != end:
        raise ValueError("a record is longer than it says")
    return answer


class Worker:
    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.rules = {}
        kind, reader = self.frame()
        if kind != "H" or reader.number() != 1:
            raise ValueError("no worker of version 1")
        self.version = reader.text()

    def frame(self):
        head = self.process.stdout.read(4)
        if len(head) < 4:
            raise EOFError("the worker ended")
        body = self.process.stdout.read(struct.unpack("<I", head)[0])
        return chr(body[0]), Reader(body[1:])

    def check(self, documents, job=7, each=False):
        body = b"C" + struct.pack("<IBI", job, each, len(documents))
        body += b"".join(struct.pack("<I", len(document)) for document in documents) + b"".join(documents)
        self.process.stdin.write(struct.pack("<I", len(body)) + body)
        self.process.stdin.flush()
        answers = []
        while len(answers) < len(documents):
            kind, reader = self.frame()
            if kind == "R":
                profile, digest = reader.text(), reader.text()
                self.rules[profile] = [(reader.text(), SEVERITIES[reader.byte()], reader.text())
                                       for _ in range(reader.number())]
                assert len(digest) == 64
            elif kind == "A":
                if (reader.number(), reader.number()) != (job, len(answers)):
                    raise ValueError("answers to something else")
                answers += [record(reader) for _ in range(reader.number())]
            else:
                raise ValueError("a frame of kind " + kind)
        return answers

    def close(self):
        self.process.stdin.close()
        return self.process.wait()


if __name__ == "__main__":
    worker = Worker([sys.argv[1], "worker"])
    files = [open(path, "rb").read() for path in sys.argv[2:]]
    together = worker.check(files)
    singly = [answer for file in files for answer in worker.check([file], job=8, each=True)]
    if together != singly:
        raise SystemExit("a document has another answer alone")
    for path, answer in zip(sys.argv[2:], together):
        print(json.dumps({"path": path, **answer}))
    if worker.close() != 0:
        raise SystemExit("the worker did not end well")
