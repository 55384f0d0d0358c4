// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/findingcatalog.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("FindingCatalog", text);
}

} // namespace

const QList<FindingKind> &findingKinds()
{
    static const QList<FindingKind> kinds{
        {u"stream-truncated"_s, Severity::Error, tr("cut short"),
         tr("The file ends before the archive does. What comes after that byte is unknown, so nothing is said about "
            "missing entries.")},
        {u"stream-corrupt"_s, Severity::Error, tr("damaged"),
         tr("A checksum or the format is broken. What was read before that byte may be wrong, too.")},
        {u"checksum-mismatch"_s, Severity::Error, tr("wrong checksum"),
         tr("The .sha256 file beside the archive names another digest: one of the two was changed or mixed up.")},
        {u"member-crc"_s, Severity::Error, tr("damaged"),
         tr("The content of this member does not match its checksum, or is packed in a way that few programs read.")},
        {u"member-encrypted"_s, Severity::Error, tr("encrypted"),
         tr("The content is locked with a password: nobody can check it, and most users cannot open it.")},
        {u"limit-reached"_s, Severity::Error, tr("too large"),
         tr("Reading stopped at one of the limits that protect this machine; what comes later is unknown.")},
        {u"path-escapes"_s, Severity::Error, tr("leaves its folder"),
         tr("Unpacking would write outside the folder that the user chose. Careful programs refuse the archive.")},
        {u"symlink-escapes"_s, Severity::Error, tr("leads outside"),
         tr("The link points at a file of the user's own machine, which is not there or is not what was meant.")},
        {u"symlink-dangling"_s, Severity::Error, tr("leads nowhere"),
         tr("The link points at a file that the archive does not hold.")},
        {u"duplicate-entry"_s, Severity::Error, tr("twice"),
         tr("Two entries have the same name. Unpacking keeps the last one, without a word about the first.")},
        {u"case-collision"_s, Severity::Warning, tr("same but for case"),
         tr("Two names differ in upper and lower case alone. On macOS and Windows one overwrites the other.")},
        {u"unprintable-name"_s, Severity::Warning, tr("unreadable name"),
         tr("The name holds characters that cannot be seen, or that turn text around, or that are no UTF-8. It is not "
            "what it looks like, or looks different on every machine.")},
        {u"special-file"_s, Severity::Error, tr("no file"),
         tr("Devices, pipes and sockets have no place in a release, and cannot be unpacked without rights.")},
        {u"setuid"_s, Severity::Error, tr("set-user-id"),
         tr("Whoever starts the program gets the rights of its owner.")},
        {u"world-writable"_s, Severity::Error, tr("anyone may write"),
         tr("Every user of the machine may change the file after it was unpacked.")},
        {u"wrong-top-folder"_s, Severity::Error, tr("wrong folder"),
         tr("Install scripts and package recipes look for the files in the folder that the layout names.")},
        {u"missing-entry"_s, Severity::Error, tr("missing"),
         tr("The layout in unmoor.toml asks for it, and the archive does not hold it.")},
        {u"unexpected-entry"_s, Severity::Warning, tr("unexpected"),
         tr("No line of the layout names it: a leftover of the build, or a file that the layout should know.")},
        {u"not-executable"_s, Severity::Error, tr("not executable"),
         tr("The file is a program, but its mode lacks the executable bit: starting it ends with \"Permission "
            "denied\".")},
        {u"interpreter-line"_s, Severity::Error, tr("wrong first line"),
         tr("The script names an interpreter that users do not have: one in /nix/store, or a relative path.")},
        {u"identical-content"_s, Severity::Info, tr("same content"),
         tr("The same bytes are packed more than once under several names, where a link would do.")},
        {u"owner-not-root"_s, Severity::Info, tr("owner recorded"),
         tr("The archive records who built it. Two builds of the same source then differ.")},
        {u"mtime-not-fixed"_s, Severity::Info, tr("time recorded"),
         tr("The archive records when it was built. Two builds of the same source then differ.")},
        {u"wrong-format"_s, Severity::Error, tr("wrong format"),
         tr("The program is made for another system: it cannot start there at all.")},
        {u"wrong-machine"_s, Severity::Error, tr("wrong processor"),
         tr("The program is made for another processor: it cannot start there, or only in an emulator.")},
        {u"binary-truncated"_s, Severity::Error, tr("incomplete"),
         tr("Headers of the program point at bytes that the file does not hold. It was cut, or changed after it was "
            "linked.")},
        {u"glibc-too-new"_s, Severity::Error, tr("glibc too new"),
         tr("The program asks for a newer C library than the oldest system that it is made for has.")},
        {u"glibcxx-too-new"_s, Severity::Error, tr("libstdc++ too new"),
         tr("The program asks for a newer C++ library than the oldest system that it is made for has.")},
        {u"interpreter-relative"_s, Severity::Error, tr("does not start"),
         tr("The path of the loader is relative, so the kernel looks for it in the user's current folder. From "
            "anywhere else the program ends with \"No such file or directory\"; and whatever lies under that name "
            "there is run instead.")},
        {u"interpreter-in-store"_s, Severity::Error, tr("does not start"),
         tr("The loader is one in /nix/store, which users do not have: the program ends with \"No such file or "
            "directory\".")},
        {u"interpreter-missing"_s, Severity::Error, tr("does not start"),
         tr("The program names a loader that no system of the target has in that place.")},
        {u"runpath-in-store"_s, Severity::Error, tr("store path"),
         tr("Libraries are looked for in /nix/store, which users do not have.")},
        {u"runpath-unsafe"_s, Severity::Error, tr("unsafe path"),
         tr("Libraries are looked for in a folder that depends on where the user stands, or on the machine that built "
            "it. Whoever can write there decides what is loaded.")},
        {u"needed-unresolved"_s, Severity::Error, tr("library missing"),
         tr("The loader finds a needed library neither in the archive nor in the base system: the program does not "
            "start.")},
        {u"library-unreachable"_s, Severity::Error, tr("out of reach"),
         tr("The needed library is in the archive, but no path that the loader takes leads there.")},
        {u"library-unused"_s, Severity::Info, tr("not used"),
         tr("No program or library of the archive asks for it by name. It may still be opened while a program runs.")},
        {u"loader-mismatch"_s, Severity::Error, tr("loader missing"),
         tr("The archive brings its own C library, but not the loader of the same build. The two must match exactly.")},
        {u"library-path-leaks"_s, Severity::Warning, tr("leaks libraries"),
         tr("The launcher exports a library path that holds a C library. Every program that is started from there gets "
            "this C library, too, and may fail.")},
        {u"weak-hardening"_s, Severity::Warning, tr("weak hardening"),
         tr("The program lacks a protection that compilers turn on by default.")},
        {u"not-stripped"_s, Severity::Info, tr("has symbols"),
         tr("Symbols or debug information that users do not need make the file larger.")},
        {u"store-path-in-data"_s, Severity::Info, tr("store path inside"),
         tr("The file names paths of /nix/store. That is often harmless text; where the program opens them, it "
            "fails.")},
        {u"macho-load-path"_s, Severity::Error, tr("does not start"),
         tr("A library is loaded from a path that only the building machine has.")},
        {u"macho-install-name"_s, Severity::Warning, tr("odd install name"),
         tr("The library names a place of the building machine as its own. Programs that are linked to it look "
            "there.")},
        {u"macho-rpath-unresolved"_s, Severity::Error, tr("library missing"),
         tr("The loader finds an @rpath library in none of the places that the program names.")},
        {u"macho-minos"_s, Severity::Warning, tr("newer macOS"),
         tr("It runs only on a newer macOS than the archive is made for, or than the program that loads it.")},
        {u"macho-unsigned"_s, Severity::Error, tr("not signed"),
         tr("On Apple silicon the kernel kills a program without a valid signature at its start.")},
        {u"macho-adhoc"_s, Severity::Info, tr("signed ad hoc"),
         tr("It has a signature, but no developer's: after a download Gatekeeper asks the user, or refuses.")},
        {u"pe-import-unresolved"_s, Severity::Error, tr("DLL missing"),
         tr("The program needs a DLL that is neither beside it nor part of Windows.")},
        {u"pe-vc-runtime"_s, Severity::Warning, tr("needs VC++ runtime"),
         tr("The program needs the Visual C++ runtime, which many machines have, and a fresh Windows has not.")},
        {u"pe-dll-not-beside"_s, Severity::Warning, tr("DLL out of reach"),
         tr("Windows looks in the program's own folder. This DLL lies in another one, so only a program that knows the "
            "path finds it.")},
        {u"pe-delay-unresolved"_s, Severity::Info, tr("DLL at first use"),
         tr("The DLL is loaded when it is first used. Without it the program starts, and may fail later.")},
    };
    return kinds;
}

const FindingKind *findingKind(const QString &code)
{
    static const QHash<QString, const FindingKind *> byCode = [] {
        QHash<QString, const FindingKind *> map;
        for (const FindingKind &kind : findingKinds())
            map.insert(kind.code, &kind);
        return map;
    }();
    return byCode.value(code);
}

} // namespace unmoor
