#!/usr/bin/env bash
# Fetches the schema of JUnit reports of Windy Road, which Debian has in the sources of OUnit, as FOLDER/JUnit.xsd.
# Usage: Tests/oracle/fetch-junit-schema.sh FOLDER. Debian's copy is of 2011; what later editions allow besides, that a test
# is skipped and how many are, is put in.
set -eu
folder=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The machine's own sources of packages, asked for sources instead.
mkdir -p "$work/lists/partial" "$work/parts"
for list in /etc/apt/sources.list.d/*.sources; do
  if [ -e "$list" ]; then sed 's/^Types:.*/Types: deb-src/' "$list" >"$work/parts/$(basename "$list")"; fi
done
if [ -e /etc/apt/sources.list ]; then sed 's/^deb /deb-src /' /etc/apt/sources.list >"$work/parts/main.list"; fi
apt=(apt-get -qq -o Dir::State::lists="$work/lists" -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$work/parts"
  -o APT::Sandbox::User=root -o Dir::Cache::srcpkgcache= -o Dir::Cache::pkgcache=)
"${apt[@]}" update
(cd "$work" && "${apt[@]}" source --download-only ounit >/dev/null)
tar --extract --to-stdout --wildcards --file "$work"/ounit_*.orig.tar.* '*/test/JUnit.xsd' |
  sed -e 's|<xs:choice[^>]*>|&<xs:element name="skipped"/>|' \
    -e 's|<xs:attribute name="errors"|<xs:attribute name="skipped" type="xs:int"/>&|' >"$folder/JUnit.xsd"
grep -c 'name="skipped"' "$folder/JUnit.xsd" | grep -qx 2
