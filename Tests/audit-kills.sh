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
  python3 -c 'import hashlib, sqlite3, sys
database, digest = sqlite3.connect(sys.argv[1]), hashlib.sha256()
for table in "settings", "rule_sets", "rules", "archives", "documents", "findings":
  for row in database.execute(f"SELECT * FROM {table}"): digest.update(repr(row).encode())
print(digest.hexdigest(), database.execute("SELECT count(*) FROM documents").fetchone()[0])' "$1"
}
options=(--jobs 2 --quiet --fail-on never --resume)
audit() { "$program" audit "${options[@]}" --into "$1" "$work/cables.tar"; }

start=$(date +%s.%N)
audit "$work/whole.sqlite"
seconds=$(awk "BEGIN { print $(date +%s.%N) - $start }")
expected=$(rows "$work/whole.sqlite")
holds "all documents are in the file" test "${expected##* }" = "$documents"

# Kills of the parent: one audit after the other, each killed up to five times on its way and then let alone.
done=0
while [ "$done" -lt "$kills" ]; do
  rm -f "$work"/killed.sqlite*
  for _ in 1 2 3 4 5; do
    [ "$done" -lt "$kills" ] || break
    # Not through the function: the shell around it would be killed in its place.
    "$program" audit "${options[@]}" --into "$work/killed.sqlite" "$work/cables.tar" &
    sleep "$(awk -v seed="$RANDOM" -v s="$seconds" 'BEGIN { srand(seed); print 0.02 + rand() * s * 0.5 }')"
    if kill -KILL $! 2>/dev/null; then done=$((done + 1)); fi
    wait $! 2>/dev/null
    true
  done
  audit "$work/killed.sqlite"
  holds "after kills of the parent the file is the same ($done)" test "$(rows "$work/killed.sqlite")" = "$expected"
done

# Kills of workers.
done=0
while [ "$done" -lt "$kills" ]; do
  rm -f "$work"/killed.sqlite*
  "$program" audit "${options[@]}" --into "$work/killed.sqlite" "$work/cables.tar" &
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
