# What the scripts that run the built program have in common. They begin with: . "$(dirname "$0")/checks.sh" PROGRAM
# and end with: finish. The program is on the path, $root is the project and $work a temporary folder.
set -u
program=$(realpath "${1:?the program to test}")
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
work=$(mktemp -d)
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
ln -s "$program" "$work/caveat"
PATH=$work:$PATH
unset SOURCE_DATE_EPOCH NO_COLOR
passed=0
failed=0

ok() { passed=$((passed + 1)); }
bad() {
  failed=$((failed + 1))
  printf 'FAILED: %s\n' "$1"
  shift
  for line in "$@"; do printf '    %s\n' "$line"; done
}

# run CODE COMMAND…: the command ends with this code; what it wrote is in out and err.
run() {
  local expected=$1 code=0
  shift
  "$@" >"$work/out" 2>"$work/err" </dev/null || code=$?
  if [ "$code" -eq "$expected" ]; then ok; else
    bad "exit code $code, not $expected: $*" "$(head -c 600 "$work/out")" "$(head -c 600 "$work/err")"
  fi
  last=$*
}
# says out|err PATTERN: the last command wrote it.
says() { if grep -qE -- "$2" "$work/$1"; then ok; else bad "no '$2' in $1 of: $last" "$(head -c 600 "$work/$1")"; fi; }
silent() { if [ ! -s "$work/$1" ]; then ok; else bad "$1 is not empty: $last" "$(head -c 600 "$work/$1")"; fi; }
exists() { if [ -s "$1" ]; then ok; else bad "$1 was not written: $last"; fi; }
absent() { if [ ! -e "$1" ]; then ok; else bad "$1 was left behind: $last"; fi; }
holds() { if "${@:2}"; then ok; else bad "$1"; fi; }

# The last line of a script.
finish() {
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ]
}
