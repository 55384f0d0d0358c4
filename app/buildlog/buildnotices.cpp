// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/words.h"
#include "app/nix/buildfailure.h"
#include "app/nix/nixtext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

struct NoticeRow
{
    QRegularExpression pattern;
    const char *text; ///< %1 is the first capture
};

const QList<NoticeRow> &noticeTable()
{
    static const QList<NoticeRow> table{
        {QRegularExpression(u"Git tree '([^']*)' is dirty"_s),
         QT_TRANSLATE_NOOP("Unmoor",
                           "%1 has changes that are not committed: this is not what the tag has. Commit them before a "
                           "release.")},
        {QRegularExpression(u"from '([^']*)'[^\\n]*not signed by any of the keys"_s),
         QT_TRANSLATE_NOOP("Unmoor",
                           "What the cache %1 offers is not signed with a key that is trusted here, so it is built "
                           "instead. Add the cache's key to trusted-public-keys.")},
        {QRegularExpression(u"not signed by any of the keys"_s),
         QT_TRANSLATE_NOOP(
             "Unmoor",
             "A cache offers something that is not signed with a key that is trusted here, so it is built "
             "instead. Add the cache's key to trusted-public-keys.")},
        // The store is asked for by this side alone: that a daemon does not take it from us changes nothing.
        {QRegularExpression(u"ignoring the client-specified setting '(?!(?:eval-)?store')([^']*)'"_s),
         QT_TRANSLATE_NOOP("Unmoor",
                           "Nix ignored the setting %1, because you are not a trusted user of this machine's Nix.")},
        {QRegularExpression(u"ignoring untrusted substituter '([^']*)'"_s),
         QT_TRANSLATE_NOOP("Unmoor",
                           "Nix ignored the cache %1, because you are not a trusted user of this machine's Nix.")},
        {QRegularExpression(u"unable to download '([^']*)'[\\s\\S]*; retrying"_s),
         QT_TRANSLATE_NOOP("Unmoor", "%1 is slow or cannot be reached; Nix tries again.")},
    };
    return table;
}

QString noticeOf(const QString &message)
{
    for (const NoticeRow &row : noticeTable()) {
        if (const auto match = row.pattern.match(message); match.hasMatch()) {
            const QString text = Words::tr(row.text);
            return match.lastCapturedIndex() > 0 ? text.arg(match.captured(1)) : text;
        }
    }
    return {};
}

} // namespace

QStringList noticesIn(const QStringList &messages)
{
    QStringList notices;
    for (const QString &message : messages) {
        const QString notice = noticeOf(withoutEscapes(message));
        if (!notice.isEmpty() && !notices.contains(notice))
            notices += notice;
    }
    return notices;
}

} // namespace unmoor
