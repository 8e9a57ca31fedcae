#!/usr/bin/env pwsh
# Compiles the build host when something of it has changed, and runs it. All arguments pass through.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false
$env:SLIPWAY_ROOT = $PSScriptRoot

# PowerShell makes a list of a,b, and of -a:b and --a=file:b two arguments: what was typed is put together again.
$passed = @($args | ForEach-Object { if ($_ -is [array]) { $_ -join ',' } else { [string] $_ } })
$typed = [Environment]::GetCommandLineArgs()
for ($index = 1; $index -lt $typed.Count; $index++) {
    if ($typed[$index] -notlike '*build.ps1' -or [IO.Path]::GetFullPath($typed[$index]) -ne $PSCommandPath) { continue }
    $behind = @($typed | Select-Object -Skip ($index + 1))
    if ((-join $behind).Replace(':', '') -eq (-join $passed).Replace(':', '')) { $passed = $behind }
    break
}
Set-Location $PSScriptRoot

$sdk = (Get-Content global.json -Raw | ConvertFrom-Json).sdk.version
function Stop-Missing([string] $what) {
    [Console]::Error.WriteLine("error: $what")
    [Console]::Error.WriteLine("Install the .NET SDK $sdk (https://dotnet.microsoft.com/download), or one of its later patches, and put dotnet on the PATH.")
    exit 2
}
if (-not (Get-Command dotnet -CommandType Application -ErrorAction SilentlyContinue)) { Stop-Missing 'dotnet is not on the PATH.' }

# The same digest as in build.sh, so that both run the same host.
function Get-HostFolder {
    $sources = [string[]] @(Get-ChildItem build -Recurse -File -Force -FollowSymlink | Where-Object FullName -NotMatch '[\\/](bin|obj)[\\/]' |
            ForEach-Object { $_.FullName.Substring($PSScriptRoot.Length + 1).Replace('\', '/') })
    $settings = [string[]] @(Get-ChildItem -File -Force | Where-Object Name -Match '^(Directory\..*|nuget\.config|global\.json|\.editorconfig)$' |
            ForEach-Object Name)
    [Array]::Sort($sources, [StringComparer]::Ordinal)
    [Array]::Sort($settings, [StringComparer]::Ordinal)
    $lines = -join ($sources + $settings | ForEach-Object { "$((Get-FileHash -Algorithm SHA256 -LiteralPath $_).Hash.ToLowerInvariant())  $_`n" })
    $bytes = [Security.Cryptography.SHA256]::Create().ComputeHash([Text.Encoding]::UTF8.GetBytes("$lines$env:SlipwayVersion`n"))
    'artifacts/host/' + [BitConverter]::ToString($bytes, 0, 8).Replace('-', '').ToLowerInvariant()
}
$hostFolder = Get-HostFolder

if (-not (Test-Path "$hostFolder/Build.dll")) {
    $fresh = "artifacts/host/.fresh.$PID"
    $lock = 'build/packages.lock.json'
    $locked = if ($passed -contains '--update-locks') { '-p:RestoreForceEvaluate=true' } else { '-p:RestoreLockedMode=true' }
    try {
        # What a program writes to standard error is no error of this script.
        $ErrorActionPreference = 'Continue'
        dotnet --version *> $null
        if ($LASTEXITCODE -ne 0) { Stop-Missing "global.json asks for the .NET SDK $sdk, which is not installed." }
        $before = if (Test-Path $lock) { Get-Content $lock -Raw }
        dotnet publish build/Build.csproj --configuration Release --output $fresh --verbosity quiet --nologo `
            -nodeReuse:false -p:UseSharedCompilation=false $locked 2>&1 | ForEach-Object { [Console]::Error.WriteLine($_) }
        if ($LASTEXITCODE -ne 0) {
            [Console]::Error.WriteLine("Where NU1004 stands above, ./build.ps1 --target=Restore --update-locks writes $lock anew; commit it.")
            exit 2
        }
        # The lock file is an input of the host: the next run must find this one under what it says now.
        $after = if (Test-Path $lock) { Get-Content $lock -Raw }
        if ($before -ne $after) { [Console]::Error.WriteLine("Wrote the build host's lock file ($lock): commit it.") }
        $hostFolder = Get-HostFolder
        # Another run may have been faster; both made the same.
        if (-not (Test-Path "$hostFolder/Build.dll")) { Move-Item $fresh $hostFolder }
    }
    finally {
        Remove-Item $fresh -Recurse -Force -ErrorAction SilentlyContinue
    }
}

& dotnet "$hostFolder/Build.dll" @passed
exit $LASTEXITCODE
