// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/withdrawnmark.h"

#include "app/core/words.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// What stands at the end of \a text around \a words, blanks before it included; empty: they do not stand there.
QString tailOf(const QString &text, const QString &words)
{
    if (words.isEmpty())
        return {};
    const QRegularExpression tail(uR"(\s*[\[({–—-]*\s*%1\s*[\])}]*\s*\z)"_s.arg(QRegularExpression::escape(words)),
                                  QRegularExpression::CaseInsensitiveOption);
    return tail.match(text).captured();
}

/// The heading's line without its end and without the closing "#" of Markdown.
QByteArray lineOf(const Changelog &changelog, const ChangelogSection &section)
{
    const QByteArray &bytes = changelog.bytes();
    const qsizetype end = bytes.indexOf('\n', section.headingBegin);
    QByteArray line = bytes.sliced(section.headingBegin, (end < 0 ? bytes.size() : end) - section.headingBegin);
    static const QRegularExpression closing(uR"([ \t]+#+[ \t]*\z)"_s);
    QString text = QString::fromUtf8(line);
    while (!text.isEmpty() && text.back().isSpace())
        text.chop(1);
    if (text.startsWith(u'#'))
        text.remove(closing);
    return text.toUtf8();
}

} // namespace

QString withdrawnMarkOf(const Changelog &changelog)
{
    for (const ChangelogSection *section : changelog.releases())
        if (const QString tail = tailOf(section->heading, section->remarks.withdrawn); !tail.isEmpty())
            return tail;
    return u" [YANKED]"_s;
}

Result<QByteArray> markWithdrawn(const Changelog &changelog, const QString &version, bool isWithdrawn,
                                 const QString &mark)
{
    const QList<ChangelogSection> sections = changelog.sectionsFor(version);
    if (sections.isEmpty())
        return failure(Error::Kind::NotFound, Words::tr("The changelog has no section for %1.").arg(version));
    if (sections.size() > 1)
        return failure(Error::Kind::Conflict, Words::tr("The changelog has several sections for %1.").arg(version));
    const ChangelogSection &section = sections.first();
    const QString words = section.remarks.withdrawn;
    if (words.isEmpty() != isWithdrawn)
        return changelog.bytes();
    const QByteArray line = lineOf(changelog, section);
    QByteArray bytes = changelog.bytes();
    if (isWithdrawn)
        return bytes.insert(section.headingBegin + line.size(), mark.toUtf8());
    const QByteArray tail = tailOf(QString::fromUtf8(line), words).toUtf8();
    if (tail.isEmpty())
        return failure(
            Error::Kind::Conflict,
            Words::tr("The heading of %1 says \"%2\" in the middle. Take it out by hand.").arg(version, words));
    return bytes.remove(section.headingBegin + line.size() - tail.size(), tail.size());
}

} // namespace unmoor
