#!/usr/bin/env bash
# Makes a release of the program and the library that `make` built, in .build/packages: a tarball that runs where it is
# unpacked, its SPDX bill of materials, the wheel for Python, and SHA256SUMS over all. The same program gives the same bytes.
# WHEEL=no leaves out the wheel, which needs a registry of Python packages.
. "$(dirname "$0")/version.sh"
name=caveat-$version-linux-$(uname -m)
root=$stage/$name
install_program "$root" ''
mv "$root/share/man/man1/caveat.1" "$root/caveat.1"
mkdir "$root/completions"
find "$root/share" -type f -exec mv -t "$root/completions" {} +
rm -r "$root/share"
install_library "$root" '' /lib
install_documents "$root"
cp CHANGELOG.md LICENSE "$root/"
same_times "$root"
tar --create --directory "$stage" --sort=name --owner=0 --group=0 --numeric-owner --format=ustar "$name" |
  gzip -9n >"$output/$name.tar.gz"
python3 Packaging/sbom.py "$root" "$output/$name.tar.gz" "$version" >"$output/$name.spdx.json"
files=("$name.tar.gz" "$name.spdx.json")
if [ "${WHEEL:-}" = no ]; then
  echo 'NOTICE: the release is without the wheel for Python' >&2
else
  files+=("$(basename "$(Packaging/wheel.sh)")")
fi
cd "$output"
sha256sum "${files[@]}" >SHA256SUMS
echo "$output/$name.tar.gz"
