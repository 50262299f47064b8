#!/usr/bin/env bash
# Runs the built program the way a user does: every command, every form of report, exit codes, bad inputs.
# Usage: Tests/end-to-end.sh PROGRAM. The last line is "N passed, N failed".
. "$(dirname "$0")/checks.sh" "$@"
# Nothing but what was there before may be in the folder of the reports.
clean_folder() {
  local left
  left=$(ls -A "$work/reports")
  if [ -z "$left" ]; then ok; else bad "left behind: $left: $last"; fi
  rm -rf "$work/reports"
  mkdir "$work/reports"
}
mkdir "$work/reports"
bad_cable=Reports/samples/wire-with-errors.txt
good_cable=Reports/samples/clean-wire.txt
mkdir "$work/samples"
cp Reports/samples/*.txt "$work/samples"

# --- Help, version, wrong use
for command in '' check fix 'baseline write' 'baseline prune' config parse rules 'rules test' rule marking rollup redact verify \
  'ledger show' 'ledger check' audit 'audit report' 'audit diff' 'audit query' 'audit merge' worker; do
  # shellcheck disable=SC2086
  run 0 caveat $command --help
  says out '^Usage: caveat'
  silent err
done
run 0 caveat --version
says out '^caveat [0-9]+\.[0-9]+\.[0-9]+$'
run 2 caveat
run 2 caveat chekc x
says err "did you mean 'check'"
run 2 caveat check --formta text x
says err "did you mean '--format'"
run 2 caveat check --select CAP-0003 $good_cable
says err 'CAP-003'
run 2 caveat check --profile nowhere $good_cable
run 2 caveat rule ZZZ-999
holds 'an error in use is one line' test "$(wc -l <"$work/err")" -eq 1

# --- Completion and man page
complete_as() {
  # shellcheck source=/dev/null
  source docs/completions/caveat.bash
  COMP_WORDS=("$@")
  COMP_CWORD=$(($# - 1))
  _caveat
  echo "${COMPREPLY[*]}"
}
run 0 complete_as caveat check --fo
says out '^--form --format$'
run 0 complete_as caveat check --fail-on ''
says out '^error warning info never$'
run 0 complete_as caveat rules t
says out '^test$'
if command -v man >/dev/null; then
  run 0 env LC_ALL=C.UTF-8 MANPAGER=cat man --warnings -l docs/caveat.1
  silent err
fi

# --- Checking
run 0 caveat check $good_cable
run 1 caveat check $bad_cable
says out 'WIR-006'
run 0 caveat check --fail-on never $bad_cable
run 0 caveat check --select LIN $good_cable
run 0 caveat check --select NRM $bad_cable
run 2 caveat check --select , $bad_cable
run 1 caveat check $bad_cable $good_cable
run 1 caveat check "$work/samples"
run 1 bash -c "caveat check - < $bad_cable"
for format in text xml svrl json sarif junit checkstyle gitlab github tap; do
  run 1 caveat check --format $format $bad_cable
  cp "$work/out" "$work/first"
  run 1 caveat check --format $format $bad_cable
  holds "the same input gives the same $format report" cmp -s "$work/out" "$work/first"
  holds "no text of the document is in the $format report" bash -c "! grep -qiE 'treasurer|festival|foghorn|winter' '$work/out'"
done
run 1 caveat check --format text --format xml --output "$work/r.xml" --format json --output "$work/r.json" $bad_cable
says out 'WIR-006'
exists "$work/r.xml"
exists "$work/r.json"
run 1 env SOURCE_DATE_EPOCH=1260758013 caveat check --format xml $bad_cable
says out '2009-12-14T02:33:33Z'
run 1 caveat check --timestamp 2009-12-14T02:33:00Z --format json $bad_cable
says out '2009-12-14T02:33:00Z'
run 2 caveat check --timestamp yesterday $bad_cable
run 1 caveat check --show-text $bad_cable
says out 'foghorn|keeper'
holds 'no colour without a terminal' bash -c "! grep -q $'\033' '$work/out'"
run 1 caveat check --color always $bad_cable
says out $'\033'

# --- In CI: a repository from its first check to its auditor
project=$work/project
mkdir -p "$project/memos"
cat >"$project/memos/ferry.txt" <<'END'
SECRET

MEMORANDUM FOR: THE HARBOR MASTER

1. (U) The first ferry leaves at six.

2. (S//NFORN) The last one leaves at ten.

SECRET
END
in_project() { (cd "$project" && "$@"); }
run 1 in_project caveat check memos
if command -v git >/dev/null; then
  in_project git -c init.defaultBranch=main init -q
  in_project git add .
  in_project git -c user.name=t -c user.email=t@example.org commit -qm first
  run 0 in_project caveat check --new-since HEAD memos
  run 2 in_project caveat check --new-since no-such-branch memos
  says err 'no revision'
  run 2 in_project env GIT_TEST_ASSUME_DIFFERENT_OWNER=1 caveat check --new-since HEAD memos
  says err 'safe.directory'
fi
run 0 in_project caveat baseline write memos
says_not() { holds "'$1' in $2" bash -c "! grep -qE -- '$1' '$2'"; }
says_not 'ferry leaves|harbor' "$project/caveat.baseline"
run 0 in_project caveat check --baseline caveat.baseline --format sarif memos
says out '"baselineState": "unchanged"'
cp "$project/caveat.baseline" "$work/baseline"
run 0 in_project caveat baseline prune --select PAR memos
holds 'what is not looked for stays in a baseline' cmp -s "$project/caveat.baseline" "$work/baseline"
for option in --baseline --suppressions --fingerprint-key --config; do
  run 2 in_project caveat check $option caveat.baseline --format json --output caveat.baseline memos
  holds "a report does not replace what $option names" cmp -s "$project/caveat.baseline" "$work/baseline"
done
run 2 in_project caveat fix --baseline caveat.baseline --trail caveat.baseline memos
printf '%032d' 7 >"$project/key"
run 0 in_project caveat baseline write --fingerprint-key key --baseline keyed.baseline memos
run 3 in_project caveat lsp --stdio --fingerprint-key key --baseline keyed.baseline
says err 'went away'
run 2 in_project caveat lsp --baseline keyed.baseline
says err 'another --fingerprint-key'
rm "$project/key" "$project/keyed.baseline"
cp "$project/memos/ferry.txt" "$project/memos/second.txt"
run 1 in_project caveat check --baseline caveat.baseline --format github memos
says out '^::error file=memos/second.txt,line=7,'
says out '^::notice file=memos/ferry.txt,line=7,.*\[known\]'
rm "$project/memos/second.txt"
cat >"$project/caveat.xml" <<'END'
<caveat xmlns="urn:caveat:configuration:1" suppressions="suppressions.xml"/>
END
rule=$(in_project caveat check --no-config --format github memos | sed -n 's/^::error .*title=\([^:]*\)::.*/\1/p' | sort -u)
{
  echo '<suppressions xmlns="urn:caveat:suppressions:1">'
  for id in $rule; do
    echo "<suppression rule=\"$id\" file=\"memos/*.txt\" owner=\"J. Morris\" expires=\"2027-01-31\">A test.</suppression>"
  done
  echo '</suppressions>'
} >"$project/suppressions.xml"
run 0 in_project caveat check --timestamp 2026-06-01T00:00:00Z memos
says out 'suppressed until 2027-01-31 by J. Morris: A'
run 1 in_project caveat check --timestamp 2027-02-01T00:00:00Z memos
says out 'SUP-001'
run 1 in_project caveat check --timestamp 2026-06-01T00:00:00Z --no-suppressions memos
sed 's/rule="[^"]*"/rule="DIS"/' "$project/suppressions.xml" >"$project/family.xml"
run 2 in_project caveat check --suppressions family.xml memos
says err 'family.xml:2:'
rm "$project/family.xml"
sed 's/memos\/\*/.\/memos\/ferry/' "$project/suppressions.xml" >"$project/dotted.xml"
run 0 in_project caveat check --timestamp 2026-06-01T00:00:00Z --suppressions dotted.xml memos
rm "$project/dotted.xml"
sed -i 's/NFORN/NF/; s/^SECRET$/SECRET\/\/NOFORN/' "$project/memos/ferry.txt"
run 0 in_project caveat check --timestamp 2026-06-01T00:00:00Z --fail-on error memos
says out 'SUP-002'
run 0 in_project caveat baseline prune memos
holds 'the baseline was not pruned' test "$(grep -c "$(tail -n1 <<<"$rule")" "$project/caveat.baseline")" -eq 0
sed -i 's/suppressions=/supressions=/' "$project/caveat.xml"
run 2 in_project caveat check memos
says err "caveat.xml:1:44: .*did you mean “suppressions”"
run 2 in_project caveat config
run 0 in_project caveat config --show-origin --no-config
says out '^fail-on = error +default$'
run 0 in_project caveat rule SUP-001

# --- The other commands
for format in text xml json; do
  run 0 caveat parse --format $format $bad_cable
  says out 'paragraph'
done
run 0 caveat parse --form smart $bad_cable
run 0 caveat rules
says out 'CAP-003'
run 0 caveat rules --profile state --format json
says out '"CAP-003"'
run 0 caveat rule CAP-003
says out 'SENSITIVE'
run 0 caveat rules test Rules/cable

# --- Input that cannot be read: a sentence with the name, code 3, and the report says so
bad_input() {
  run 3 caveat check --format json --output "$work/reports/r.json" "$1"
  says err "^caveat: $1: .*$2"
  holds "$1 is listed as unread" grep -qF "${1##*/}" "$work/reports/r.json"
  holds "an error is one line for $1" test "$(wc -l <"$work/err")" -eq 1
  rm -f "$work/reports/r.json"
  clean_folder
}
inputs=$work/inputs
mkdir "$inputs"
: >"$inputs/empty"
bad_input "$inputs/empty" 'empty'
printf 'UNCLAS OSLO 000001\0\n' >"$inputs/nul"
bad_input "$inputs/nul" 'NUL'
iconv -f UTF-8 -t UTF-16LE $good_cable >"$inputs/utf16"
bad_input "$inputs/utf16" 'UTF-16'
printf '%%PDF-1.7\n' >"$inputs/pdf"
bad_input "$inputs/pdf" 'PDF'
mkfifo "$inputs/pipe"
bad_input "$inputs/pipe" 'pipe'
bad_input /dev/null 'device'
bad_input "$inputs/missing" 'no such file'
mkdir "$inputs/hollow"
bad_input "$inputs/hollow" 'no file'
ln -s loop "$inputs/loop"
bad_input "$inputs/loop" 'circle'
if [ "$(id -u)" -ne 0 ]; then
  cp $good_cable "$inputs/locked"
  chmod 0 "$inputs/locked"
  bad_input "$inputs/locked" 'may not be read'
else
  echo 'note: as root every file can be read; the test of an unreadable one is left out'
fi
run 3 caveat check $bad_cable "$inputs/empty"
says out 'WIR-006'
run 3 caveat parse "$inputs/empty"

# --- Input that looks odd but is text
mkdir "$work/odd"
sed 's/$/\r/' $good_cable >"$work/odd/crlf"
tr '\n' '\r' <$good_cable >"$work/odd/cr"
{ printf '\xEF\xBB\xBF'; cat $good_cable; } >"$work/odd/bom"
{ cat $good_cable; printf '\x80\xFF\n'; } >"$work/odd/latin"
iconv -f UTF-8 -t UTF-16 $good_cable >"$work/odd/utf16"
for file in crlf cr bom latin utf16; do run 0 caveat check "$work/odd/$file"; done
printf 'Buy milk.\n' >"$work/odd/note"
run 0 caveat check "$work/odd/note"
says err 'neither a cable nor a marked document'
says out 'UNMARKED'
mkdir -p "$work/tree/a/b"
cp $good_cable "$work/tree/a/b/cable.txt"
ln -s ../.. "$work/tree/a/b/up"
run 0 timeout 20 caveat check "$work/tree"
says err 'link to a folder'
head -c 200000000 /dev/zero | tr '\0' 'A' >"$work/odd/line"
run 0 timeout 300 caveat check "$work/odd/line"
says err 'neither a cable nor a marked document'
rm "$work/odd/line"

# --- Rule files that do not load
mkdir "$work/bomb" "$work/wrong"
{
  printf '<?xml version="1.0"?>\n<!DOCTYPE p [<!ENTITY a "aaaaaaaaaa">'
  for i in 1 2 3 4 5 6 7 8 9; do printf '<!ENTITY a%d "&a%s;&a%s;&a%s;&a%s;">' $i "${p:-}" "${p:-}" "${p:-}" "${p:-}"; p=$i; done
  printf ']>\n<pattern id="BMB-001" xmlns="http://purl.oclc.org/dsdl/schematron"><title>&a9;</title></pattern>\n'
} >"$work/bomb/BMB-001.sch"
run 2 timeout 20 caveat check --rules "$work/bomb" --output "$work/reports/r.txt" $good_cable
says err 'BMB-001.sch'
clean_folder
run 2 timeout 20 caveat rules test "$work/bomb"
sed 's/@sensitive/@sensitiv/' Rules/cable/CAP-003.sch >"$work/wrong/CAP-003.sch"
run 2 caveat check --rules "$work/wrong" --no-standard-rules $good_cable
says err 'CAP-003.sch:[0-9]+:[0-9]+: .*sensitiv'
run 2 caveat check --no-standard-rules $good_cable
run 2 caveat rules test "$inputs/hollow"

# --- Reports that cannot be written
run 2 caveat check --output "$work/none/r.txt" $good_cable
run 2 caveat check --format xml --output "$work/r1" --format json --output "$work/r1" $good_cable
absent "$work/r1"
cp $good_cable "$work/copy"
run 2 caveat check --output "$work/copy" "$work/copy"
holds 'an input is not replaced' cmp -s "$work/copy" $good_cable
run 3 bash -c "caveat check $good_cable >/dev/full"
says err 'standard output'
run 3 bash -c "caveat --help >/dev/full"
run 3 bash -c "ulimit -f 4; caveat check --format xml --output $work/reports/r.xml docs/sample-cable.txt"
says err 'r.xml'
clean_folder
run 0 bash -c "{ sleep 1; caveat check --format xml Reports/samples; echo \$? >$work/code; } | true"
holds 'a closed pipe is no success' grep -qx 3 "$work/code"
mkfifo "$work/hold"
for signal in INT TERM HUP; do
  # Standard input is held open, so that the program waits for it when the signal comes.
  sleep 120 >"$work/hold" &
  holder=$!
  # A shell has its background jobs ignore SIGINT, and nohup SIGHUP, and they keep to it.
  env --default-signal=$signal caveat check --output "$work/reports/r.txt" - <"$work/hold" &
  pid=$!
  # On a busy machine it takes a while until the report is begun.
  for _ in {1..200}; do
    [ -z "$(ls -A "$work/reports")" ] || break
    sleep 0.1
  done
  last="SIG$signal"
  holds 'an unfinished report has a name of its own' test ! -e "$work/reports/r.txt" -a -n "$(ls -A "$work/reports")"
  kill -$signal $pid
  code=0
  wait $pid 2>/dev/null || code=$?
  holds "SIG$signal ends the program as it should, not with $code" test $code -gt 128
  kill $holder
  wait $holder 2>/dev/null
  clean_folder
done
if [ "$(id -u)" -eq 0 ] && mkdir "$work/small" && mount -t tmpfs -o size=16k tmpfs "$work/small" 2>/dev/null; then
  run 3 caveat check --format xml --output "$work/small/r.xml" Reports/samples
  says err 'r.xml'
  last='a full disk'
  holds 'a full disk keeps no part of a report' test -z "$(ls -A "$work/small")"
  umount "$work/small"
else
  echo 'note: without root no small file system can be mounted; the test of a full disk is left out'
fi

# --- Release: whatever happens, no copy that was not proven and nothing of what is withheld
paper() {
  printf 'SECRET\n\nDEPARTMENT OF GOOD WORKS\n\nDate: 2016-05-03\n\n'
  for number in $(seq 1 "$1"); do
    printf '%d. (U) The ice left basin %d.\n\n%d. (S) The pilots of CANARY %d wait at 514-38-77%02d.\n\n' \
      $((2 * number - 1)) "$number" $((2 * number)) "$number" $((number % 100))
  done
  printf 'SECRET\n'
}
paper 400 >"$work/paper"
run 0 caveat redact --policy public-release "$work/paper" -o "$work/reports/copy" --ledger "$work/reports/ledger" \
  --vaughn "$work/reports/index.html"
says out '^RELEASED IN PART'
run 0 caveat verify "$work/reports/copy" --ledger "$work/reports/ledger" --original "$work/paper"
run 0 caveat ledger check "$work/reports/ledger"
holds 'a withheld word was released' bash -c "! grep -q CANARY $work/reports/*"
mv "$work/reports/copy" "$work/reference"
rm "$work/reports/ledger" "$work/reports/index.html"
clean_folder
kills=0 done=0
for _ in $(seq 1 200); do
  caveat redact --policy public-release "$work/paper" -o "$work/reports/copy" --ledger "$work/reports/ledger" \
    >/dev/null 2>&1 &
  pid=$!
  sleep "0.$(printf '%03d' $((RANDOM % 300)))"
  kill -KILL $pid 2>/dev/null && kills=$((kills + 1))
  wait $pid 2>/dev/null
  if [ -e "$work/reports/copy" ]; then
    done=$((done + 1))
    holds 'an incomplete copy' cmp -s "$work/reports/copy" "$work/reference"
    holds 'a copy without its ledger' test -s "$work/reports/ledger"
  fi
  for file in "$work"/reports/* "$work"/reports/.[!.]*; do
    if [ -e "$file" ] && grep -q CANARY "$file"; then bad "a withheld word in $file after a kill"; fi
  done
  rm -rf "$work/reports"
  mkdir "$work/reports"
done
holds "of 200 runs $kills were killed and $done came to their end: no test" test "$kills" -gt 20
# Somebody writes to the document while it is read: nothing, or the copy of what stood in it at one moment.
(while :; do printf '\n' >>"$work/growing"; done) &
writer=$!
for _ in $(seq 1 20); do
  cp "$work/paper" "$work/growing"
  code=0
  caveat redact --policy public-release "$work/growing" -o "$work/reports/copy" --ledger "$work/reports/ledger" \
    >/dev/null 2>"$work/err" || code=$?
  if [ $code -eq 0 ]; then
    read_bytes=$(sed -n 's/.*<original .* bytes="\([0-9]*\)".*/\1/p' "$work/reports/ledger")
    head -c "$read_bytes" "$work/growing" >"$work/moment"
    run 0 caveat verify "$work/reports/copy" --ledger "$work/reports/ledger" --original "$work/moment"
  else
    holds "exit code $code for a document that changes" test $code -eq 3
    says err 'it changed while it was being read'
    clean_folder
  fi
  rm -f "$work/reports/copy" "$work/reports/ledger"
done
kill $writer
wait $writer 2>/dev/null
run 3 bash -c "ulimit -f 4; caveat redact --policy public-release $work/paper -o $work/reports/copy"
clean_folder
run 3 caveat redact --policy public-release "$work/paper" -o /proc/copy
run 3 caveat redact --policy public-release "$work" -o "$work/reports/copy"
sed 's/(S) //' "$work/paper" >"$work/unmarked"
run 3 caveat redact --policy public-release "$work/unmarked" -o "$work/reports/copy"
says err 'carries no portion mark'
clean_folder

# --- Release of pages and XML: what a reader sees is withheld, whatever stands between; nothing else of the file is left
cat >"$work/page.html" <<'END'
<!DOCTYPE html><html><head><title>Claim of Sar Quimby-Kheng</title><style>p{}</style></head><body class=CANARY>
<!-- CANARY 514-38-7793 --><p onclick="CANARY()">SSN 514-<b>38</b>-7793 and <a href="mailto:sar.quimby-kheng@example.org">a
letter</a> of &#83;ar Quim&shy;by-Kheng.</p><p hidden>CANARY</p><script>CANARY</script></body></html>
END
cat >"$work/claim.xml" <<'END'
<?xml version="1.0"?>
<!DOCTYPE c [<!ENTITY n "Sar Quimby-Kheng">]>
<c by="&n;"><!-- CANARY --><?x CANARY?><ssn>SSN 514-<i>38</i>-7793</ssn><t><![CDATA[of Sar Quimby-Kheng]]> here</t></c>
END
echo 'name: Sar Quimby-Kheng' >"$work/terms"
for name in page.html claim.xml; do
  run 0 caveat redact --policy privacy --terms "$work/terms" "$work/$name" -o "$work/reports/$name" \
    --ledger "$work/reports/ledger"
  says out '^RELEASED IN PART'
  says out '^left out of the file: .*comment'
  holds "a withheld word is left in $name" bash -c "! grep -qiE 'CANARY|7793|quimby|kheng|<!--' $work/reports/$name"
  run 0 caveat verify "$work/reports/$name" --ledger "$work/reports/ledger" --original "$work/$name"
  run 0 caveat verify "$work/reports/$name" --terms "$work/terms"
  run 1 caveat verify "$work/$name" --terms "$work/terms"
  run 0 caveat ledger show "$work/reports/ledger"
  says out 'Left out: .*comment'
  run 0 caveat redact --policy privacy --terms "$work/terms" "$work/reports/$name" -o "$work/reports/again"
  holds "a copy of the copy of $name is another one" cmp -s "$work/reports/$name" "$work/reports/again"
  run 0 caveat redact --policy privacy --terms "$work/terms" "$work/$name" --propose "$work/reports/decisions.xml"
  sed -i 's/reviewer=""/reviewer="A. Reader"/' "$work/reports/decisions.xml"
  run 0 caveat redact --policy privacy --terms "$work/terms" "$work/$name" --review "$work/reports/decisions.xml" \
    -o "$work/reports/reviewed"
  holds "accepted decisions make another copy of $name" cmp -s "$work/reports/$name" "$work/reports/reviewed"
  sed 's/and/und/; s/here/hier/' "$work/reports/$name" >"$work/changed"
  run 1 caveat verify "$work/changed" --ledger "$work/reports/ledger" --original "$work/$name"
  rm -rf "$work/reports"
  mkdir "$work/reports"
done
sed 's/<c by/<Quimby-Kheng by/; s/<\/c>/<\/Quimby-Kheng>/' "$work/claim.xml" >"$work/named.xml"
run 3 caveat redact --policy privacy --terms "$work/terms" "$work/named.xml" -o "$work/reports/copy"
says err 'name of an element'
sed 's/"Sar Quimby-Kheng">/SYSTEM "terms">/' "$work/claim.xml" >"$work/entity.xml"
run 3 caveat redact --policy privacy "$work/entity.xml" -o "$work/reports/copy"
clean_folder

# --- Release of messages: what a mail program shows is withheld, in whatever encoding; no other field is left
cat >"$work/message.eml" <<'END'
Received: from CANARY by mail.example
From: =?utf-8?q?Sar_Quimby=2D?= =?utf-8?q?Kheng?= <sar@agency.example>
To: Bo Dee (CANARY) <bo@agency.example>
Subject: =?utf-8?B?U1NOIDUxNC0zOC03?= =?utf-8?B?NzkzIG9mIFNhcg==?=
Message-ID: <CANARY@agency.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=CANARY

CANARY
--CANARY
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

The claim of Sar Quim=
by-Kheng and SSN 514-3=
8-7793 is here.
--CANARY
Content-Type: text/html; charset=utf-8
Content-Disposition: inline; filename*=utf-8''Quimby%2DKheng.html

<p title=CANARY>SSN 514-<b>38</b>-7793 and more.</p>
--CANARY
Content-Type: application/pdf; name=CANARY.pdf
Content-Transfer-Encoding: base64

Q0FOQVJZ
--CANARY--
END
{ echo 'From CANARY@agency.example Sat Jan  3 01:05:34 1996'; cat "$work/message.eml"; echo
  printf 'From - Sat Jan  3 01:05:34 1996\nSubject: two\n\n>From Sar Quimby-Kheng and others.\n'; } >"$work/mailbox"
run 3 caveat redact --policy privacy --terms "$work/terms" "$work/message.eml" -o "$work/reports/copy"
says err 'part 3 is a file of a kind that cannot be read'
clean_folder
sed 's/name="privacy"/name="mail"/; s|<copy |<element name="attachments"/><copy |' Rules/policies/privacy.xml >"$work/mail.xml"
for name in message.eml mailbox; do
  run 0 caveat redact --policy "$work/mail.xml" --terms "$work/terms" "$work/$name" -o "$work/reports/$name" \
    --ledger "$work/reports/ledger"
  says out '^RELEASED IN PART'
  holds "a withheld word is left in $name" bash -c "! grep -qiE 'CANARY|7793|quimby|kheng|Q0FO|agency' $work/reports/$name"
  holds "what stands around it is gone from $name" grep -q 'The claim of' "$work/reports/$name"
  run 0 caveat verify "$work/reports/$name" --ledger "$work/reports/ledger" --original "$work/$name"
  run 0 caveat verify "$work/reports/$name" --terms "$work/terms"
  run 1 caveat verify "$work/$name" --terms "$work/terms"
  run 0 caveat ledger show "$work/reports/ledger"
  says out 'Left out: .*header field'
  run 0 caveat redact --policy "$work/mail.xml" --terms "$work/terms" "$work/reports/$name" -o "$work/reports/again"
  holds "a copy of the copy of $name is another one" cmp -s "$work/reports/$name" "$work/reports/again"
  sed 's/and more/or more/' "$work/reports/$name" >"$work/changed"
  run 1 caveat verify "$work/changed" --ledger "$work/reports/ledger" --original "$work/$name"
  rm -rf "$work/reports"
  mkdir "$work/reports"
done
sed 's/charset=utf-8/charset=x-finch/' "$work/message.eml" >"$work/odd.eml"
run 3 caveat redact --policy "$work/mail.xml" "$work/odd.eml" -o "$work/reports/copy"
says err 'part 1 is in a character set that is not known'
clean_folder

# --- Auditing
python3 Tests/AuditTests/hostile_tree.py "$work/hostile" "$root/$bad_cable"
ask() { python3 -c 'import sqlite3, sys
for row in sqlite3.connect(sys.argv[1]).execute(sys.argv[2]): print(*row, sep="|")' "$@"; }
run 3 caveat audit --into "$work/h.sqlite" --jobs 2 --max-file-size 8M "$work/hostile"
says out '^[0-9]+ documents: '
holds 'an audit file is for its owner alone' test "$(stat -c %a "$work/h.sqlite")" = 600
# becomes PATH STATUS: a file of the hostile tree, as a pattern of SQL, has this status.
becomes() {
  local status
  status=$(ask "$work/h.sqlite" "SELECT DISTINCT status FROM documents WHERE path LIKE '%/hostile/$1'")
  if [ "$status" = "$2" ]; then ok; else bad "$1 is '$status', not $2"; fi
}
for name in ok/a.txt 'ok/line%break.txt' 'ok/bad-%FF%FE.txt' .hidden/x.txt link.txt .caveat.toml good.tar!a.txt \
  good.tar!in.zip!in/a.txt good.tar.gz!b.txt good.tar.bz2!b.txt good.tar.xz!b.txt single.txt.gz!single.txt \
  corrupt.tar!a.txt box.mbox!2; do
  becomes "$name" checked
done
for name in empty.txt picture.png ok/up; do becomes "$name" not-applicable; done
for name in loop dangling fifo sock device corrupt.tar garbage.tar; do becomes "$name" unreadable; done
for name in sparse.txt bomb.zip!bomb0.txt bomb.tar.gz 'nested.tar!%'; do becomes "$name" over-limit; done
holds 'a folder of 10,000 levels is accounted for' \
  test "$(ask "$work/h.sqlite" "SELECT count(*) FROM documents WHERE path LIKE '%/deep/d/d/%' AND status = 'unreadable'")" = 1
holds 'a name that is no UTF-8 is kept' \
  test "$(ask "$work/h.sqlite" "SELECT hex(raw_path) LIKE '%FFFE2E747874' FROM documents WHERE raw_path IS NOT NULL")" = 1
run 2 caveat audit --into "$work/h.sqlite" "$work/hostile"
says err '--resume'
for format in text html xml json csv; do
  run 0 caveat audit report "$work/h.sqlite" --format $format
  holds "no text of a document is in the audit report ($format)" \
    bash -c "! grep -qiE 'treasurer|festival|foghorn' '$work/out'"
done
holds 'no text of a document is in an audit file' bash -c "! grep -qaiE 'treasurer|festival|foghorn' '$work/h.sqlite'"
mkdir "$work/formulas"
cp $bad_cable "$work/formulas/=1+1.txt"
run 1 bash -c "cd '$work/formulas' && caveat audit --into ../f.sqlite =1+1.txt"
run 0 caveat audit report "$work/f.sqlite" --format csv
says out "^[0-9]+,'=1\+1\.txt,"
run 0 caveat audit query "$work/h.sqlite" unreadable --format csv
says out 'garbage.tar,unreadable'
run 2 caveat audit query "$work/h.sqlite" nothing
run 0 caveat audit diff "$work/h.sqlite" "$work/h.sqlite"
says out '^0 new'
for part in 1 2; do
  run 3 caveat audit --into "$work/p$part.sqlite" --max-file-size 8M --shard $part/2 --quiet "$work/hostile"
  silent out
done
run 0 caveat audit merge --into "$work/m.sqlite" "$work"/p?.sqlite
for table in documents findings archives; do
  holds "shards merge into the whole ($table)" test \
    "$(ask "$work/m.sqlite" "SELECT * FROM $table" | sha256sum)" = "$(ask "$work/h.sqlite" "SELECT * FROM $table" | sha256sum)"
done
run 1 bash -c "printf '%s\\0' $bad_cable $good_cable | caveat audit --into '$work/l.sqlite' --files-from0 -"
says out '^2 documents'
run 0 python3 Tests/AuditTests/worker_client.py "$program" $bad_cable $good_cable
says out '"rule": "WIR-006"'
run 2 bash -c 'printf "\1\0\0\0Zrest" | caveat worker'

# A disk that is full: no file is left that would be no audit.
run 3 bash -c "ulimit -f 0; caveat audit --into '$work/full.sqlite' '$good_cable' 2>$work/full"
holds 'a full disk leaves no audit file without tables' bash -c "! ls '$work'/full.sqlite* 2>/dev/null"

# Outputs that are closed: no file gets their numbers.
run 3 bash -c "caveat audit --into '$work/closed.sqlite' '$work/samples' >&-"
holds 'an audit file stays one without standard output' test "$(ask "$work/closed.sqlite" 'SELECT count(*) > 0 FROM documents')" = 1
run 3 bash -c "caveat check --format json --output '$work/closed.json' $bad_cable no-such-file 2>&-"
holds 'a report stays one without error output' python3 -m json.tool "$work/closed.json" "$work/null"
# What is behind the end of a TAR archive, and what gzip's check sum says.
python3 - "$work" "$bad_cable" <<'END'
import gzip, io, pathlib, sys, tarfile

folder, cable = pathlib.Path(sys.argv[1]) / "packed", pathlib.Path(sys.argv[2]).read_bytes()
folder.mkdir()


def tar(name):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        member = tarfile.TarInfo(name)
        member.size = len(cable)
        archive.addfile(member, io.BytesIO(cable))
    return out.getvalue()


packed = gzip.compress(cable)
(folder / "two.tar").write_bytes(tar("a.txt") + tar("b.txt"))
(folder / "behind.tar").write_bytes(tar("a.txt") + cable)
(folder / "zeros.gz").write_bytes(gzip.compress(b"\0" * 1024 + cable))
(folder / "two.gz").write_bytes(packed + packed + b"\0" * 512)
(folder / "sum.txt.gz").write_bytes(packed[:-8] + b"\1\2\3\4" + packed[-4:])
(folder / "cut.txt.gz").write_bytes(packed[:-4])
(folder / "more.txt.gz").write_bytes(packed + cable)
(folder / "inner.tar.gz").write_bytes(gzip.compress(tar("a.txt")))
END
run 3 caveat audit --into "$work/packed.sqlite" --quiet "$work/packed"
kept() {
  holds "$1 is not '$2'" test \
    "$(ask "$work/packed.sqlite" "SELECT group_concat(status, ' ') FROM (SELECT status FROM documents WHERE path LIKE '%/packed/$1%' ORDER BY path)")" = "$2"
}
kept two.tar 'checked checked'
kept behind.tar 'unreadable checked'
kept zeros.gz unreadable
kept two.gz checked
for name in sum cut more; do kept $name.txt.gz unreadable; done
kept inner.tar.gz checked
# Audit files are read, and nothing else is; a report replaces none.
mkfifo "$work/pipe.sqlite"
for command in 'audit report' 'audit query' "audit diff $work/h.sqlite" "audit merge --into $work/m2.sqlite"; do
  run 2 timeout 10 caveat $command "$work/pipe.sqlite"
  says err 'no audit file'
done
cp "$work/h.sqlite" "$work/kept.sqlite"
run 2 caveat audit report "$work/h.sqlite" --format html --output "$work/h.sqlite"
holds 'a report does not replace its audit' cmp -s "$work/h.sqlite" "$work/kept.sqlite"
# Parts of two audits make none.
run 2 caveat audit merge --into "$work/m3.sqlite" "$work/p1.sqlite" "$work/closed.sqlite"
absent "$work/m3.sqlite"
# What is left out takes what stands in it along.
run 0 caveat audit --into "$work/out1.sqlite" --exclude "$work/packed" "$work/packed"
says out '^0 documents'
run 3 caveat audit --into "$work/out2.sqlite" --exclude two.tar "$work/packed"
holds 'the members of an archive are left out with it' \
  test "$(ask "$work/out2.sqlite" "SELECT count(*) FROM documents WHERE path LIKE '%two.tar%'")" = 0
# Names that a terminal would obey.
mkdir "$work/names"
cp $bad_cable "$work/names/$(printf 'a\033[31m\302\205\342\200\256.txt')"
run 1 caveat audit --into "$work/names.sqlite" "$work/names"
for format in text html xml json csv; do
  run 0 caveat audit report "$work/names.sqlite" --format $format
  holds "a name is shown as it is ($format)" bash -c "! grep -qP '\x1B|\xC2\x85|\xE2\x80\xAE' '$work/out'"
done

# --- Repairs
mkdir "$work/fix"
printf '%s\r\n' SECRET '' 'MEMORANDUM FOR THE RECORD' '' 'Date: 2016-03-01' '' 'SUBJECT: (U) Ferry hours' '' \
  '1. (TS//NF) The ZEBRA is late.' '' '2. (S / NF) So is the ZEBRA.' '' 'Classified By: John Doe, Director' \
  'Derived From: Source Memo, 20150101' 'Declassify On: 20400101' '' >"$work/fix/memo.txt"
printf SECRET >>"$work/fix/memo.txt"
cp "$work/fix/memo.txt" "$work/fix/before"
repaired() { [ "$(grep -c '^TOP SECRET//NOFORN' "$work/fix/memo.txt")" -eq 2 ]; }
run 1 caveat fix "$work/fix/memo.txt"
says out '^\+TOP SECRET//NOFORN'
says out '^# .*memo.txt:11:6: .* becomes '
holds 'a diff shows no text' bash -c "! grep -q ZEBRA '$work/out'"
holds 'nothing is written unasked' cmp -s "$work/fix/memo.txt" "$work/fix/before"
caveat fix --show-text "$work/fix/memo.txt" >"$work/fix/diff" 2>"$work/err"
run 1 caveat fix --dry-run "$work/fix/memo.txt"
says out 'CLS-001'
run 0 caveat fix --dry-run --fail-on never "$work/fix/memo.txt"
run 2 caveat fix --dry-run --write "$work/fix/memo.txt"
says err 'only one of'
run 2 caveat fix --write -
run 2 caveat fix --trail "$work/fix/memo.txt" "$work/fix/memo.txt"
# A disk that is full.
run 3 bash -c "ulimit -f 0; caveat fix --write '$work/fix/memo.txt' 2>$work/full"
holds 'a full disk changes nothing' cmp -s "$work/fix/memo.txt" "$work/fix/before"
if [ "$(id -u)" -ne 0 ]; then
  chmod u-w "$work/fix"
  run 3 caveat fix --write "$work/fix/memo.txt"
  chmod u+w "$work/fix"
fi
chmod u-w "$work/fix/memo.txt"
run 3 caveat fix --write "$work/fix/memo.txt"
says err 'write-protected'
says err '^caveat: 0 findings repaired'
silent out
chmod u+w "$work/fix/memo.txt"
run 1 bash -c "cd '$work/fix' && caveat fix ."
says out '^--- memo.txt'
# Whoever kills it leaves one or the other.
for delay in 0 0.002 0.004 0.006 0.008 0.01 0.012 0.015 0.02 0.03; do
  cp "$work/fix/before" "$work/fix/memo.txt"
  "$program" fix --write --fail-on never "$work/fix/memo.txt" >"$work/out" 2>"$work/err" &
  sleep "$delay"
  kill -KILL $! 2>"$work/null"
  wait $! 2>"$work/null"
  if cmp -s "$work/fix/memo.txt" "$work/fix/before" || repaired; then ok; else bad "half a file after a kill"; fi
done
rm -f "$work/fix"/.caveat-*
cp "$work/fix/before" "$work/fix/memo.txt"
chmod 640 "$work/fix/memo.txt"
run 0 caveat fix --write --fail-on error --select CLS,FDR,SYN --trail "$work/fix/trail.xml" "$work/fix/memo.txt"
holds 'both banners are repaired' repaired
holds 'the mode is kept' bash -c "[ \"\$(stat -c %a '$work/fix/memo.txt')\" = 640 ]"
holds 'the trail shows no text' bash -c "! grep -q ZEBRA '$work/fix/trail.xml'"
cp "$work/fix/memo.txt" "$work/fix/after"
run 0 caveat fix --write "$work/fix/memo.txt"
holds 'a second run changes nothing' cmp -s "$work/fix/memo.txt" "$work/fix/after"
cp "$work/fix/before" "$work/fix/memo.txt"
holds 'patch takes the diff' patch --binary -s -p0 "$work/fix/memo.txt" "$work/fix/diff"
holds 'the diff does what --write does' cmp -s "$work/fix/memo.txt" "$work/fix/after"
holds 'nothing is left behind' bash -c "! ls -A '$work/fix' | grep -q '^\.caveat-'"

# --- README.md
count=$(caveat rules | sed -n 's/^\([0-9]* rules\), profile state$/\1/p')
holds "README.md names another number of rules than $count" grep -qF "$count" README.md

finish
