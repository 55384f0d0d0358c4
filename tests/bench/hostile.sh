#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Figures for people, no test: what it takes to inspect archives that are meant to hurt.
#   packaging/enter tests/bench/hostile.sh build/release/unmoor
set -euo pipefail

unmoor=$(readlink -f "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

measure() { # NAME FILE
    local verdict
    verdict=$( (TIMEFORMAT='%R s'; time python3 - "$unmoor" "$2" <<'PY'
import json, resource, subprocess, sys
answer = subprocess.run([sys.argv[1], 'inspect', '--json', sys.argv[2]], capture_output=True)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
document = json.loads(answer.stdout) if answer.stdout else {}
codes = sorted({f['code'] for f in document.get('findings', [])})
print(f"exit {answer.returncode}, {len(document.get('entries', []))} entries, {' '.join(codes) or 'no findings'}, {peak} MiB, ", end='')
PY
    ) 2>&1)
    printf '%-28s %s\n' "$1" "$verdict"
}

head -c 2G /dev/zero >zeros
tar --sparse-version=0.0 --hole-detection=raw -cf - zeros | gzip -9 >zeros.tar.gz
measure "2 GiB of zeros, gz" zeros.tar.gz
tar -cf - zeros | xz -T0 >zeros.tar.xz
measure "2 GiB of zeros, xz" zeros.tar.xz
rm zeros
truncate -s 8T hole && tar -S -cf hole.tar hole && rm hole
measure "8 TiB in a hole" hole.tar

python3 - <<'PY' | zstd -q >many.tar.zst
import sys, tarfile
block = bytearray(tarfile.TarInfo('d0000000').tobuf(tarfile.USTAR_FORMAT))
start = sum(block) - sum(block[148:156]) - sum(block[1:8]) + 8 * 32
out = sys.stdout.buffer
for n in range(10_000_000):
    digits = b'%07d' % n
    block[1:8] = digits
    block[148:156] = b'%06o\0 ' % (start + sum(digits))
    out.write(block)
out.write(bytes(1024))
PY
measure "10 million entries" many.tar.zst
