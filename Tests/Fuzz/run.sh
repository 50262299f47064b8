#!/usr/bin/env bash
# Runs each fuzz target for a number of seconds (60). Seeds: the samples, the rule files and, where it is there, the
# corpus of released documents beside the project. What was found stays in .build/fuzz. SEED chooses other mutations.
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-60}
work=.build/fuzz
export CAVEAT_FUZZ=1
for target in FuzzCable FuzzDocument FuzzRules; do
  swift build --quiet --sanitize=fuzzer --scratch-path "$work/build" --product "$target"
  mkdir -p "$work/$target"
  case $target in
    FuzzCable) seeds=(Reports/samples ../shared/corpus/aad-telegrams ../shared/samples) ;;
    FuzzDocument) seeds=(Rules/banner Rules/cui Rules/release ../shared/corpus/jfk-nara-ocr ../shared/corpus/state-foia-email) ;;
    FuzzRules) seeds=(Rules/cable) ;;
  esac
  existing=()
  for seed in "${seeds[@]}"; do [ -e "$seed" ] && existing+=("$seed"); done
  "$(swift build --sanitize=fuzzer --scratch-path "$work/build" --show-bin-path)/$target" \
    -max_total_time="$seconds" -seed="${SEED:-1}" -timeout=10 -rss_limit_mb=2048 -max_len=65536 -print_final_stats=1 -verbosity=0 -print_funcs=0 \
    -artifact_prefix="$work/$target-" "$work/$target" "${existing[@]}"
done
