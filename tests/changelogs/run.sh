#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a test that reads the changelogs of released packages, in the folder that UNMOOR_CHANGELOGS names:  tests/changelogs/run.sh PROGRAM [ARGS…]
set -euo pipefail
UNMOOR_CHANGELOGS=$("$(dirname "${BASH_SOURCE[0]}")/prepare.sh")
export UNMOOR_CHANGELOGS
exec "$@"
