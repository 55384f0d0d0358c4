#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a test with recorded answers of GitHub at hand:  tests/contract/run-recorded.sh PROGRAM [ARGS…]
# The program finds them in the folder that UNMOOR_RECORDED names.
set -euo pipefail
UNMOOR_RECORDED=$("$(dirname "${BASH_SOURCE[0]}")/prepare-recorded.sh")
export UNMOOR_RECORDED
exec "$@"
