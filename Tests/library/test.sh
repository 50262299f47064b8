#!/usr/bin/env bash
# The library as programs in C and C++ and as Python use it. Arguments: the program, the folder of the library, and a folder
# for what is built here.
set -eu
cd "$(dirname "$0")/../.."
program=$(realpath "$1")
library=$(realpath "$2")
mkdir -p "$3"
work=$(realpath "$3")
cc=${CC:-cc}

exported=$(nm -D --defined-only "$library/libcaveat.so.0" | awk '{ print $3 }' | sort | tr '\n' ' ')
declared=$(grep -o 'caveat_[a-z_]*(' Sources/CCaveat/caveat.h | tr -d '(' | sort -u | tr '\n' ' ')
if [ "$exported" != "$declared" ]; then
  echo "FAILED: the library exports $exported, and the header declares $declared"
  exit 1
fi
if objdump -p "$library/libcaveat.so.0" | grep 'NEEDED.*swift'; then
  echo 'FAILED: the library needs those of Swift'
  exit 1
fi
# The header by itself, as C and as C++.
"$cc" -std=c99 -pedantic -Wall -Wextra -Werror -fsyntax-only -x c Sources/CCaveat/caveat.h
"$cc" -std=c++11 -pedantic -Wall -Wextra -Werror -fsyntax-only -x c++ Sources/CCaveat/caveat.h
"$cc" -std=c11 -O1 -Wall -Wextra -Werror -ISources/CCaveat Tests/library/library.c -o "$work/library" \
  "$library/libcaveat.so.0" -Wl,-rpath,"$library" -lpthread
"$work/library" Reports/samples/*.txt docs/sample-*.txt

# The wheel is tested as it is installed.
rm -rf "$work/wheels" "$work/venv"
python=${PYTHON:-python3}
PYTHON=$python Packaging/wheel.sh "$work/wheels"
"$python" -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check --no-index "$work"/wheels/caveat-*.whl
count=$(grep -c '    def test_' bindings/python/tests/test_caveat.py)
if CAVEAT=$program DOCUMENTS=Reports/samples "$work/venv/bin/python" bindings/python/tests/test_caveat.py -q; then
  echo "$count passed, 0 failed"
else
  echo "0 passed, 1 failed"
  exit 1
fi
