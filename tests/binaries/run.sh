#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a test that reads released binaries, in the folder that UNMOOR_BINARIES names:  tests/binaries/run.sh PROGRAM [ARGS…]
set -euo pipefail
UNMOOR_BINARIES=$("$(dirname "${BASH_SOURCE[0]}")/prepare.sh")
export UNMOOR_BINARIES
exec "$@"
