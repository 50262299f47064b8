#!/usr/bin/env bash
# The pages of the libraries, for developers: every library with a catalogue (Sources/*/*.docc), with its own comments, in one
# archive: .build/documentation/Caveat.doccarchive. A link that leads nowhere is an error. Comments name the parameters
# that need words, so that docc is not asked whether all are named.
#
# The first argument is the folder of the symbols, which the compiler has written: a tool that reads them from the built module
# does not see what is `package` and speaks of another module, which is most of it.
set -euo pipefail
symbols=$1
cd "$(dirname "$0")/.."
swift=${SWIFT:-swift}
docc=$(dirname "$(readlink -f "$(command -v "$swift")")")/docc
work=$PWD/.build/documentation
rm -rf "$work/archives" "$work/Caveat.doccarchive"
mkdir -p "$work/archives"

archives=()
for catalogue in Sources/*/*.docc; do
  library=$(basename "$catalogue" .docc)
  rm -rf "$work/library"
  mkdir "$work/library"
  cp "$symbols/$library.symbols.json" "$work/library/"
  find "$symbols" -name "$library@*" -exec cp -t "$work/library" {} +
  archive=$work/archives/$library.doccarchive
  "$docc" convert "$catalogue" --additional-symbol-graph-dir "$work/library" --output-dir "$archive" \
    --fallback-display-name "$library" --fallback-bundle-identifier "caveat.$library" \
    --warnings-as-errors --disable-parameters-and-returns-validation
  archives+=("$archive")
done
"$docc" merge "${archives[@]}" --synthesized-landing-page-name Caveat --output-path "$work/Caveat.doccarchive"
echo "The pages of ${#archives[@]} libraries: $work/Caveat.doccarchive"
