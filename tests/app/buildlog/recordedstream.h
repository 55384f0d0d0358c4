// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/build/nixbuild.h"

#include <QFile>

/// The bytes of tests/data/nix-logs/NAME.log, a stream that Nix wrote.
inline QByteArray recordedStream(const QString &name)
{
    QFile file(QStringLiteral(UNMOOR_TEST_DATA "/nix-logs/%1.log").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QByteArray recordedAnswer(const QString &name)
{
    QFile file(QStringLiteral(UNMOOR_TEST_DATA "/nix-logs/json/%1").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
