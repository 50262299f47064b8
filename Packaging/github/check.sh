#!/usr/bin/env bash
# The step of action.yml. Its inputs come as variables (INPUT_…), and each is one argument, whatever is in it.
set -euo pipefail
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

program=${INPUT_PROGRAM:-}
if [ -z "$program" ]; then
  if command -v caveat >/dev/null; then
    program=caveat
  else
    # To the log of errors: what is on standard output may be a command for the runner.
    make --silent --directory "$project" >&2
    program=$project/.build/release/caveat
  fi
fi

arguments=(check --format github)
# option NAME VALUE: adds it where there is a value.
option() { [ -z "$2" ] || arguments+=("$1" "$2"); }
option --profile "${INPUT_PROFILE:-}"
option --fail-on "${INPUT_FAIL_ON:-}"
option --baseline "${INPUT_BASELINE:-}"
option --suppressions "${INPUT_SUPPRESSIONS:-}"
if [ "${INPUT_CONFIG:-}" = none ]; then arguments+=(--no-config); else option --config "${INPUT_CONFIG:-}"; fi
if [ -n "${INPUT_SARIF:-}" ]; then arguments+=(--format sarif --output "$INPUT_SARIF"); fi

paths=()
while IFS= read -r path; do
  [ -z "$path" ] || paths+=("$path")
done <<<"${INPUT_PATHS:-.}"

code=0
"$program" "${arguments[@]}" -- "${paths[@]}" || code=$?
[ -z "${GITHUB_OUTPUT:-}" ] || echo "exit-code=$code" >>"$GITHUB_OUTPUT"
exit "$code"
