# Builds the Windows program and its installer, from the root of a checkout:
#   powershell -ExecutionPolicy Bypass -File packaging\windows\build.ps1
# Needs Python 3.11-3.13 (64 bit, with the py launcher) and, for the installer, Inno Setup 6.
#
# UNTRIED, ALL OF IT. No Windows machine was at hand: this script was never run, the bundle it makes was never started,
# and nothing of wangfund has been seen on Windows: fonts, printing, file locks, Thai keyboards, a folder in OneDrive.
# What is known: every library in requirements.lock has a Windows wheel, and the same recipe builds and passes its
# --smoke on Linux.

$ErrorActionPreference = 'Stop'
$root = Resolve-Path (Join-Path $PSScriptRoot '..\..')
Set-Location $root

function Invoke-Checked([string] $program, [string[]] $arguments) {
    & $program @arguments
    if ($LASTEXITCODE -ne 0) { throw "$program $arguments : exit $LASTEXITCODE" }
}

$python = Join-Path $root '.venv\Scripts\python.exe'
if (-not (Test-Path $python)) { Invoke-Checked 'py' @('-3', '-m', 'venv', '.venv') }
Invoke-Checked $python @('-m', 'pip', 'install', '--only-binary', ':all:', '--require-hashes', '-r', 'requirements.lock')
Invoke-Checked $python @('-m', 'pip', 'install', '--no-deps', '--no-build-isolation', '-e', '.')

Invoke-Checked $python @('-m', 'PyInstaller', '--noconfirm', '--log-level', 'WARN',
    '--distpath', 'dist', '--workpath', 'build', 'packaging\wangfund.spec')
Invoke-Checked 'dist\wangfund\wangfund-command.exe' @('--smoke')

$env:WANGFUND_VERSION = & $python -c "import importlib.metadata as m; print(m.version('wangfund'))"
$inno = Join-Path ${env:ProgramFiles(x86)} 'Inno Setup 6\ISCC.exe'
if (Test-Path $inno) {
    Invoke-Checked $inno @('packaging\windows\wangfund.iss')
    Get-ChildItem dist\*-setup.exe
} else {
    Write-Output 'Inno Setup 6 was not found: dist\wangfund is built and passed --smoke, the installer is not made.'
}
