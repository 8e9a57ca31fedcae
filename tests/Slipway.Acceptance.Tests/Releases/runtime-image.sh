#!/usr/bin/env bash
# Makes an image out of this machine's .NET runtime and the libraries that it loads, where no registry can be asked for one.
# runtime-image.sh NAME [docker import's options, such as --change 'ENV A=b']
set -euo pipefail
name=$1; shift
dotnet=$(dirname "$(readlink -f "$(command -v dotnet)")")
root=$(mktemp -d) && chmod 755 "$root"
trap 'rm -rf "$root"' EXIT

mkdir -p "$root/usr/bin" "$root/usr/share/dotnet/shared" "$root/tmp" "$root/etc"
cp -a "$dotnet/dotnet" "$dotnet/host" "$root/usr/share/dotnet/"
cp -a "$dotnet/shared/Microsoft.NETCore.App" "$dotnet/shared/Microsoft.AspNetCore.App" "$root/usr/share/dotnet/shared/"
ln -s ../share/dotnet/dotnet "$root/usr/bin/dotnet"
{ find "$dotnet" \( -name '*.so' -o -name dotnet \) -type f -exec ldd {} + 2>/dev/null | grep -o '/[^ :]*\.so[^ :]*' || true
  ldconfig -p | grep -oE '/[^ ]*/lib(ssl|crypto)\.so\.[0-9.]+$' || true; } | sort -u | while read -r library; do
  case $library in "$dotnet"/*) continue ;; esac
  mkdir -p "$root$(dirname "$library")"
  cp -L "$library" "$root$library"
done
tar -C "$root" -c . | docker import --change 'ENV PATH=/usr/bin' --change 'ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1' "$@" - "$name"
