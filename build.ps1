#!/usr/bin/env pwsh
# Compiles the build host when something of it has changed, and runs it. All arguments pass through.
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$env:SLIPWAY_ROOT = $root

$sdk = (Get-Content -Raw (Join-Path $root 'global.json') | ConvertFrom-Json).sdk.version
function Stop-Missing([string] $message) {
    [Console]::Error.WriteLine("error: $message")
    [Console]::Error.WriteLine("Install the .NET SDK $sdk (https://dotnet.microsoft.com/download), or one of its later patches, and put dotnet on the PATH.")
    exit 2
}
if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) { Stop-Missing 'dotnet is not on the PATH.' }

$inputs = @(Get-ChildItem -Recurse -File (Join-Path $root 'build'), (Join-Path $root 'src') |
        Where-Object { $_.FullName -notmatch '[\\/](bin|obj)[\\/]' }) +
    @(Get-ChildItem -File -Path (Join-Path $root '*') -Include 'Directory.Build.*', 'Directory.Packages.props', 'global.json', '.editorconfig' -Force)
$hashes = ($inputs | Sort-Object FullName | ForEach-Object { (Get-FileHash -Algorithm SHA256 $_.FullName).Hash }) -join "`n"
$bytes = [System.Security.Cryptography.SHA256]::Create().ComputeHash([System.Text.Encoding]::UTF8.GetBytes($hashes))
$stamp = ([System.BitConverter]::ToString($bytes) -replace '-', '').Substring(0, 16).ToLowerInvariant()
$hosts = Join-Path $root 'artifacts/host'
$hostFolder = Join-Path $hosts $stamp

if (-not (Test-Path (Join-Path $hostFolder 'Build.dll'))) {
    Push-Location $root
    try {
        dotnet --version *> $null
        if ($LASTEXITCODE -ne 0) { Stop-Missing "global.json asks for the .NET SDK $sdk, which is not installed." }
        $fresh = Join-Path $hosts ".$stamp.$PID"
        dotnet publish build/Build.csproj --configuration Release --output $fresh --verbosity quiet --nologo
        if ($LASTEXITCODE -ne 0) {
            Remove-Item -Recurse -Force $fresh -ErrorAction SilentlyContinue
            exit 2
        }
        if (-not (Test-Path $hostFolder)) { Move-Item $fresh $hostFolder }
    }
    finally { Pop-Location }
}

dotnet (Join-Path $hostFolder 'Build.dll') @args
exit $LASTEXITCODE
