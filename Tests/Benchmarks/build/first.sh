#!/usr/bin/env bash
# Times the first build of sitegen, debug as `swift run` makes it, into an empty folder: each dependency by itself,
# then the rest. The sum is a little more than one build of everything takes, because less runs at once.
set -euo pipefail
cd "$(dirname "$0")/../../.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

step() {
    local name=$1 start=$EPOCHREALTIME
    shift
    swift build --scratch-path "$scratch" "$@" >"$scratch/log" 2>&1 || { cat "$scratch/log"; exit 1; }
    awk -v name="$name" -v start="$start" -v end="$EPOCHREALTIME" \
        'BEGIN { printf "| %s | %.0f s |\n", name, end - start }'
}

step "fetching packages and reading the manifest" --target Diagnostics
step "swift-argument-parser" --target ArgumentParser
step "Yams" --target Yams
step "GRDB" --target GRDB
step "swift-nio" --target NIOPosix
step "swift-nio, HTTP" --target NIOHTTP1
step "sitegen itself" --product sitegen
