#!/usr/bin/env bash
# A scratch repository with a pre-commit hook, a CI job run by a script of its own, and a baseline, through its life: clean,
# a new bad file, baseline, a suppression until it expires, repair. Usage: Tests/pipeline.sh PROGRAM VALIDATORS
# (see Tests/packages.sh). The last line is "N passed, N failed".
. "$(dirname "$0")/checks.sh" "$1"
validators=$root/${2:?the validators}/bin
export PRE_COMMIT_HOME=$work/pre-commit GIT_CONFIG_GLOBAL=$work/gitconfig GIT_CONFIG_NOSYSTEM=1
printf '[init]\ndefaultBranch = main\n[user]\nname = A\nemail = a@example.org\n' >"$GIT_CONFIG_GLOBAL"
repository=$work/repository
mkdir -p "$repository/memos"
inside() { (cd "$repository" && "$@"); }
inside git init -q

# memo NUMBER BANNER MARK: a memorandum.
memo() {
  printf '%s\n\nMEMORANDUM FOR: THE HARBOR MASTER\n\nDate: 2016-05-0%d\n\n1. (U) Ferry %d leaves at six.\n\n' "$2" "$1" "$1"
  printf '2. %s The last one leaves at ten.\n\nClassified By: Jane Doe, Chief, Office of Harbors\n' "$3"
  printf 'Derived From: Guide to Quays, Office of Harbors, dated 20150310\nDeclassify On: 20410503\n\n%s\n' "$2"
}
# job CODE [OPTION]…: what the service runs, and what it would read.
cat >"$repository/ci.sh" <<'END_OF_JOB'
#!/usr/bin/env bash
exec caveat check --format text --format sarif --output ../caveat.sarif --format junit --output ../junit.xml \
  --format gitlab --output ../codequality.json --format tap --output ../caveat.tap "$@" memos
END_OF_JOB
chmod +x "$repository/ci.sh"
job() {
  local code=$1
  shift
  run "$code" inside ./ci.sh "$@"
}
# found RULE/LEVEL/STATE…: exactly these results are in the SARIF report, sorted.
found() {
  local result
  result=$(python3 - "$work/caveat.sarif" <<'END_OF_SCRIPT'
import json, sys
results = [result for run in json.load(open(sys.argv[1]))["runs"] for result in run["results"]]
print(*sorted("/".join([result["ruleId"], result["level"], "suppressed" if result.get("suppressions") else
                        result.get("baselineState", "new")]) for result in results))
END_OF_SCRIPT
)
  if [ "$result" = "$*" ]; then ok; else bad "SARIF has '$result', not '$*': $last"; fi
}
# failures N: so many failed cases are in the JUnit report.
failures() { holds "not $1 failures in JUnit: $last" test "$(grep -c '<failure' "$work/junit.xml")" -eq "$1"; }
# Commits, and so runs the hook where there is one.
commit() { inside git add -A && inside git commit -qm "$1"; }

if [ -e "$validators/../ready" ]; then
  printf 'repos:\n  - repo: %s\n    rev: %s\n    hooks:\n      - id: caveat\n        files: ^memos/\n' "$root" \
    "$(git -C "$root" rev-parse HEAD)" >"$repository/.pre-commit-config.yaml"
  run 0 inside "$validators/pre-commit" install
  hooked=1
else
  hooked=
fi

# --- Clean
memo 1 SECRET//NOFORN '(S//NF)' >"$repository/memos/first.txt"
run 0 commit 'The first ferry'
job 0
found
failures 0
says out 'PASSED'

# --- A new bad file: the hook refuses it; who passes the hook by meets the job
memo 2 SECRET '(S//NFORN)' >"$repository/memos/second.txt"
if [ -n "$hooked" ]; then
  run 1 commit 'The second ferry'
  says err 'SYN-012'
  holds 'it was committed' test "$(inside git rev-list --count HEAD)" -eq 1
fi
inside git add -A
run 0 inside git commit -q --no-verify -m 'The second ferry, all the same'
job 1
new=$(python3 -c 'import json, sys
print(*sorted({result["ruleId"] for run in json.load(open(sys.argv[1]))["runs"] for result in run["results"]}))' \
  "$work/caveat.sarif")
says out 'memos/second.txt'
holds "the finding is not SYN-012 but: $new" grep -q SYN-012 <<<"$new"
holds 'the new file is not in the report for GitLab' grep -q memos/second.txt "$work/codequality.json"
holds 'the first memorandum is in the report for GitLab' bash -c "! grep -q memos/first.txt '$work/codequality.json'"
holds 'TAP does not say which document failed' grep -qE '^not ok .*memos/second.txt' "$work/caveat.tap"
holds 'text of a document is in a report' bash -c \
  "! grep -qiE 'ferry|leaves at' '$work/caveat.sarif' '$work/junit.xml' '$work/codequality.json' '$work/caveat.tap'"

# --- Baseline: what is there is known, in every report, and what comes is not
run 0 inside caveat baseline write --baseline caveat.baseline memos
echo '<caveat xmlns="urn:caveat:configuration:1" baseline="caveat.baseline"/>' >"$repository/caveat.xml"
run 0 commit 'What is there is known'
job 0
says out '\[known\]'
holds 'SARIF has a new result' bash -c "! grep -q '\"baselineState\": \"new\"' '$work/caveat.sarif'"
holds 'SARIF has no known result' grep -q '"baselineState": "unchanged"' "$work/caveat.sarif"
failures 0
memo 3 SECRET//NOFORN '(TS//NF)' >"$repository/memos/third.txt"
[ -z "$hooked" ] || run 1 commit 'The third ferry'
job 1
holds 'the new finding is not CLS-001' bash -c "tr -d '\n' <'$work/caveat.sarif' | grep -q 'CLS-001'"

# --- A suppression, until it expires
echo '<suppressions xmlns="urn:caveat:suppressions:1">
  <suppression rule="CLS-001" file="memos/third.txt" owner="J. Morris" expires="2026-12-31">
    The banner is corrected with the next edition.
  </suppression>
</suppressions>' >"$repository/suppressions.xml"
sed -i 's/baseline=/suppressions="suppressions.xml" baseline=/' "$repository/caveat.xml"
job 0 --timestamp 2026-12-31T12:00:00Z
says out 'suppressed until 2026-12-31 by J. Morris'
holds 'SARIF has no suppression' grep -q '"justification": "The banner is corrected' "$work/caveat.sarif"
job 1 --timestamp 2027-01-01T00:00:00Z
says out 'SUP-001'
says out 'CLS-001'
job 1 --timestamp 2026-12-31T12:00:00Z --no-suppressions
job 1 --timestamp 2026-12-31T12:00:00Z --no-config
job 0 --timestamp 2027-01-01T00:00:00Z --fail-on never
run 0 inside git commit -q --no-verify -am 'Until the next edition'

# --- Correction: what is known or suppressed is let alone until it is asked for without them
run 0 inside caveat fix --timestamp 2026-12-31T12:00:00Z memos
holds 'fix repairs what is known or suppressed' test ! -s "$work/out"
run 1 inside caveat fix --no-config memos
says out '^\+TOP SECRET//NOFORN$'
holds 'a diff shows text' bash -c "! grep -qi 'ferry' '$work/out'"
run 0 inside caveat fix --no-config --write --trail ../trail.xml memos
memo 2 SECRET//NOFORN '(S//NF)' >"$work/second"
memo 3 'TOP SECRET//NOFORN' '(TS//NF)' >"$work/third"
holds 'the second memorandum is not corrected' cmp -s "$work/second" "$repository/memos/second.txt"
holds 'the third memorandum is not corrected' cmp -s "$work/third" "$repository/memos/third.txt"
holds 'the trail does not name the rules' grep -q 'rule="CLS-001"' "$work/trail.xml"
run 0 inside caveat fix --no-config --write memos
holds 'a second run changes something' cmp -s "$work/third" "$repository/memos/third.txt"
job 0 --timestamp 2026-12-31T12:00:00Z
says out 'SUP-002'
run 0 inside caveat baseline prune memos
holds 'the baseline knows something that is corrected' test "$(wc -l <"$repository/caveat.baseline")" -eq 1
sed -i 's/suppressions="suppressions.xml" //' "$repository/caveat.xml"
rm "$repository/suppressions.xml"
run 0 commit 'All ferries are in order'
job 0
found
failures 0
job 0 --no-config --no-suppressions

finish
