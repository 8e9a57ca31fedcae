#!/usr/bin/env pwsh
# Compiles the build host when something of it has changed, and runs it. All arguments pass through.
$ErrorActionPreference = 'Stop'
$env:SLIPWAY_ROOT = $PSScriptRoot
Set-Location $PSScriptRoot

$sdk = (Get-Content global.json -Raw | ConvertFrom-Json).sdk.version
function Stop-Missing([string] $what) {
    [Console]::Error.WriteLine("error: $what")
    [Console]::Error.WriteLine("Install the .NET SDK $sdk (https://dotnet.microsoft.com/download), or one of its later patches, and put dotnet on the PATH.")
    exit 2
}
if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) { Stop-Missing 'dotnet is not on the PATH.' }

$files = @(Get-ChildItem build -Recurse -File | Where-Object FullName -NotMatch '[\\/](bin|obj)[\\/]' | Sort-Object FullName) +
    @(Get-Item Directory.*, nuget.config, global.json, .editorconfig)
$text = (($files | ForEach-Object { (Get-FileHash $_.FullName -Algorithm SHA256).Hash }) -join '') + $env:SlipwayVersion
$bytes = [Security.Cryptography.SHA256]::Create().ComputeHash([Text.Encoding]::UTF8.GetBytes($text))
$stamp = [BitConverter]::ToString($bytes, 0, 8).Replace('-', '').ToLowerInvariant()
$hostFolder = "artifacts/host/$stamp"

if (-not (Test-Path "$hostFolder/Build.dll")) {
    dotnet --version *> $null
    if ($LASTEXITCODE -ne 0) { Stop-Missing "global.json asks for the .NET SDK $sdk, which is not installed." }
    $fresh = "artifacts/host/.$stamp.$PID"
    dotnet publish build/Build.csproj --configuration Release --output $fresh --verbosity quiet --nologo
    if ($LASTEXITCODE -ne 0) { Remove-Item $fresh -Recurse -Force -ErrorAction SilentlyContinue; exit $LASTEXITCODE }
    if (Test-Path "$hostFolder/Build.dll") { Remove-Item $fresh -Recurse -Force } else { Move-Item $fresh $hostFolder }
}

dotnet "$hostFolder/Build.dll" @args
exit $LASTEXITCODE
