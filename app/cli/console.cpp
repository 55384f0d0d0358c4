// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console.h"

#include <QJsonDocument>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

void write(FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

void Console::print(const QString &text) const
{
    if (!m_json)
        write(stdout, text.toUtf8());
}

void Console::print(const QJsonObject &document) const
{
    if (m_json)
        write(stdout, QJsonDocument(document).toJson());
}

void Console::log(const QString &line) const
{
    write(stderr, line.toUtf8() + '\n');
}

int Console::fail(const Error &error) const
{
    log(u"unmoor: "_s + error.message);
    switch (error.kind) {
    case Error::Kind::Canceled:
        return 130;
    case Error::Kind::InvalidInput:
    case Error::Kind::NotFound:
    case Error::Kind::Io:
        return 2;
    default:
        return 1;
    }
}

} // namespace unmoor
