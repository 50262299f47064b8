#!/usr/bin/env python3
"""A worker for tests that passes everything on to the real one, but ends at a document that says CRASH-THE-WORKER and
hangs at one that says HANG-THE-WORKER.

Usage: crashing_worker.py PROGRAM worker [OPTION]…
"""
import os
import struct
import subprocess
import sys
import threading
import time

real = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stdout=subprocess.PIPE)


# The worker's first word, before anything happens to it.
hello = real.stdout.read(4)
os.write(1, hello + real.stdout.read(struct.unpack("<I", hello)[0]))


def copy_answers():
    while True:
        data = os.read(real.stdout.fileno(), 1 << 16)
        if not data:
            os._exit(0)
        os.write(1, data)


threading.Thread(target=copy_answers, daemon=True).start()


def read(count):
    data = b""
    while len(data) < count:
        piece = os.read(0, count - len(data))
        if not piece:
            real.stdin.close()
            time.sleep(10)
            os._exit(0)
        data += piece
    return data


def send(job, flags, documents, first):
    # Answers count from the first document of the frame, so that a frame is passed on whole or not at all.
    body = b"C" + struct.pack("<IBI", job, flags, len(documents))
    body += b"".join(struct.pack("<I", len(document)) for document in documents) + b"".join(documents)
    real.stdin.write(struct.pack("<I", len(body)) + body)
    real.stdin.flush()


while True:
    head = read(4)
    body = read(struct.unpack("<I", head)[0])
    job, flags, count = struct.unpack("<IBI", body[1:10])
    at = 10 + 4 * count
    documents = []
    for size in struct.unpack("<%dI" % count, body[10:at]):
        documents.append(body[at:at + size])
        at += size
    good = next((i for i, d in enumerate(documents) if b"-THE-WORKER" in d), count)
    if good == count:
        send(job, flags, documents, 0)
        continue
    # The answers to those before it are given, then the worker ends or hangs.
    if flags & 1 and good > 0:
        send(job, flags, documents[:good], 0)
        time.sleep(0.5)
    if b"CRASH-THE-WORKER" in documents[good]:
        real.kill()
        os.abort()
    time.sleep(3600)
