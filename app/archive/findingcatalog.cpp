// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/findingcatalog.h"

#include "app/core/words.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace unmoor {

const QList<FindingKind> &findingKinds()
{
    static const QList<FindingKind> kinds{
        {u"stream-truncated"_s, Severity::Error, Words::tr("cut short"),
         Words::tr(
             "The file ends before the archive does. What comes after that byte is unknown, so nothing is said about "
             "missing entries.")},
        {u"stream-corrupt"_s, Severity::Error, Words::tr("damaged"),
         Words::tr("A checksum or the format is broken. What was read before that byte may be wrong, too.")},
        {u"checksum-mismatch"_s, Severity::Error, Words::tr("wrong checksum"),
         Words::tr(
             "The .sha256 file beside the archive names another digest: one of the two was changed or mixed up.")},
        {u"wrong-extension"_s, Severity::Error, Words::tr("wrong name"),
         Words::tr("The file's name promises another format than it has: programs that go by the name fail.")},
        {u"not-judged"_s, Severity::Info, Words::tr("not judged"),
         Words::tr("Part of the file, or all of it, could not be judged. What is green is the rest.")},
        {u"member-crc"_s, Severity::Error, Words::tr("damaged"),
         Words::tr(
             "The content of this member does not match its checksum, or is packed in a way that few programs read.")},
        {u"member-encrypted"_s, Severity::Error, Words::tr("encrypted"),
         Words::tr("The content is locked with a password: nobody can check it, and most users cannot open it.")},
        {u"limit-reached"_s, Severity::Error, Words::tr("too large"),
         Words::tr("Reading stopped at one of the limits that protect this machine; what comes later is unknown.")},
        {u"path-escapes"_s, Severity::Error, Words::tr("leaves its folder"),
         Words::tr(
             "Unpacking would write outside the folder that the user chose. Careful programs refuse the archive.")},
        {u"symlink-escapes"_s, Severity::Error, Words::tr("leads outside"),
         Words::tr(
             "The link points at a file of the user's own machine, which is not there or is not what was meant.")},
        {u"symlink-dangling"_s, Severity::Error, Words::tr("leads nowhere"),
         Words::tr("The link points at a file that the archive does not hold.")},
        {u"duplicate-entry"_s, Severity::Error, Words::tr("twice"),
         Words::tr("Two entries have the same name. Unpacking keeps the last one, without a word about the first.")},
        {u"case-collision"_s, Severity::Warning, Words::tr("same but for case"),
         Words::tr("Two names differ in upper and lower case alone. On macOS and Windows one overwrites the other.")},
        {u"unprintable-name"_s, Severity::Warning, Words::tr("unreadable name"),
         Words::tr(
             "The name holds characters that cannot be seen, or that turn text around, or that are no UTF-8. It is not "
             "what it looks like, or looks different on every machine.")},
        {u"special-file"_s, Severity::Error, Words::tr("no file"),
         Words::tr("Devices, pipes and sockets have no place in a release, and cannot be unpacked without rights.")},
        {u"setuid"_s, Severity::Error, Words::tr("set-user-id"),
         Words::tr("Whoever starts the program gets the rights of its owner.")},
        {u"world-writable"_s, Severity::Error, Words::tr("anyone may write"),
         Words::tr("Every user of the machine may change the file after it was unpacked.")},
        {u"wrong-top-folder"_s, Severity::Error, Words::tr("wrong folder"),
         Words::tr("Install scripts and package recipes look for the files in the folder that the layout names.")},
        {u"missing-entry"_s, Severity::Error, Words::tr("missing"),
         Words::tr("The layout in unmoor.toml asks for it, and the archive does not hold it.")},
        {u"unexpected-entry"_s, Severity::Warning, Words::tr("unexpected"),
         Words::tr("No line of the layout names it: a leftover of the build, or a file that the layout should know.")},
        {u"not-executable"_s, Severity::Error, Words::tr("not executable"),
         Words::tr("The file is a program, but its mode lacks the executable bit: starting it ends with \"Permission "
                   "denied\".")},
        {u"interpreter-line"_s, Severity::Error, Words::tr("wrong first line"),
         Words::tr(
             "The system finds no interpreter for the script: its first line names one that users do not have, one in "
             "the current folder, or holds bytes of Windows.")},
        {u"unreadable-entry"_s, Severity::Error, Words::tr("no rights"),
         Words::tr("After unpacking, not even the user who did it may read the file or go into the folder.")},
        {u"owner-only"_s, Severity::Warning, Words::tr("for one user"),
         Words::tr("Only the user who unpacks it may read it. Installed for everyone, it works for root alone.")},
        {u"windows-name"_s, Severity::Error, Words::tr("no name on Windows"),
         Words::tr("Windows refuses the name: the file, or the whole archive, is not unpacked there.")},
        {u"windows-link"_s, Severity::Warning, Words::tr("no link on Windows"),
         Words::tr(
             "Windows makes no symbolic link when it unpacks: what the link leads to is missing under that name.")},
        {u"backslash-name"_s, Severity::Warning, Words::tr("backslashes"),
         Words::tr("The zip has backslashes between folders. Programs that follow the format make one file with a "
                   "backslash in its name, and no folder.")},
        {u"macos-litter"_s, Severity::Warning, Words::tr("left by macOS"),
         Words::tr(
             "Files that macOS keeps for itself (._x, .DS_Store). Some programs take them for what they are called "
             "after.")},
        {u"nested-archive"_s, Severity::Info, Words::tr("not looked into"),
         Words::tr("An archive in the archive. What is in it was not judged.")},
        {u"identical-content"_s, Severity::Info, Words::tr("same content"),
         Words::tr("The same bytes are packed more than once under several names, where a link would do.")},
        {u"owner-not-root"_s, Severity::Info, Words::tr("owner recorded"),
         Words::tr("The archive records who built it. Two builds of the same source then differ.")},
        {u"mtime-not-fixed"_s, Severity::Info, Words::tr("time recorded"),
         Words::tr("The archive records when it was built. Two builds of the same source then differ.")},
        {u"not-a-program"_s, Severity::Error, Words::tr("no program"),
         Words::tr("Its name, its mode or the layout calls it a program or library, but its content is none.")},
        {u"link-flattened"_s, Severity::Error, Words::tr("link as a text"),
         Words::tr("A symbolic link was packed as a text that holds where it led. Whoever opens it gets the text.")},
        {u"lfs-pointer"_s, Severity::Error, Words::tr("not fetched"),
         Words::tr("A text that Git LFS keeps in place of the file was packed, not the file.")},
        {u"runs-from-store"_s, Severity::Error, Words::tr("runs from the store"),
         Words::tr(
             "The program hands over to a file of /nix/store, which users do not have: it ends with \"No such file "
             "or directory\".")},
        {u"wrong-format"_s, Severity::Error, Words::tr("wrong format"),
         Words::tr("The program is made for another system: it cannot start there at all.")},
        {u"wrong-machine"_s, Severity::Error, Words::tr("wrong processor"),
         Words::tr("The program is made for another processor: it cannot start there, or only in an emulator.")},
        {u"binary-truncated"_s, Severity::Error, Words::tr("incomplete"),
         Words::tr(
             "Headers of the program point at bytes that the file does not hold. It was cut, or changed after it was "
             "linked.")},
        {u"glibc-too-new"_s, Severity::Error, Words::tr("glibc too new"),
         Words::tr("The program asks for a newer C library than the oldest system that it is made for has.")},
        {u"glibcxx-too-new"_s, Severity::Error, Words::tr("libstdc++ too new"),
         Words::tr("The program asks for a newer C++ library than the oldest system that it is made for has.")},
        {u"interpreter-relative"_s, Severity::Error, Words::tr("does not start"),
         Words::tr(
             "The path of the loader is relative, so the kernel looks for it in the user's current folder. From "
             "anywhere else the program ends with \"No such file or directory\"; and whatever lies under that name "
             "there is run instead.")},
        {u"interpreter-in-store"_s, Severity::Error, Words::tr("does not start"),
         Words::tr("The loader is one in /nix/store, which users do not have: the program ends with \"No such file or "
                   "directory\".")},
        {u"interpreter-missing"_s, Severity::Error, Words::tr("does not start"),
         Words::tr("The program names a loader that no system of the target has in that place.")},
        {u"runpath-in-store"_s, Severity::Error, Words::tr("store path"),
         Words::tr("Libraries are looked for in /nix/store, which users do not have.")},
        {u"runpath-unsafe"_s, Severity::Error, Words::tr("unsafe path"),
         Words::tr(
             "Libraries are looked for in a folder that depends on where the user stands, or on the machine that built "
             "it. Whoever can write there decides what is loaded.")},
        {u"needed-unresolved"_s, Severity::Error, Words::tr("library missing"),
         Words::tr(
             "The loader finds a needed library neither in the archive nor in the base system: the program does not "
             "start.")},
        {u"library-unreachable"_s, Severity::Error, Words::tr("out of reach"),
         Words::tr("The needed library is in the archive, but no path that the loader takes leads there.")},
        {u"library-unused"_s, Severity::Info, Words::tr("not used"),
         Words::tr(
             "No program or library of the archive asks for it by name. It may still be opened while a program runs.")},
        {u"loader-mismatch"_s, Severity::Error, Words::tr("loader missing"),
         Words::tr("The archive brings its own C library, but not the loader of the same build. The two must match "
                   "exactly.")},
        {u"musl-loader"_s, Severity::Warning, Words::tr("musl only"),
         Words::tr("The program needs the loader of musl, which few systems have. A static program runs everywhere.")},
        {u"library-path-leaks"_s, Severity::Warning, Words::tr("leaks libraries"),
         Words::tr("The launcher exports a library path that holds a C library. Every program that is started from "
                   "there gets "
                   "this C library, too, and may fail.")},
        {u"weak-hardening"_s, Severity::Warning, Words::tr("weak hardening"),
         Words::tr("The program lacks a protection that compilers turn on by default.")},
        {u"not-stripped"_s, Severity::Info, Words::tr("has symbols"),
         Words::tr("Symbols or debug information that users do not need make the file larger.")},
        {u"store-path-in-data"_s, Severity::Info, Words::tr("store path inside"),
         Words::tr("The file names paths of /nix/store. That is often harmless text; where the program opens them, it "
                   "fails.")},
        {u"macho-load-path"_s, Severity::Error, Words::tr("does not start"),
         Words::tr("A library is loaded from a path that only the building machine has.")},
        {u"macho-install-name"_s, Severity::Warning, Words::tr("odd install name"),
         Words::tr("The library names a place of the building machine as its own. Programs that are linked to it look "
                   "there.")},
        {u"macho-rpath-unresolved"_s, Severity::Error, Words::tr("library missing"),
         Words::tr("The loader finds an @rpath library in none of the places that the program names.")},
        {u"macho-minos"_s, Severity::Warning, Words::tr("newer macOS"),
         Words::tr("It runs only on a newer macOS than the archive is made for, or than the program that loads it.")},
        {u"macho-unsigned"_s, Severity::Error, Words::tr("not signed"),
         Words::tr("On Apple silicon the kernel kills a program without a valid signature at its start.")},
        {u"macho-adhoc"_s, Severity::Info, Words::tr("signed ad hoc"),
         Words::tr("It has a signature, but no developer's: after a download Gatekeeper asks the user, or refuses.")},
        {u"pe-import-unresolved"_s, Severity::Error, Words::tr("DLL missing"),
         Words::tr("The program needs a DLL that is neither beside it nor part of Windows.")},
        {u"pe-vc-runtime"_s, Severity::Warning, Words::tr("needs VC++ runtime"),
         Words::tr("The program needs the Visual C++ runtime, which many machines have, and a fresh Windows has not.")},
        {u"pe-dll-not-beside"_s, Severity::Warning, Words::tr("DLL out of reach"),
         Words::tr("Windows looks in the program's own folder. This DLL lies in another one, so only a program that "
                   "knows the "
                   "path finds it.")},
        {u"pe-delay-unresolved"_s, Severity::Info, Words::tr("DLL at first use"),
         Words::tr("The DLL is loaded when it is first used. Without it the program starts, and may fail later.")},
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
