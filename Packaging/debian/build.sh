#!/usr/bin/env bash
# Makes the Debian package of the program that `make` built: .build/packages/caveat_VERSION-1_ARCHITECTURE.deb.
. "$(dirname "$0")/../version.sh"
# Who answers for the package: as Debian's tools are told it, or the author of the last change.
maintainer="${DEBFULLNAME:-$(git log -1 --format=%an)} <${DEBEMAIL:-$(git log -1 --format=%ae)}>"
architecture=$(dpkg --print-architecture)
root=$stage/root
mkdir -p "$root/DEBIAN" "$stage/debian"
install_program "$root" /usr

share=$root/usr/share
find "$share/man" -type f -exec gzip -9n {} +
# Debian keeps the files for shells where its own packages have them.
mkdir -p "$share/zsh/vendor-completions"
mv "$share/zsh/site-functions/_caveat" "$share/zsh/vendor-completions/"
rmdir "$share/zsh/site-functions"
pages=$share/doc/caveat
install_documents "$pages"
ln -s ../../common-licenses/Apache-2.0 "$pages/LICENSE"
cp Packaging/debian/copyright "$pages/copyright"
install -D --mode=644 Packaging/debian/lintian-overrides "$share/lintian/overrides/caveat"
gzip -9nc CHANGELOG.md >"$pages/changelog.gz"
{
  printf 'caveat (%s-1) unstable; urgency=medium\n\n  * Release %s: see changelog.gz.\n\n -- %s  %s\n' "$version" "$version" \
    "$maintainer" "$(date --date "@$SOURCE_DATE_EPOCH" --rfc-email)"
} | gzip -9nc >"$pages/changelog.Debian.gz"

# What the program is linked to is asked of the program; the libraries that it loads when needed are in the template.
printf 'Source: caveat\n\nPackage: caveat\nArchitecture: any\n' >"$stage/debian/control"
libraries=$(cd "$stage" && dpkg-shlibdeps -O "$root/usr/bin/caveat" | sed -n 's/^shlibs:Depends=//p')
same_times "$root"
sed -e "s/@VERSION@/$version-1/; s/@ARCHITECTURE@/$architecture/; s/@LIBRARIES@/$libraries/; s/@MAINTAINER@/$maintainer/" \
  -e "s/@SIZE@/$(du --apparent-size -sk --exclude DEBIAN "$root" | cut -f1)/" Packaging/debian/control \
  >"$root/DEBIAN/control"
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
same_times "$root"

package=$output/caveat_$version-1_$architecture.deb
dpkg-deb --root-owner-group --build "$root" "$package" >/dev/null
echo "$package"
