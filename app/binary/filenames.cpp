// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/binary/filenames.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

const QHash<QString, QString> &formatWords()
{
    static const QHash<QString, QString> words = [] {
        QHash<QString, QString> map;
        for (const QString &word :
             u"linux linuxmusl musl android alpine freebsd openbsd netbsd illumos sunos manylinux"_s.split(u' '))
            map.insert(word, u"elf"_s);
        for (const QString &word : u"darwin macos macosx osx mac ios iossimulator tvos"_s.split(u' '))
            map.insert(word, u"mach-o"_s);
        for (const QString &word : u"windows win win32 win64 mingw mingw32 mingw64 msvc uwp win10"_s.split(u' '))
            map.insert(word, u"pe"_s);
        return map;
    }();
    return words;
}

const QHash<QString, QString> &machineWords()
{
    static const QHash<QString, QString> words{{u"x64"_s, u"x86-64"_s},
                                               {u"x86_64"_s, u"x86-64"_s},
                                               {u"amd64"_s, u"x86-64"_s},
                                               {u"win64"_s, u"x86-64"_s},
                                               {u"arm64"_s, u"aarch64"_s},
                                               {u"aarch64"_s, u"aarch64"_s},
                                               {u"arm64e"_s, u"aarch64"_s},
                                               {u"arm64ec"_s, u"aarch64"_s},
                                               {u"x86"_s, u"x86"_s},
                                               {u"ia32"_s, u"x86"_s},
                                               {u"i386"_s, u"x86"_s},
                                               {u"i586"_s, u"x86"_s},
                                               {u"i686"_s, u"x86"_s},
                                               {u"arm"_s, u"arm"_s},
                                               {u"armv6"_s, u"arm"_s},
                                               {u"armv6l"_s, u"arm"_s},
                                               {u"armv7"_s, u"arm"_s},
                                               {u"armv7l"_s, u"arm"_s},
                                               {u"armhf"_s, u"arm"_s},
                                               {u"armeabi"_s, u"arm"_s},
                                               {u"riscv64"_s, u"riscv64"_s},
                                               {u"riscv64gc"_s, u"riscv64"_s},
                                               {u"ppc64le"_s, u"ppc64le"_s},
                                               {u"ppc64"_s, u"ppc64"_s},
                                               {u"s390x"_s, u"s390x"_s},
                                               {u"loong64"_s, u"loongarch64"_s},
                                               {u"loongarch64"_s, u"loongarch64"_s}};
    return words;
}

} // namespace

QString libraryStem(const QString &fileName)
{
    static const QRegularExpression so(uR"(^(.+\.so)(\.[0-9]+)*$)"_s);
    static const QRegularExpression dylib(uR"(^([^.]+)(\.[0-9A-Z]+)*\.dylib$)"_s);
    static const QRegularExpression dll(uR"(^(.+)\.dll$)"_s, QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype longest = 255; // no file system takes more, and the expressions shall not be tried on it
    if (fileName.size() > longest)
        return {};
    for (const QRegularExpression *expression : {&so, &dylib, &dll})
        if (const auto match = expression->match(fileName); match.hasMatch())
            return match.captured(1);
    return {};
}

bool isDocumentName(const QString &path)
{
    static const QRegularExpression document(
        uR"((^|/)(README|LICEN[CS]E|COPYING|NOTICE|AUTHORS|CHANGELOG|CHANGES|NEWS|INSTALL)([.-][^/]*)?$|\.(md|txt|html?|pdf|rst|adoc|[1-8]|[1-8]\.gz)$|(^|/)(doc|docs|man|licenses)/)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return document.match(path).hasMatch();
}

FolderPlatform folderPlatform(const QString &path, qsizetype from)
{
    static const QRegularExpression between(uR"([-_.+@ ]+)"_s);
    FolderPlatform platform;
    QStringList folders = path.toLower().split(u'/', Qt::SkipEmptyParts);
    if (!folders.isEmpty())
        folders.removeLast();
    constexpr qsizetype most = 32;
    for (QString folder : folders.mid(from, most)) {
        // The only processors whose usual names hold a separator.
        folder.replace("x86_64"_L1, "x64"_L1).replace("x86-64"_L1, "x64"_L1);
        for (const QString &word : folder.split(between, Qt::SkipEmptyParts)) {
            if (const QString format = formatWords().value(word); !format.isEmpty())
                platform.format = format;
            if (const QString machine = machineWords().value(word); !machine.isEmpty())
                platform.machine = machine;
        }
    }
    return platform;
}

} // namespace unmoor
