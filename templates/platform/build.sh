#!/usr/bin/env bash
# Compiles the build host when something of it has changed, and runs it. All arguments pass through.
set -euo pipefail
case ${BASH_SOURCE[0]} in */*) CDPATH='' cd -- "${BASH_SOURCE[0]%/*}/" ;; esac
export SLIPWAY_ROOT=$PWD

sdk() { sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' global.json | head -n 1; }
missing() {
  echo "error: $1" >&2
  echo "Install the .NET SDK $(sdk) (https://dotnet.microsoft.com/download), or one of its later patches, and put dotnet on the PATH." >&2
  exit 2
}
command -v dotnet >/dev/null || missing "dotnet is not on the PATH."

if command -v sha256sum >/dev/null; then sha256=sha256sum; else sha256='shasum -a 256'; fi
# The digest and name of each input: a file that is renamed may be another resource.
inputs() {
  find -L build -type d \( -name bin -o -name obj \) -prune -o -type f -exec $sha256 {} + | sort -k 2
  $sha256 .editorconfig Directory.* global.json nuget.config
  echo "${SlipwayVersion-}"
}
name_host() {
  host=$(export LC_ALL=C && inputs | $sha256)
  host=artifacts/host/${host:0:16}
}
name_host

if [ ! -f "$host/Build.dll" ]; then
  dotnet --version >/dev/null 2>&1 || missing "global.json asks for the .NET SDK $(sdk), which is not installed."
  fresh="artifacts/host/.fresh.$$"
  trap 'rm -rf "$fresh"' EXIT
  lock=build/packages.lock.json locked=-p:RestoreLockedMode=true
  [[ " $* " == *" --update-locks "* ]] && locked=-p:RestoreForceEvaluate=true
  before=$(cat "$lock" 2>/dev/null || true)
  # A group of its own, so that a signal ends the compile with everything that it started, and at once.
  set -m
  dotnet publish build/Build.csproj --configuration Release --output "$fresh" --verbosity quiet --nologo \
    -nodeReuse:false -p:UseSharedCompilation=false "$locked" </dev/null >&2 &
  compile=$!
  set +m
  stop() { { kill -KILL -- "-$compile"; wait "$compile"; } 2>/dev/null || true; exit "$1"; }
  trap 'stop 130' INT; trap 'stop 143' TERM; trap 'stop 129' HUP
  wait "$compile" || {
    echo "Where NU1004 stands above, ./build.sh --target=Restore --update-locks writes $lock anew; commit it." >&2
    exit 2
  }
  trap - INT TERM HUP
  # The lock file is an input of the host: the next run must find this one under what it says now.
  [ "$before" = "$(cat "$lock" 2>/dev/null || true)" ] || echo "Wrote the build host's lock file ($lock): commit it." >&2
  name_host
  # Another run may have been faster; both made the same.
  [ -e "$host" ] || mv "$fresh" "$host"
  rm -rf "$fresh"
fi

# Where nothing has changed since a run that only replayed, this ends here and says so.
if [ -f "$host/unchanged.sh" ]; then . "$host/unchanged.sh"; fi
exec dotnet "$host/Build.dll" "$@"
