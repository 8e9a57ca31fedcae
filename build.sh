#!/usr/bin/env bash
# Compiles the build host when something of it has changed, and runs it. All arguments pass through.
set -euo pipefail
SLIPWAY_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export SLIPWAY_ROOT

sdk() { sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' "$SLIPWAY_ROOT/global.json" | head -n 1; }
missing() {
  echo "error: $1" >&2
  echo "Install the .NET SDK $(sdk) (https://dotnet.microsoft.com/download), or one of its later patches, and put dotnet on the PATH." >&2
  exit 2
}
command -v dotnet >/dev/null || missing "dotnet is not on the PATH."

if command -v sha256sum >/dev/null; then sha256=sha256sum; else sha256='shasum -a 256'; fi
inputs() {
  find -L build src -type d \( -name bin -o -name obj \) -prune -o -type f -print | LC_ALL=C sort
  LC_ALL=C ls Directory.Build.* Directory.Packages.props global.json .editorconfig
}
# The digest and name of each: a file that is renamed may be another resource.
stamp=$(cd "$SLIPWAY_ROOT" && inputs | tr '\n' '\0' | xargs -0 $sha256 | $sha256 | cut -c 1-16)
host="$SLIPWAY_ROOT/artifacts/host/$stamp"

if [ ! -f "$host/Build.dll" ]; then
  (cd "$SLIPWAY_ROOT" && dotnet --version >/dev/null 2>&1) || missing "global.json asks for the .NET SDK $(sdk), which is not installed."
  fresh="$SLIPWAY_ROOT/artifacts/host/.$stamp.$$"
  # One compiler for all projects, and our own, so that it can be ended with us.
  compiler="slipway-host-$$"
  tidy() { rm -rf "$fresh" "/tmp/$compiler"; pkill -f -- "-pipename:$compiler" 2>/dev/null || true; }
  trap tidy EXIT
  # A group of its own, so that a signal ends the compile with everything that it started, and at once.
  set -m
  (cd "$SLIPWAY_ROOT" && exec dotnet publish build/Build.csproj --configuration Release --output "$fresh" --verbosity quiet --nologo \
    -nodeReuse:false -p:UseSharedCompilation=true -p:SharedCompilationId="$compiler") </dev/null >&2 &
  compile=$!
  set +m
  stop() { { kill -KILL -- "-$compile"; wait "$compile"; } 2>/dev/null || true; exit "$1"; }
  trap 'stop 130' INT; trap 'stop 143' TERM; trap 'stop 129' HUP
  wait "$compile" || exit 2
  trap - INT TERM HUP
  find "$SLIPWAY_ROOT/artifacts/host" -mindepth 1 -maxdepth 1 -not -name ".$stamp.*" -mtime +7 -exec rm -rf {} + 2>/dev/null || true
  mv "$fresh" "$host" 2>/dev/null || [ -f "$host/Build.dll" ]
  tidy
fi

# Where nothing has changed since a run that only replayed, this ends here and says so.
if [ -f "$host/unchanged.sh" ]; then . "$host/unchanged.sh"; fi
exec dotnet "$host/Build.dll" "$@"
