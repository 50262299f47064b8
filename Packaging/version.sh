# What the packages have in common; read by the scripts beside it. They end with an error where anything does.
set -euo pipefail
export LC_ALL=C.UTF-8 TZ=UTC
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$project"
umask 022
version=$(sed -n 's/.*number = "\(.*\)".*/\1/p' Sources/Reporting/Version.swift)
# Every time in a package is that of the last change, so that making it again gives the same bytes.
if [ -z "${SOURCE_DATE_EPOCH:-}" ]; then
  SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || stat --format=%Y CHANGELOG.md)
fi
export SOURCE_DATE_EPOCH
output=$project/.build/packages
mkdir -p "$output"
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT

# install_program FOLDER PREFIX: what `make install` installs, without the symbols of the program.
install_program() {
  make --silent --no-print-directory install-built DESTDIR="$1" PREFIX="$2" >/dev/null
  strip --strip-all --remove-section=.comment "$1$2/bin/caveat"
}
# install_library FOLDER PREFIX LIBDIR: what a program in C needs to use the library.
install_library() {
  make --silent --no-print-directory install-library-built DESTDIR="$1" PREFIX="$2" LIBDIR="$3" >/dev/null
  strip --strip-unneeded --remove-section=.comment "$1$3/libcaveat.so.0"
  # Without a prefix the folder may lie anywhere.
  local prefix=$2 libdir=$3
  if [ -z "$2" ]; then prefix='${pcfiledir}/../..' libdir='${prefix}'$3; fi
  sed "s|@PREFIX@|$prefix|; s|@LIBDIR@|$libdir|; s|@VERSION@|$version|" Packaging/libcaveat.pc \
    >"$1$3/pkgconfig/libcaveat.pc"
}
# install_documents FOLDER: the documents with what they speak of, at the same places as in the project.
install_documents() {
  mkdir -p "$1/docs" "$1/Reports/samples"
  cp README.md SECURITY.md CONTRIBUTING.md "$1/"
  find docs -maxdepth 1 -type f ! -name '*.1' -exec cp -t "$1/docs" {} +
  cp -r Reports/rules Reports/*.rng Reports/*.xsd "$1/Reports/"
  cp Reports/samples/*.txt "$1/Reports/samples/"
  cp -r Rules "$1/"
}
# same_times FOLDER: every file has the time of the last change, and is readable by all.
same_times() {
  chmod -R u+rwX,go+rX,go-w "$1"
  find "$1" -exec touch --no-dereference --date "@$SOURCE_DATE_EPOCH" {} +
}
