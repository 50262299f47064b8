#!/usr/bin/env python3
"""Makes a folder with everything that has stopped a program before. Usage: hostile_tree.py FOLDER CABLE"""
import gzip
import io
import os
import socket
import sys
import tarfile
import zipfile

root, cable = sys.argv[1], open(sys.argv[2], "rb").read()
os.makedirs(root)
os.chdir(root)


def write(path, content):
    folder = os.path.dirname(path)
    if folder:
        os.makedirs(folder, exist_ok=True)
    with open(path, "wb") as file:
        file.write(content)


def tar(members, mode="w"):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


# Names, and things that are no files.
write("ok/a.txt", cable)
write(b"ok/line\nbreak.txt", cable)
write(b"ok/bad-\xff\xfe.txt", cable)
write(".hidden/x.txt", cable)
write(".caveat.toml", b'ignore = ["*"]\n')
write("empty.txt", b"")
write("picture.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 100)
os.symlink("loop", "loop")
os.symlink("..", "ok/up")
os.symlink("ok/a.txt", "link.txt")
os.symlink("nowhere", "dangling")
os.mkfifo("fifo")
here = socket.socket(socket.AF_UNIX)
here.bind("sock")
try:
    os.mknod("device", 0o20600, os.makedev(1, 5))
except PermissionError:
    os.symlink("/dev/zero", "device")
write("forbidden.txt", cable)
os.chmod("forbidden.txt", 0)
with open("sparse.txt", "wb") as file:
    file.truncate(2 << 30)
top = os.getcwd()
os.mkdir("deep")
os.chdir("deep")
for _ in range(10000):
    os.mkdir("d")
    os.chdir("d")
os.chdir(top)

# Archives, whole, damaged and harmful.
inner = zipped([("in/a.txt", cable), ("in/\u00e9.txt", cable)])
whole = tar([("a.txt", cable), ("in.zip", inner), ("b/c.txt", cable)])
write("good.tar", whole)
for kind in ("gz", "bz2", "xz"):
    write("good.tar." + kind, tar([("a.txt", cable), ("b.txt", cable)], "w:" + kind))
write("single.txt.gz", gzip.compress(cable))
write("corrupt.tar", whole[:len(cable) + 900])
write("garbage.tar", b"garbage\0" * 200)
write("bomb.zip", zipped([("bomb%d.txt" % i, b"A" * (30 << 20)) for i in range(20)]))
write("bomb.tar.gz", tar([("big.txt", b"\0" * (400 << 20))], "w:gz"))
nested = cable
for level in range(7):
    nested = tar([("%d.tar" % level, nested)])
write("nested.tar", nested)
write("box.mbox", b"From a@b Thu Jan  1 00:00:00 1970\nSubject: one\n\nSECRET\n\n"
      b"From a@b Thu Jan  1 00:00:00 1970\nSubject: two\n\ntext\n")
