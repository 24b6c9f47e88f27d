# SPDX-FileCopyrightText: Kindling contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev for Windows: needs Visual Studio 2022, CMake, Ninja and vcpkg (VCPKG_ROOT). Untried so far; see packaging/README.md.
param([string]$Verb = "help", [Parameter(ValueFromRemainingArguments)] [string[]]$Rest)
$ErrorActionPreference = "Stop"
Set-Location $PSScriptRoot

function Build {
    if (-not $env:VCPKG_ROOT) { throw "VCPKG_ROOT is not set. Install vcpkg, set VCPKG_ROOT to its folder, and run this again." }
    & "$env:VCPKG_ROOT/vcpkg" install "qtbase[sql-sqlite]" qtcharts qtsvg libphonenumber libzip libxlsxwriter libical icu eigen3 openssl pkgconf
    cmake --preset release "-DCMAKE_TOOLCHAIN_FILE=$env:VCPKG_ROOT/scripts/buildsystems/vcpkg.cmake"
    cmake --build --preset release
}

switch ($Verb) {
    "run" { Build; & build/release/bin/kindling.exe @Rest }
    "test" { Build; ctest --preset release }
    "bench" { Build; & build/release/bin/kindling-bench.exe @Rest }
    default { Write-Output "dev.ps1 run [FILE] | test | bench [ARGS]" }
}
