// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/checksumfile.h"

#include "app/core/words.h"

#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qint64 mostRead = 1 << 20;

Finding mismatch(const QString &name, const QString &message)
{
    return {Severity::Error, u"checksum-mismatch"_s, name, message,
            Words::tr("Write it anew from the archive that is meant (sha256sum FILE > FILE.sha256), after making sure "
                      "that this is the one.")};
}

} // namespace

QByteArray checksumIn(const QByteArray &text, const QString &fileName)
{
    static const QRegularExpression gnu(uR"(\A\\?([0-9A-Fa-f]{64})(?:\s[ *]?(.+))?\z)"_s);
    static const QRegularExpression bsd(uR"(\ASHA256 \((.+)\) = ([0-9A-Fa-f]{64})\z)"_s);
    QByteArray digest;
    for (const QByteArray &raw : text.split('\n')) {
        const QString line = QString::fromUtf8(raw).trimmed();
        const auto gnuLine = gnu.match(line);
        const auto bsdLine = bsd.match(line);
        const QString name = gnuLine.hasMatch() ? gnuLine.captured(2) : bsdLine.captured(1);
        const QString hex = gnuLine.hasMatch() ? gnuLine.captured(1) : bsdLine.captured(2);
        const bool isOurs = name.isEmpty() || QFileInfo(name).fileName() == fileName;
        if (!hex.isEmpty() && isOurs)
            digest = hex.toLatin1().toLower();
    }
    return digest;
}

QString checksumFileOf(const QString &path)
{
    return path + u".sha256"_s;
}

QList<Finding> checkChecksumFile(const QString &path, const QByteArray &sha256)
{
    QFile file(checksumFileOf(path));
    if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
        return {};
    const QString name = QFileInfo(path).fileName();
    const QString beside = QFileInfo(file).fileName();
    const QByteArray stated = checksumIn(file.read(mostRead), name);
    if (stated == sha256)
        return {};
    if (stated.isEmpty())
        return {mismatch(name, Words::tr("%1 beside the archive holds no SHA-256 of %2.").arg(beside, name))};
    return {mismatch(name,
                     Words::tr("%1 beside the archive says %2, but the archive's SHA-256 is %3.")
                         .arg(beside, QString::fromLatin1(stated), QString::fromLatin1(sha256)))};
}

} // namespace unmoor
