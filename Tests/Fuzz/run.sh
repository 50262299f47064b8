#!/usr/bin/env bash
# Runs each fuzz target for a number of seconds (60). Seeds: the samples, the rule files and, where it is there, the
# corpus of released documents beside the project. What was found stays in .build/fuzz. SEED chooses other mutations.
# The address sanitizer watches as well: what Swift makes once and keeps is no leak, and freed memory is not kept for long.
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-60}
work=.build/fuzz
# Swift's own reports of crashes would take the signal from libFuzzer, which then keeps no input.
export CAVEAT_FUZZ=1 SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0:quarantine_size_mb=16
sanitizers=(--sanitize=fuzzer --sanitize=address)
for target in FuzzCable FuzzDocument FuzzFolding FuzzISM FuzzMail FuzzMarking FuzzMarkup FuzzPolicy FuzzRelease FuzzRepair FuzzRules; do
  swift build --quiet "${sanitizers[@]}" --scratch-path "$work/build" --product "$target"
  mkdir -p "$work/$target"
  # The first input waits for what a fuzzer loads: all rules, for FuzzRepair.
  patience=10
  case $target in
    FuzzCable) seeds=(Reports/samples Rules/ism-xml Rules/nato-xml ../shared/corpus/{aad-telegrams,odni-ism} ../shared/samples) ;;
    FuzzDocument) seeds=(Tests/AcceptanceTests/Documents/papers Rules/banner Rules/cui Rules/release ../shared/corpus/jfk-nara-ocr ../shared/corpus/state-foia-email) ;;
    FuzzFolding) seeds=(Reports/samples ../shared/corpus/state-foia-email) ;;
    FuzzPolicy) seeds=(Rules/policies Rules/detectors) ;;
    # One seed for each line of attributes and each text of ODNI's renderings.
    FuzzISM)
      mkdir -p "$work/seeds"
      tail -n +2 Tests/MarkingGrammarTests/Vectors/odni-rendering.tsv | cut -f 4,5 | tr '\t' '\n' | sort -u |
        awk -v folder="$work/seeds" '{ printf "%s", $0 > (folder "/" NR); close(folder "/" NR) }'
      seeds=("$work/seeds") ;;
    FuzzMail) seeds=(Tests/Fuzz/MailSeeds) ;;
    FuzzMarking) seeds=(Tests/MarkingGrammarTests/Vectors ../shared/vectors) ;;
    FuzzMarkup) seeds=(Tests/Fuzz/MarkupSeeds Rules/ism-xml Rules/nato-xml) ;;
    FuzzRelease) seeds=(Reports/samples Tests/Golden/redaction ../shared/corpus/state-foia-email ../shared/samples) ;;
    # Each text that a rule rejects is one seed: what can be repaired is in these.
    FuzzRepair)
      patience=120
      mkdir -p "$work/rejected"
      Tests/Fuzz/rejected.py "$work/rejected"
      seeds=("$work/rejected" Reports/samples Tests/AcceptanceTests/Documents/papers ../shared/samples) ;;
    FuzzRules) seeds=(Rules/cable) ;;
  esac
  existing=()
  for seed in "${seeds[@]}"; do [ -e "$seed" ] && existing+=("$seed"); done
  "$(swift build "${sanitizers[@]}" --scratch-path "$work/build" --show-bin-path)/$target" \
    -max_total_time="$seconds" -seed="${SEED:-1}" -timeout="$patience" -rss_limit_mb=2048 -max_len=65536 -print_final_stats=1 -verbosity=0 -print_funcs=0 \
    -artifact_prefix="$work/$target-" "$work/$target" "${existing[@]}"
done
