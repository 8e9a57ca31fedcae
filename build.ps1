#!/usr/bin/env pwsh
# Compiles the build host when something of it has changed, and runs it. All arguments pass through.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false
$root = $PSScriptRoot
$env:SLIPWAY_ROOT = $root

# PowerShell makes a list of a,b, and of -a:b and --a=file:b two arguments: what was typed is put together again.
$passed = @($args | ForEach-Object { if ($_ -is [array]) { $_ -join ',' } else { [string] $_ } })
$typed = [Environment]::GetCommandLineArgs()
for ($index = 1; $index -lt $typed.Count; $index++) {
    if ($typed[$index] -notlike '*build.ps1' -or [IO.Path]::GetFullPath($typed[$index]) -ne $PSCommandPath) { continue }
    $behind = @($typed | Select-Object -Skip ($index + 1))
    if ((-join $behind).Replace(':', '') -eq (-join $passed).Replace(':', '')) { $passed = $behind }
    break
}

$sdk = (Get-Content -Raw (Join-Path $root 'global.json') | ConvertFrom-Json).sdk.version
function Stop-Missing([string] $message) {
    [Console]::Error.WriteLine("error: $message")
    [Console]::Error.WriteLine("Install the .NET SDK $sdk (https://dotnet.microsoft.com/download), or one of its later patches, and put dotnet on the PATH.")
    exit 2
}
if (-not (Get-Command dotnet -CommandType Application -ErrorAction SilentlyContinue)) { Stop-Missing 'dotnet is not on the PATH.' }

# The same digest as in build.sh, so that both run the same host.
function Get-Stamp {
    $sources = [string[]] @(Get-ChildItem -Recurse -File -Force -FollowSymlink (Join-Path $root 'build'), (Join-Path $root 'src') |
            Where-Object FullName -NotMatch '[\\/](bin|obj)[\\/]' | ForEach-Object { $_.FullName.Substring($root.Length).Replace('\', '/') })
    $settings = [string[]] @(Get-ChildItem -File -Force $root |
            Where-Object Name -Match '^(Directory\.Build\..*|Directory\.Packages\.props|global\.json|\.editorconfig)$' | ForEach-Object { "/$($_.Name)" })
    [Array]::Sort($sources, [StringComparer]::Ordinal)
    [Array]::Sort($settings, [StringComparer]::Ordinal)
    $lines = -join ($sources + $settings | ForEach-Object {
            "$((Get-FileHash -Algorithm SHA256 -LiteralPath "$root$_").Hash.ToLowerInvariant())  $($_.Substring(1))`n"
        })
    $bytes = [Security.Cryptography.SHA256]::Create().ComputeHash([Text.Encoding]::UTF8.GetBytes($lines))
    [BitConverter]::ToString($bytes, 0, 8).Replace('-', '').ToLowerInvariant()
}
$stamp = Get-Stamp
$hosts = Join-Path $root 'artifacts/host'
$hostFolder = Join-Path $hosts $stamp

if (-not (Test-Path (Join-Path $hostFolder 'Build.dll'))) {
    $fresh = Join-Path $hosts ".$stamp.$PID"
    # One compiler for all projects, and our own, so that it can be ended with us.
    $compiler = "slipway-host-$PID"
    Push-Location $root
    try {
        # What a program writes to standard error is no error of this script.
        $ErrorActionPreference = 'Continue'
        dotnet --version *> $null
        if ($LASTEXITCODE -ne 0) { Stop-Missing "global.json asks for the .NET SDK $sdk, which is not installed." }
        dotnet publish build/Build.csproj --configuration Release --output $fresh --verbosity quiet --nologo `
            -nodeReuse:false -p:UseSharedCompilation=true -p:SharedCompilationId=$compiler 2>&1 | ForEach-Object { [Console]::Error.WriteLine($_) }
        if ($LASTEXITCODE -ne 0) { exit 2 }
        Get-ChildItem -Directory -Force $hosts | Where-Object { $_.LastWriteTime -lt (Get-Date).AddDays(-7) -and $_.Name -notlike ".$stamp.*" } |
            Remove-Item -Recurse -Force -ErrorAction SilentlyContinue
        # Another run may have been faster; both made the same.
        if (-not (Test-Path $hostFolder)) { Move-Item $fresh $hostFolder }
    }
    finally {
        Pop-Location
        Get-Process | Where-Object CommandLine -Like "*-pipename:$compiler*" | Stop-Process -Force -ErrorAction SilentlyContinue
        Remove-Item -Recurse -Force $fresh, (Join-Path ([IO.Path]::GetTempPath()) $compiler) -ErrorAction SilentlyContinue
    }
}

& dotnet (Join-Path $hostFolder 'Build.dll') @passed
exit $LASTEXITCODE
