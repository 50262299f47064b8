#!/usr/bin/env bash
# Audits fictional cables from a TAR archive into SQLite and says how long it took and how much memory, for a tenth of the
# documents and for all of them. Usage: Tests/bench-audit.sh PROGRAM BENCH DOCUMENTS [OPTION]…
set -eu
program=$(realpath "$1")
bench=$(realpath "$2")
documents=$3
shift 3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The largest memory of the audit and of its workers together, in MB, looked at ten times a second.
memory() {
  local most=0 now
  while kill -0 "$1" 2>/dev/null; do
    now=$(ps -o rss= --pid "$1" --ppid "$1" 2>/dev/null | awk '{ n += $1 } END { print int(n / 1024) }')
    [ "${now:-0}" -le "$most" ] || most=$now
    sleep 0.1
  done
  echo "$most"
}

for count in $((documents / 10)) "$documents"; do
  "$bench" tar "$count" >"$work/cables.tar"
  rm -f "$work"/audit.sqlite*
  cat "$work/cables.tar" >/dev/null
  start=$(date +%s.%N)
  "$program" audit --jobs 2 --quiet --fail-on never --into "$work/audit.sqlite" "$@" "$work/cables.tar" &
  audit=$!
  memory $audit >"$work/memory" &
  wait $audit
  end=$(date +%s.%N)
  wait
  bytes=$(stat -c %s "$work/cables.tar")
  awk -v n="$count" -v s="$(awk "BEGIN { print $end - $start }")" -v b="$bytes" -v m="$(cat "$work/memory")" \
    -v f="$(stat -c %s "$work/audit.sqlite")" 'BEGIN {
      printf "%d documents, %.0f MB: %.1f s, %.0f documents/s, %.0f MB/s, %d MB of memory, audit file %.0f MB\n",
        n, b / 1e6, s, n / s, b / 1e6 / s, m, f / 1e6 }'
done
"$program" audit query "$work/audit.sqlite" by-severity
