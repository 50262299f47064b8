#!/usr/bin/env bash
# Kills an audit and its workers at random and holds the result equal to that of an audit that nobody disturbed.
# Usage: Tests/audit-kills.sh PROGRAM BENCH [DOCUMENTS [KILLS]]: so many documents, so many kills of the parent and as many
# of workers; BENCH makes the documents. The last line is "N passed, N failed".
set -u
program=$(realpath "${1:?the program to test}")
bench=$(realpath "${2:?the program of the benchmarks}")
documents=${3:-20000}
kills=${4:-50}
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0
holds() { if "${@:2}"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAILED: $1"; fi; }

"$bench" tar "$documents" >"$work/cables.tar"
# Everything but the runs, in a form that can be compared.
rows() {
  sqlite3 "$1" 'SELECT * FROM settings; SELECT * FROM rule_sets; SELECT * FROM rules; SELECT * FROM archives;
    SELECT * FROM documents ORDER BY id; SELECT * FROM findings ORDER BY document, number' | sha256sum
}
audit() { "$program" audit --jobs 2 --quiet --fail-on never --resume --into "$1" "$work/cables.tar"; }

start=$(date +%s.%N)
audit "$work/whole.sqlite"
seconds=$(awk "BEGIN { print $(date +%s.%N) - $start }")
expected=$(rows "$work/whole.sqlite")
holds "all documents are in the file" \
  test "$(sqlite3 "$work/whole.sqlite" 'SELECT count(*) FROM documents')" -eq "$documents"

# Kills of the parent: one audit after the other, each killed up to five times on its way and then let alone.
done=0
while [ "$done" -lt "$kills" ]; do
  rm -f "$work"/killed.sqlite*
  for _ in 1 2 3 4 5; do
    [ "$done" -lt "$kills" ] || break
    audit "$work/killed.sqlite" &
    sleep "$(awk -v seed="$RANDOM" -v s="$seconds" 'BEGIN { srand(seed); print 0.02 + rand() * s * 0.5 }')"
    if kill -KILL $! 2>/dev/null; then done=$((done + 1)); fi
    wait $! 2>/dev/null
  done
  audit "$work/killed.sqlite"
  holds "after kills of the parent the file is the same ($done)" test "$(rows "$work/killed.sqlite")" = "$expected"
done

# Kills of workers.
done=0
while [ "$done" -lt "$kills" ]; do
  rm -f "$work"/killed.sqlite*
  audit "$work/killed.sqlite" &
  parent=$!
  while [ "$done" -lt "$kills" ] && kill -0 $parent 2>/dev/null; do
    sleep "$(awk -v seed="$RANDOM" -v s="$seconds" 'BEGIN { srand(seed); print 0.02 + rand() * s * 0.1 }')"
    worker=$(pgrep -P $parent | shuf -n 1)
    if [ -n "$worker" ] && kill -KILL "$worker" 2>/dev/null; then done=$((done + 1)); fi
  done
  wait $parent
  holds "after kills of workers the file is the same ($done)" test "$(rows "$work/killed.sqlite")" = "$expected"
done
sleep 1
holds "no worker is left behind" test -z "$(pgrep -f "$program worker")"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
