#!/usr/bin/env python3
"""Writes the bill of materials of a release (SPDX 2.3, JSON): its files, and what the program is linked to.

Usage: Packaging/sbom.py FOLDER TARBALL VERSION. The libraries, their packages and versions are asked of the program and of
dpkg; the versions are those that the program was built and tested with.
"""

import datetime
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import uuid


# What was compiled: all else is text.
BINARIES = ("bin/caveat", "lib/libcaveat.so.0")


def output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def digest(data: bytes, algorithm: str) -> dict:
    return {"algorithm": algorithm, "checksumValue": hashlib.new(algorithm.lower(), data).hexdigest()}


def identifier(kind: str, name: str) -> str:
    return f"SPDXRef-{kind}-" + re.sub(r"[^A-Za-z0-9.-]", "-", name)


def package(name: str, version: str, **more) -> dict:
    return {
        "name": name, "SPDXID": identifier("Package", name), "versionInfo": version,
        "downloadLocation": "NOASSERTION", "filesAnalyzed": False, "licenseConcluded": "NOASSERTION",
        "licenseDeclared": "NOASSERTION", "copyrightText": "NOASSERTION", "supplier": "NOASSERTION", **more,
    }


def debian(library: pathlib.Path) -> str:
    """The package that a library is in, with its architecture where dpkg gives one."""
    for path in (library, library.resolve(), pathlib.Path("/usr") / str(library.resolve()).lstrip("/")):
        found = subprocess.run(["dpkg-query", "--search", str(path)], capture_output=True, text=True)
        if found.returncode == 0:
            return found.stdout.split(": ")[0].split(",")[0]
    raise SystemExit(f"sbom: no package has {library}")


def linked(program: pathlib.Path) -> list[dict]:
    """The packages that the program needs itself; what these need is theirs to say."""
    needed = re.findall(r"\(NEEDED\).*\[(.*)\]", output("readelf", "--dynamic", str(program)))
    places = dict(re.findall(r"(\S+) => (\S+)", output("ldd", str(program))))
    loader = re.findall(r"^\s(/\S+)", output("ldd", str(program)), re.MULTILINE)
    places |= {pathlib.Path(path).name: path for path in loader}
    names = sorted({debian(pathlib.Path(places[name])) for name in needed})
    return [debian_package(name) for name in names]


def debian_package(name: str) -> dict:
    version = output("dpkg-query", "--show", "--showformat=${Version}", name)
    plain, _, architecture = name.partition(":")
    return package(plain, version, supplier="Organization: Debian", externalRefs=[{
        "referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
        "referenceLocator": f"pkg:deb/debian/{plain}@{version.replace('+', '%2B')}?arch={architecture or 'all'}"}])


def optional() -> list[dict]:
    """What the program loads when it opens the first audit file, message or archive."""
    fields = re.findall(
        r"^(?:Depends: @LIBRARIES@,|Recommends:) (.+)$", pathlib.Path("Packaging/debian/control").read_text(), re.MULTILINE)
    found = [name.strip() for field in fields for name in field.split(",")]
    return [package(name, output("dpkg-query", "--show", "--showformat=${Version}", name + ":*").splitlines()[0],
                    supplier="Organization: Debian") for name in found]


def main():
    root, tarball, version = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
    files = []
    for path in sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink()):
        data = path.read_bytes()
        name = path.relative_to(root).as_posix()
        files.append({
            "fileName": "./" + name, "SPDXID": identifier("File", name),
            "checksums": [digest(data, "SHA1"), digest(data, "SHA256")],
            "fileTypes": ["BINARY" if name in BINARIES else "TEXT"], "licenseConcluded": "Apache-2.0",
            "copyrightText": "NOASSERTION",
        })
    code = hashlib.sha1("".join(sorted(file["checksums"][0]["checksumValue"] for file in files)).encode())
    data = tarball.read_bytes()
    whole = package(
        "caveat", version, filesAnalyzed=True, packageFileName=tarball.name, licenseConcluded="Apache-2.0",
        licenseDeclared="Apache-2.0", primaryPackagePurpose="APPLICATION", checksums=[digest(data, "SHA256")],
        packageVerificationCode={"packageVerificationCodeValue": code.hexdigest()}, licenseInfoFromFiles=["NOASSERTION"])
    swift = package(
        "swift", re.search(r"Swift version (\S+)", output("swift", "--version")).group(1),
        licenseConcluded="Apache-2.0 WITH Swift-exception", licenseDeclared="Apache-2.0 WITH Swift-exception",
        comment="The runtime, the standard library and FoundationEssentials, linked into the program.")
    needed, loaded = {name: linked(root / name) for name in BINARIES}, optional()
    libraries = {library["SPDXID"]: library for found in needed.values() for library in found}

    def relation(first: str, kind: str, second: str) -> dict:
        return {"spdxElementId": first, "relationshipType": kind, "relatedSpdxElement": second}

    this = whole["SPDXID"]
    created = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc)
    json.dump({
        "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT",
        "name": tarball.name.removesuffix(".tar.gz"),
        "documentNamespace": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, hashlib.sha256(data).hexdigest())}",
        "creationInfo": {"created": created.strftime("%Y-%m-%dT%H:%M:%SZ"), "creators": [f"Tool: caveat-sbom-{version}"]},
        "packages": [whole, swift, *libraries.values(), *loaded], "files": files,
        "relationships": [
            relation("SPDXRef-DOCUMENT", "DESCRIBES", this),
            *(relation(this, "CONTAINS", file["SPDXID"]) for file in files),
            *(relation(identifier("File", name), "STATIC_LINK", swift["SPDXID"]) for name in BINARIES),
            *(relation(identifier("File", name), "DYNAMIC_LINK", library["SPDXID"])
              for name in BINARIES for library in needed[name]),
            *(relation(library["SPDXID"], "OPTIONAL_DEPENDENCY_OF", this) for library in loaded),
        ],
    }, sys.stdout, indent=2)
    print()


main()
