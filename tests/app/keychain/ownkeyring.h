// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// Ends a test that would write and forget tokens in the keychain of the person who started it.
inline void requireOwnKeyring()
{
    if (qEnvironmentVariableIsEmpty("UNMOOR_KEYRING_PID"))
        qFatal("This test writes and forgets tokens: start it through tests/app/keychain/with-keyring.sh.");
}
