#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a contract test with Prism at hand:  tests/contract/run.sh PROGRAM [ARGS…]
# The program finds node_modules/ and github.json in the folder that UNMOOR_CONTRACT names, and starts Prism itself,
# since the port of what it proxies to is known only there.
set -euo pipefail
UNMOOR_CONTRACT=$("$(dirname "${BASH_SOURCE[0]}")/prepare.sh")
export UNMOOR_CONTRACT
exec "$@"
