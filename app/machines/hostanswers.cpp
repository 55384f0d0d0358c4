// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/machines/hostanswers.h"

#include "app/core/words.h"
#include "app/nix/nixanswers.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace unmoor {

SshSettings parseSshSettings(const QByteArray &text)
{
    SshSettings settings;
    for (const QString &line : QString::fromUtf8(text).split(u'\n')) {
        const QString key = line.section(u' ', 0, 0);
        const QString value = line.section(u' ', 1);
        if (key == "user"_L1)
            settings.user = value;
        else if (key == "hostname"_L1)
            settings.address = value;
        else if (key == "port"_L1)
            settings.port = value.toInt();
        else if (key == "hostkeyalias"_L1)
            settings.hostKeyAlias = value;
        else if ((key == "proxyjump"_L1 || key == "proxycommand"_L1) && value != "none"_L1)
            settings.proxy = value;
        else if (key == "globalknownhostsfile"_L1)
            settings.globalKnownHosts = value.split(u' ', Qt::SkipEmptyParts);
    }
    return settings;
}

QByteArray hostQuestions(const QString &daemon)
{
    // Whatever the login shell is, sh reads this from its standard input.
    static const char questions[] = R"sh(
path=$(command -v "$daemon" 2>/dev/null)
if [ -z "$path" ]; then
    echo nix-missing
    for file in /nix/var/nix/profiles/default/bin/nix-daemon /run/current-system/sw/bin/nix-daemon \
        "$HOME/.nix-profile/bin/nix-daemon" /usr/local/bin/nix-daemon /usr/bin/nix-daemon; do
        if [ -x "$file" ]; then printf 'found %s\n' "$file"; break; fi
    done
    echo end
    exit 0
fi
nix=${path%/*}/nix
[ -x "$nix" ] || nix=nix
say() { printf '%s %s\n' "$1" "$2"; } # echo of some shells reads backslashes, which JSON has
say version "$("$path" --version 2>/dev/null)"
config=$("$nix" --extra-experimental-features nix-command config show --json 2>/dev/null) ||
    config=$("$nix" --extra-experimental-features nix-command show-config --json 2>/dev/null)
say config "$config"
space=$(df -Pk /nix/store 2>/dev/null || df -Pk /nix 2>/dev/null || df -Pk /)
say space "$(echo $space)"
echo end
)sh";
    QString word = daemon.isEmpty() ? u"nix-daemon"_s : daemon;
    return "daemon='" + word.replace(u'\'', u"'\\''"_s).toUtf8() + '\'' + questions;
}

Result<HostAnswers> parseHostAnswers(const QByteArray &out)
{
    HostAnswers answers;
    bool whole = false;
    for (const QByteArray &line : out.split('\n')) {
        const qsizetype blank = line.indexOf(' ');
        const QByteArray key = blank < 0 ? line : line.first(blank);
        const QByteArray value = blank < 0 ? QByteArray() : line.sliced(blank + 1);
        if (key == "nix-missing")
            answers.nixMissing = true;
        else if (key == "found")
            answers.foundDaemon = QString::fromUtf8(value);
        else if (key == "version")
            answers.nixVersion = parseNixVersion(value);
        else if (key == "config")
            answers.systems = parseBuildableSystems(value).value_or(QStringList());
        else if (key == "space") {
            // "Filesystem 1024-blocks Used Available Capacity Mounted on NAME BLOCKS USED AVAILABLE CAPACITY PLACE"
            const QByteArrayList words = value.simplified().split(' ');
            for (qsizetype i = 7; i < words.size(); ++i)
                if (words[i].endsWith('%'))
                    answers.freeBytes = words[i - 1].toLongLong() * 1024;
        } else if (key == "end")
            whole = true;
    }
    if (whole)
        return answers;
    return failure(Error::Kind::Corrupt, Words::tr("The login shell there did not run a program of sh."));
}

} // namespace unmoor
