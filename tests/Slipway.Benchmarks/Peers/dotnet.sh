#!/usr/bin/env bash
# Stands in for the dotnet command where a platform is too large to be built for a benchmark: it leaves files of the names and about
# the sizes that a real run would leave, and compiles nothing. What is measured afterwards, a run with nothing changed, reads them.
set -euo pipefail

option() { local name=$1; shift; while [ $# -gt 1 ]; do if [ "$1" = "$name" ]; then echo "$2"; return; fi; shift; done; }
property() { local name=$1 word; shift; for word; do case $word in "-p:$name="*) echo "${word#*=}"; return ;; esac; done; }
# Project paths of a solution or traversal project, absolute.
projects() {
  local folder; folder=$(cd "$(dirname "$1")" && pwd)
  sed -n 's/.*<Project Path="\([^"]*\)".*/\1/p; s/.*Include="\([^"]*proj\)".*/\1/p' "$1" | while read -r path; do
    case $path in /*) echo "$path" ;; *) echo "$folder/$path" ;; esac
  done
}
name() { basename "$1" .csproj; }
assembly() { { echo "$1"; head -c 7000 /dev/zero; } >"$2"; }
assets='{"version":3,"targets":{"net10.0":{}},"libraries":{},"projectFileDependencyGroups":{"net10.0":[]},"packageFolders":{},"project":{"version":"1.0.0","restore":{"frameworks":{"net10.0":{"projectReferences":{}}}},"frameworks":{"net10.0":{}}}}'
sarif='{"runs":[{"tool":{"driver":{"rules":[{"id":"CA2100"}]}},"results":[]}]}'
tests='{"results":{"tests":[{"name":"A","status":"passed","duration":1},{"name":"B","status":"passed","duration":1},{"name":"C","status":"passed","duration":1}]}}'

case $1 in
  *.dll) exec "$SLIPWAY_REAL_DOTNET" "$@" ;; # the host itself
  restore)
    case $2 in *.slnx) ;; *) exit 1 ;; esac # nothing is fetched
    projects "$2" | while read -r project; do
      folder=$(dirname "$project")/obj
      mkdir -p "$folder" && echo "$assets" >"$folder/project.assets.json"
    done ;;
  format) ;;
  msbuild)
    case $2 in
      */typecheck.proj)
        projects "$2" | while read -r project; do
          folder=$(dirname "$project"); name=$(name "$project")
          mkdir -p "$folder/bin/Release/net10.0" "$folder/obj/Release/net10.0/ref"
          assembly "$name" "$folder/bin/Release/net10.0/$name.dll"
          cp "$folder/bin/Release/net10.0/$name.dll" "$folder/obj/Release/net10.0/$name.dll"
          assembly "$name" "$folder/obj/Release/net10.0/ref/$name.dll"
          case $name in *.Tests) : >"$folder/bin/Release/net10.0/xunit.v3.core.dll" ;; esac
        done ;;
      *)
        folder=$(dirname "$2")
        projects "$2" | while read -r project; do
          report="$folder/${project#"$PWD/"}"; report="${report%.csproj}/security.sarif"
          mkdir -p "$(dirname "$report")" && echo "$sarif" >"$report"
        done ;;
    esac ;;
  exec) echo "$tests" >"$(option --results-directory "$@")/$(option --report-xunit-ctrf-filename "$@")" ;;
  publish)
    output=$(property PublishDir "$@"); name=$(name "$2")
    mkdir -p "$output"
    assembly "$name" "$output/$name.dll"
    { echo "$name"; head -c 70000 /dev/zero; } >"$output/$name"
    for extension in deps.json runtimeconfig.json; do echo '{}' >"$output/$name.$extension"; done ;;
  pack)
    output=$(property PackageOutputPath "$@")
    mkdir -p "$output" && assembly "$(name "$2")" "$output/$(name "$2").nupkg" ;;
  *) exit 1 ;;
esac
