#!/usr/bin/env bash
# Makes the Debian packages of the program and the library that `make` built: caveat, libcaveat0 and libcaveat-dev, as
# .build/packages/NAME_VERSION-1_ARCHITECTURE.deb.
. "$(dirname "$0")/../version.sh"
# Who answers for the packages: as Debian's tools are told it, or the author of the last change, or nobody we know.
author() { git log -1 --format="$1" 2>/dev/null || echo "$2"; }
maintainer="${DEBFULLNAME:-$(author %an unknown)} <${DEBEMAIL:-$(author %ae unknown@localhost)}>"
architecture=$(dpkg --print-architecture)
folder=/usr/lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH)

# package NAME [BINARY]: makes the package of what lies in $stage/NAME. What the binary is linked to is asked of itself; the
# libraries that it loads when needed are in the template.
package() {
  local name=$1 root=$stage/$1 libraries=
  local pages=$root/usr/share/doc/$name
  mkdir -p "$root/DEBIAN" "$pages"
  cp Packaging/debian/copyright "$pages/copyright"
  gzip -9nc CHANGELOG.md >"$pages/changelog.gz"
  printf 'caveat (%s-1) unstable; urgency=medium\n\n  * Release %s: see changelog.gz.\n\n -- %s  %s\n' "$version" "$version" \
    "$maintainer" "$(date --date "@$SOURCE_DATE_EPOCH" --rfc-email)" | gzip -9nc >"$pages/changelog.Debian.gz"
  mkdir -p "$root/usr/share/lintian/overrides"
  sed "s/@PACKAGE@/$name/" Packaging/debian/lintian-overrides >"$root/usr/share/lintian/overrides/$name"
  [ -z "${2:-}" ] || libraries=$(cd "$stage" && dpkg-shlibdeps -O "$root$2" | sed -n 's/^shlibs:Depends=//p')
  same_times "$root"
  awk -v RS= -v first="Package: $name" '$0 ~ "^" first "\n"' Packaging/debian/control |
    sed -e "s/@VERSION@/$version-1/; s/@ARCHITECTURE@/$architecture/; s/@LIBRARIES@/$libraries/; s/@MAINTAINER@/$maintainer/" \
      -e "s/@SIZE@/$(du --apparent-size -sk --exclude DEBIAN "$root" | cut -f1)/" >"$root/DEBIAN/control"
  (cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
  same_times "$root"
  dpkg-deb --root-owner-group --build "$root" "$output/${name}_$version-1_$architecture.deb" >/dev/null
  echo "$output/${name}_$version-1_$architecture.deb"
}

# What dpkg-shlibdeps wants to see.
mkdir -p "$stage/debian"
printf 'Source: caveat\n\nPackage: caveat\nArchitecture: any\n' >"$stage/debian/control"

# The library, and what programs that use it are built with.
install_library "$stage/libcaveat-dev" /usr "$folder"
mkdir -p "$stage/libcaveat0$folder" "$stage/libcaveat0/DEBIAN"
mv "$stage/libcaveat-dev$folder/libcaveat.so.0" "$stage/libcaveat0$folder/"
echo "libcaveat 0 libcaveat0 (>= $version)" >"$stage/libcaveat0/DEBIAN/shlibs"
echo 'activate-noawait ldconfig' >"$stage/libcaveat0/DEBIAN/triggers"
package libcaveat0 "$folder/libcaveat.so.0"
package libcaveat-dev

# The program.
root=$stage/caveat
install_program "$root" /usr
share=$root/usr/share
find "$share/man" -type f -exec gzip -9n {} +
# Debian keeps the files for shells where its own packages have them.
mkdir -p "$share/zsh/vendor-completions"
mv "$share/zsh/site-functions/_caveat" "$share/zsh/vendor-completions/"
rmdir "$share/zsh/site-functions"
install_documents "$share/doc/caveat"
ln -s ../../common-licenses/Apache-2.0 "$share/doc/caveat/LICENSE"
package caveat /usr/bin/caveat
