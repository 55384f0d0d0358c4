// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/cloneaddress.h"

#include "app/core/visibletext.h"
#include "app/core/words.h"

#include <QRegularExpression>
#include <QUrl>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

std::unexpected<Error> notTaken(const QString &why)
{
    return failure(Error::Kind::InvalidInput, why);
}

std::unexpected<Error> otherForm(const QString &address)
{
    static const QRegularExpression ownerAndName(uR"(\A[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+\z)"_s);
    if (ownerAndName.match(address).hasMatch())
        return notTaken(Words::tr("%1 does not say at which host. Write the whole address, such as "
                                  "https://github.com/%1.")
                            .arg(address));
    return notTaken(
        Words::tr("%1 is no address of a repository. Write https://…, ssh://…, user@host:path or the path of "
                  "a folder, which begins with /.")
            .arg(withVisibleSigns(address.left(200))));
}

/// A part that ssh would take for an option.
bool isOption(const QString &part)
{
    return part.startsWith(u'-');
}

Result<QString> checkUrl(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    const QString scheme = address.section(u"://"_s, 0, 0).toLower();
    if (scheme == "http"_L1 || scheme == "git"_L1)
        return notTaken(
            Words::tr("%1:// is not encrypted: somebody on the way could change what comes. Use https:// or "
                      "ssh://.")
                .arg(scheme));
    if (scheme != "https"_L1 && scheme != "ssh"_L1 && scheme != "file"_L1)
        return notTaken(
            Words::tr("%1:// is not taken. Use https://, ssh:// or file://.").arg(withVisibleSigns(scheme.left(40))));
    if (!url.isValid())
        return notTaken(Words::tr("This is no valid address: %1.").arg(url.errorString()));
    if (scheme != "file"_L1 && url.host().isEmpty())
        return notTaken(Words::tr("The address names no host."));
    if (isOption(url.host()) || isOption(url.userName()))
        return notTaken(Words::tr("A name that begins with \"-\" would be taken for an option of ssh."));
    if (!url.password().isEmpty())
        return notTaken(
            Words::tr("Leave the password out of the address: git would write it into the clone's settings. "
                      "Let git's credential helper keep it."));
    return address;
}

/// "git@host:owner/name.git"
bool isScpForm(const QString &address)
{
    static const QRegularExpression form(uR"(\A(?:([^@/:]+)@)?([^:/\[\]@]{2,}|\[[^\]/]+\]):([^:].*)\z)"_s);
    const auto match = form.match(address);
    return match.hasMatch() && !isOption(match.captured(1)) && !isOption(match.captured(2))
        && !isOption(match.captured(3));
}

} // namespace

Result<QString> cloneAddress(const QString &typed)
{
    const QString address = typed.trimmed();
    if (address.isEmpty())
        return notTaken(Words::tr("Write the address of a repository."));
    if (std::ranges::any_of(address, [](QChar c) { return isInvisible(c) || c.isSpace(); })
        && !address.startsWith(u'/'))
        return notTaken(Words::tr("An address holds no spaces and no characters that cannot be seen."));
    if (isOption(address))
        return notTaken(Words::tr("An address that begins with \"-\" would be taken for an option of git."));
    if (address.section(u'/', 0, 0).contains("::"_L1))
        return notTaken(
            Words::tr("Addresses with \"::\" make git start a program that they name. They are not taken."));
    if (address.contains("://"_L1))
        return checkUrl(address);
    if (address.startsWith(u'/') || isScpForm(address))
        return address;
    return otherForm(address);
}

QString cloneName(const QString &address)
{
    static const QRegularExpression last(uR"(([^/:]+?)(?:/?\.git)?/*\z)"_s);
    const QString name = last.match(address).captured(1);
    return name == "."_L1 || name == ".."_L1 ? QString() : name;
}

} // namespace unmoor
