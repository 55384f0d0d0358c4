// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/publish/withdrawnotice.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// The host's editor may have changed line ends and blank lines.
QRegularExpressionMatch noticeIn(const QString &body)
{
    static const QRegularExpression notice(uR"(\A\s*<!-- unmoor: withdrawn -->.*?<!-- unmoor: end -->(\r?\n){0,2})"_s,
                                           QRegularExpression::DotMatchesEverythingOption);
    return notice.match(body);
}

} // namespace

bool hasWithdrawNotice(const QString &body)
{
    return noticeIn(body).hasMatch();
}

QString withWithdrawNotice(const QString &body, const QString &notice)
{
    return u"<!-- unmoor: withdrawn -->\n%1\n<!-- unmoor: end -->\n\n"_s.arg(notice.trimmed())
        + withoutWithdrawNotice(body);
}

QString withoutWithdrawNotice(const QString &body)
{
    return body.sliced(noticeIn(body).capturedLength());
}

} // namespace unmoor
