// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include "app/core/visibletext.h"

#include <QJsonDocument>
#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// \a json with an escape for every character that a terminal obeys. It is the same document.
QByteArray forAnyScreen(const QByteArray &json)
{
    const QString text = QString::fromUtf8(json);
    QString escaped;
    for (const QChar c : text)
        escaped += isInvisible(c) && c != u'\n' ? u"\\u%1"_s.arg(c.unicode(), 4, 16, QLatin1Char('0')) : QString(c);
    return escaped.toUtf8();
}

void write(FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

void Console::print(const QString &text) const
{
    if (!m_json)
        write(stdout, forTerminal(text).toUtf8());
}

void Console::printExactly(const QString &text) const
{
    if (!m_json)
        write(stdout, (::isatty(STDOUT_FILENO) != 0 ? forTerminal(text) : text).toUtf8());
}

void Console::print(const QJsonObject &document) const
{
    if (m_json)
        write(stdout, forAnyScreen(QJsonDocument(document).toJson()));
}

void Console::log(const QString &line) const
{
    write(stderr, forTerminal(line).toUtf8() + '\n');
}

void Console::log(const QStringList &lines) const
{
    QByteArray bytes;
    for (const QString &line : lines)
        bytes += forTerminal(line).toUtf8() + '\n';
    write(stderr, bytes);
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
    case Error::Kind::Untrusted:
        return 2;
    default:
        return 1;
    }
}

} // namespace unmoor
