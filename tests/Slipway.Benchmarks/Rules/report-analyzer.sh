#!/usr/bin/env bash
# What the compiler itself says the rules cost (-p:ReportAnalyzer=true), on a project of 1,000 files that takes the packed analyzers.
#   report-analyzer.sh [FILES]
set -euo pipefail
files=${1:-1000}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export MSBUILDDISABLENODEREUSE=1

dotnet pack "$root/src/Slipway.Analyzers.CodeFixes" -c Release -o "$work/feed" -p:SlipwayVersion=0.0.0-report -v:q -nologo

project="$work/platform/services/ordering/src/Ordering"
mkdir -p "$project"
cd "$work/platform"
echo 'name: sample' > platform.yaml
cat > nuget.config <<XML
<configuration>
  <config><add key="globalPackagesFolder" value="$work/packages" /></config>
  <packageSources><clear /><add key="feed" value="$work/feed" /></packageSources>
</configuration>
XML
cat > "$project/Ordering.csproj" <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable></PropertyGroup>
  <ItemGroup><PackageReference Include="Slipway.Analyzers" Version="0.0.0-report" PrivateAssets="all" /></ItemGroup>
</Project>
XML
for number in $(seq "$files"); do
  {
    echo "namespace Ordering.Part$((number % 40));"
    echo
    echo "public sealed record Order$number(int Id, string Name, decimal Price);"
    echo
    echo "public sealed class Orders$number"
    echo "{"
    echo "    private readonly System.Collections.Generic.List<Order$number> _orders = [];"
    for method in $(seq 12); do
      echo "    public Order$number? Find$method(int id) { foreach (var order in _orders) { if (order.Id == id + $method) return order with { Name = \$\"{order.Name} {id}\" }; } return null; }"
      echo "    public string Describe$method(int id) => Find$method(id) is { Price: > $method } found ? \"order \" + found.Name : \"select nothing\";"
    done
    echo "}"
  } > "$project/Orders$number.cs"
done

dotnet restore "$project" -v:q -nologo
for round in 1 2 3; do
  echo "round $round, $files files"
  dotnet build "$project" --no-restore --no-incremental -nologo -v:d -p:ReportAnalyzer=true -p:UseSharedCompilation=false \
    | grep -E '^ *(Total analyzer execution time|<?[0-9.]+ +<?[0-9]+ +Slipway\.Analyzers)' | sed -E 's/^ *//' | sort -u
done
