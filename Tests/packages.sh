#!/usr/bin/env bash
# What others install and run: man page, completions, Debian package, release, hooks, action, job and image, each held
# against the validator of those who read it. Usage: Tests/packages.sh PROGRAM VALIDATORS, the program being that of
# `make` and VALIDATORS a virtual environment with Tests/oracle/requirements-packages.txt; where it is empty, because no
# registry could be reached, what needs them is left out. The last line is "N passed, N failed".
. "$(dirname "$0")/checks.sh" "$1"
validators=$root/${2:?the validators}/bin
# There when the registry could be reached; the caller has given notice of it otherwise.
validated() { [ -e "$validators/../ready" ]; }
as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(fakeroot)
packages=$root/.build/packages
version=$(caveat --version | sed 's/caveat //')

# --- Man page and completions
run 0 mandoc -Tlint docs/caveat.1
silent out
run 0 Tests/completions.py docs/completions
says out '^[0-9]+ passed, 0 failed$'

# --- Debian packages
run 0 Packaging/debian/build.sh
mapfile -t debs <"$work/out"
holds 'there are not three Debian packages' test "${#debs[@]}" -eq 3
mkdir "$work/first"
cp "${debs[@]}" "$work/first/"
run 0 Packaging/debian/build.sh
for package in "${debs[@]}"; do
  holds "made again it is another $(basename "$package")" cmp -s "$package" "$work/first/$(basename "$package")"
done
run 0 lintian --allow-root --fail-on error,warning "${debs[@]}"
silent out
library=$root/.build/library/libcaveat.so.0
for pair in "$program caveat" "$library libcaveat0"; do
  read -r binary name <<<"$pair"
  run 0 dpkg-deb --field "$packages/${name}_$version-1_$(dpkg --print-architecture).deb" Depends
  tr -s ', ' '\n' <"$work/out" >"$work/depends"
  for needed in $(objdump -p "$binary" | awk '$1 == "NEEDED" { print $2 }'); do
    owner=$(dpkg-query --search "*/$needed" | sed -n '1s/[:,].*//p')
    holds "$name does not depend on $owner, which has $needed" grep -qxF "$owner" "$work/depends"
  done
done
scratch=$work/scratch
mkdir -p "$scratch"/var/lib/dpkg/{info,updates,triggers}
# Its dependencies are those of this machine; the files go into the folder.
cp /var/lib/dpkg/status "$scratch/var/lib/dpkg/status"
before=$(find "$scratch" -path "$scratch/var" -prune -o -print | sort)
run 0 "${as_root[@]}" dpkg --root="$scratch" --force-not-root --install "${debs[@]}"
run 0 "$scratch/usr/bin/caveat" --version
says out "^caveat $version\$"
run 1 "$scratch/usr/bin/caveat" check "$scratch/usr/share/doc/caveat/docs/sample-cable.txt"
for file in man/man1/caveat.1.gz bash-completion/completions/caveat zsh/vendor-completions/_caveat \
  fish/vendor_completions.d/caveat.fish doc/caveat/copyright doc/caveat/docs/tutorial-ci.md; do
  exists "$scratch/usr/share/$file"
done
# smallest FOLDER LIBRARIES OPTION…: the program in C of docs/library.md, built as pkg-config says and run.
smallest() {
  local folder=$1 libraries=$2 flags
  shift 2
  sed -n '/^```c$/,/^```$/p' docs/library.md | sed '1d;$d' >"$work/smallest.c"
  # Words of flags have no blanks here.
  flags=$(env "$@" PKG_CONFIG_PATH="$folder" pkg-config --cflags --libs libcaveat) || return
  # shellcheck disable=SC2086
  cc -o "$work/smallest" "$work/smallest.c" $flags || return
  LD_LIBRARY_PATH=$libraries "$work/smallest"
}
multiarch=$scratch/usr/lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH)
run 0 smallest "$multiarch/pkgconfig" "$multiarch" PKG_CONFIG_SYSROOT_DIR="$scratch"
says out '^1:1 CAB-001 '
run 0 "${as_root[@]}" dpkg --root="$scratch" --force-not-root --verify caveat libcaveat0 libcaveat-dev
silent out
run 0 "${as_root[@]}" dpkg --root="$scratch" --force-not-root --purge caveat libcaveat-dev libcaveat0
holds 'the packages leave files behind' test "$(find "$scratch" -path "$scratch/var" -prune -o -print | sort)" = "$before"

# --- Release
validated || export WHEEL=no
run 0 Packaging/dist.sh
tarball=$(tail -n 1 "$work/out")
name=$(basename "$tarball" .tar.gz)
files=("$name.tar.gz" "$name.spdx.json" SHA256SUMS)
if validated; then files+=("caveat-$version-py3-none-linux_$(uname -m).whl"); fi
(cd "$packages" && cp "${files[@]}" "$work/")
run 0 env TZ=Asia/Tokyo LC_ALL=C Packaging/dist.sh
for file in "${files[@]}"; do
  holds "made again it is another $file" cmp -s "$packages/$file" "$work/$file"
done
in_work() { (cd "$work" && "$@"); }
run 0 in_work sha256sum --check --strict SHA256SUMS
run 0 in_work tar -xzf "$name.tar.gz"
run 0 smallest "$work/$name/lib/pkgconfig" "$work/$name/lib" PKG_CONFIG_SYSROOT_DIR=
says out '^1:1 CAB-001 '
if validated; then
  run 0 python3 -m venv "$work/python"
  run 0 "$work/python/bin/pip" install --quiet --no-index "$work/${files[3]}"
  run 0 "$work/python/bin/python" -c 'import caveat; print(caveat.check(b"SECRET\n\n(C) Text.\n")[0].rule)'
  says out '^[A-Z]+-[0-9]+$'
fi
run 0 env -i "$work/$name/bin/caveat" --version
says out "^caveat $version\$"
run 1 env -i "$work/$name/bin/caveat" check "$work/$name/docs/sample-cable.txt"
holds 'the released program is linked to the libraries of Swift' bash -c "! ldd '$work/$name/bin/caveat' | grep -qi swift"
holds 'a file of the release is not in its bill of materials, or another' python3 - "$work/$name" "$work/$name.spdx.json" <<'END'
import hashlib, json, pathlib, sys
root, bill = pathlib.Path(sys.argv[1]), json.load(open(sys.argv[2]))
listed = {file["fileName"]: file["checksums"][1]["checksumValue"] for file in bill["files"]}
there = {"./" + str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest()
         for path in root.rglob("*") if path.is_file() and not path.is_symlink()}
names = {package["name"] for package in bill["packages"]}
sys.exit(listed != there or not {"caveat", "swift", "libxml2", "libsqlite3-0", "libarchive13"} <= names)
END

if validated; then
  run 0 "$validators/pyspdxtools" --infile "$work/$name.spdx.json"
  sed 's/"dataLicense": "CC0-1.0"/"dataLicense": "none"/' "$work/$name.spdx.json" >"$work/wrong.spdx.json"
  run 1 "$validators/pyspdxtools" --infile "$work/wrong.spdx.json"
fi

# --- Links lead somewhere, in the project and in the release
for page in *.md docs/*.md "$work/$name"/*.md "$work/$name"/docs/*.md; do
  grep -oE '\]\([^)#]+' "$page" | cut -c3- | grep -v '^https:' | sort -u | while read -r target; do
    [ -e "$(dirname "$page")/$target" ] || echo "$page: $target"
  done
done >"$work/out"
last='links of the documents'
silent out

# --- The tests that SECURITY.md names are there
grep -oE '`[A-Z][A-Za-z]*Tests\.[A-Za-z]+`' SECURITY.md | tr -d '`' | sort -u | while IFS=. read -r suite test; do
  grep -rlE "func $test\(" Tests --include='*.swift' | xargs -r grep -lE "(struct|extension) $suite\b" >/dev/null ||
    echo "$suite.$test"
done >"$work/out"
grep -oE '`Tests/[^`]+`' SECURITY.md | tr -d '`' | sort -u | while read -r file; do
  [ -e "$file" ] || echo "$file"
done >>"$work/out"
last='tests that SECURITY.md names'
silent out

# --- The job of GitLab, run as GitLab would
mkdir -p "$work/repository/memos"
cp docs/sample-memo.txt "$work/repository/memos/ice.txt"
cp Reports/samples/clean-wire.txt "$work/repository/memos/cable.txt"
git -C "$work/repository" -c init.defaultBranch=main init -q
git -C "$work/repository" add .
in_repository() { (cd "$work/repository" && "$@"); }
if validated; then
  run 0 "$validators/check-jsonschema" --builtin-schema vendor.gitlab-ci Packaging/gitlab/caveat.yml
  run 0 "$validators/python" -c 'import yaml
print("\n".join(yaml.safe_load(open("Packaging/gitlab/caveat.yml"))[".caveat"]["script"]))'
  cp "$work/out" "$work/job.sh"
  run 0 in_repository env CAVEAT_PATHS=memos/cable.txt bash -e "$work/job.sh"
  run 1 in_repository env CAVEAT_PATHS='memos/cable.txt memos/ice.txt' bash -e "$work/job.sh"
  exists "$work/repository/gl-code-quality-report.json"
  exists "$work/repository/caveat-junit.xml"
  run 3 in_repository env CAVEAT_PATHS='--version $(touch pwned);touch${IFS}pwned' bash -e "$work/job.sh"
  absent "$work/repository/pwned"
fi

# --- The action of GitHub: its step, with inputs of every kind
if validated; then
  run 0 "$validators/zizmor" --offline --persona pedantic --no-progress action.yml
  run 0 "$validators/check-jsonschema" --builtin-schema vendor.github-actions action.yml
fi
action() { in_repository env GITHUB_OUTPUT="$work/github-output" "$@" "$root/Packaging/github/check.sh"; }
run 1 action INPUT_PATHS=memos INPUT_SARIF=caveat.sarif
says out '^::error file=memos/ice.txt,line=1,'
exists "$work/repository/caveat.sarif"
holds 'the action does not say the exit code' grep -qx 'exit-code=1' "$work/github-output"
run 0 action INPUT_PATHS=memos INPUT_FAIL_ON=never INPUT_CONFIG=none
run 0 action INPUT_PATHS=$'memos/cable.txt\n\nmemos/cable.txt\n' INPUT_PROFILE=state INPUT_PROGRAM="$program"
for hostile in '$(touch pwned)' '`touch pwned`' '; touch pwned' '--version' '"; touch pwned; "'; do
  run 3 action INPUT_PATHS="$hostile"
  run 2 action INPUT_PATHS=memos INPUT_PROFILE="$hostile"
  absent "$work/repository/pwned"
done
# Without the program on the path it is built where the action is; here it is built already.
run 1 action INPUT_PATHS=memos PATH="${PATH#"$work:"}"
says out '^::error file=memos/ice.txt,line=1,'

# --- Hooks
if validated; then
  export PRE_COMMIT_HOME=$work/pre-commit
  run 0 "$validators/pre-commit" validate-manifest .pre-commit-hooks.yaml
  run 1 in_repository "$validators/pre-commit" try-repo "$root" caveat --all-files --verbose
  says out 'CLS-001'
  run 0 in_repository "$validators/pre-commit" try-repo "$root" caveat --verbose --files memos/cable.txt
  says out '1 document checked: 1 passed'
  # The one that is built from source takes as long as a release build: SOURCE_HOOK=1 tries it.
  if [ -n "${SOURCE_HOOK:-}" ]; then
    run 1 in_repository env PATH="${PATH#"$work:"}" "$validators/pre-commit" try-repo "$root" caveat-from-source \
      --all-files --verbose
    says out 'CLS-001'
  fi
fi

# --- The image
if validated; then
  run 0 "$validators/hadolint" --failure-threshold style Packaging/docker/Dockerfile
  silent out
fi

finish
