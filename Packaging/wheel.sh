#!/usr/bin/env bash
# Makes the package for Python of the library that `make library` built: a wheel, in FOLDER or .build/packages.
# Usage: Packaging/wheel.sh [FOLDER]. Where setuptools is not yet in .build/wheel it comes from the registry of Python.
. "$(dirname "$0")/version.sh"
folder=${1:-$output}
environment=$project/.build/wheel
if [ ! -e "$environment/ready" ]; then
  "${PYTHON:-python3}" -m venv "$environment"
  "$environment/bin/pip" install --quiet --disable-pip-version-check setuptools==80.9.0
  touch "$environment/ready"
fi
cp -r bindings/python "$stage/python"
find "$stage/python" -name __pycache__ -prune -exec rm -r {} +
install -m 644 .build/library/libcaveat.so.0 "$stage/python/src/caveat/"
strip --strip-unneeded --remove-section=.comment "$stage/python/src/caveat/libcaveat.so.0"
echo "$version" >"$stage/python/VERSION"
same_times "$stage/python"
mkdir -p "$folder"
"$environment/bin/pip" wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation \
  --wheel-dir "$folder" "$stage/python"
find "$folder" -maxdepth 1 -name "caveat-$version-py3-*.whl"
