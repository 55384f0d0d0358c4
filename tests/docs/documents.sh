#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Starts a test with a keyring of its own, and tells it where the validator of schemas.mjs is, if there is node:
#   documents.sh COMMAND [ARGS…]
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
UNMOOR_SCHEMA_MODULES=
if command -v node >/dev/null; then UNMOOR_SCHEMA_MODULES=$("$top/tests/contract/prepare.sh")/node_modules; fi
export UNMOOR_SCHEMA_MODULES
exec "$top/tests/app/keychain/with-keyring.sh" "$@"
