#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs every fuzz target in the folder that they were built into, for a while:  tests/fuzz/run.sh FOLDER [SECONDS]
# Without SECONDS each makes the same 20,000 inputs each time. An input that breaks a reader is kept in FOLDER.
set -euo pipefail

folder=$1
seconds=${2-}
[ -x "$folder/fuzz_seeds" ] || exit 77 # the fuzz preset was not built
limits=(-runs=20000 -seed=1 -max_total_time=15)
[ -z "$seconds" ] || limits=(-max_total_time="$seconds")

corpus=$(mktemp -d)
trap 'rm -rf "$corpus"' EXIT
export ASAN_OPTIONS=detect_leaks=0
"$folder/fuzz_seeds" "$corpus"
for seeds in "$corpus"/*; do
    target=$(basename "$seeds")
    echo "$target:"
    if ! "$folder/$target" "${limits[@]}" -max_len=40000 -timeout=10 -rss_limit_mb=1024 \
        -artifact_prefix="$folder/$target-" -print_final_stats=1 "$seeds" >"$corpus/log" 2>&1; then
        cat "$corpus/log"
        exit 1
    fi
    grep -E 'stat::(number_of_executed_units|average_exec_per_sec|peak_rss_mb)|cov:.*DONE|DONE.*cov:' "$corpus/log" || true
    rm "$corpus/log"
done
