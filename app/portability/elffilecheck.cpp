// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portability/elffilecheck.h"

#include "app/core/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString systemLoaderOf(const PortabilityCheck &check, const ElfFacts &elf)
{
    const bool isMusl = check.target ? check.target->isMusl : elf.interpreter.contains("ld-musl"_L1);
    return linuxLoaders(elf.machine, isMusl ? LibcKind::Musl : LibcKind::Glibc).value(0);
}

QString setInterpreterHint(const PortabilityCheck &check, const BundledFile &program)
{
    const QString loader = systemLoaderOf(check, *program.binary->elf());
    return Words::tr("In postFixup: patchelf --set-interpreter %1 %2")
        .arg(loader.isEmpty() ? Words::tr("the loader of the target") : loader, program.path);
}

QString tagOf(const ElfFacts &elf)
{
    return elf.hasRunPath ? u"RUNPATH"_s : u"RPATH"_s;
}

QString runPathHint(const BundledFile &file)
{
    if (isElfProgram(file))
        return Words::tr(
                   "In postFixup: patchelf --set-rpath '$ORIGIN/lib' %1 (or --remove-rpath where it needs none of "
                   "the archive's libraries). Nix's fixup adds store paths after linking, so this comes last.")
            .arg(file.path);
    return Words::tr("In postFixup, for the copied libraries too: patchelf --set-rpath '$ORIGIN' %1 (or --remove-rpath "
                     "where it needs none of the archive's libraries).")
        .arg(file.path);
}

QString unsafeReason(const SearchFolder &folder)
{
    if (folder.stored.isEmpty())
        return Words::tr("an empty element, which is the user's current folder");
    if (folder.kind == SearchFolder::Kind::CurrentFolder)
        return Words::tr("%1, which is relative to the user's current folder").arg(folder.stored);
    return Words::tr("%1, a folder of the building machine").arg(folder.stored);
}

void checkRunPath(PortabilityCheck &check, const BundledFile &file)
{
    const ElfFacts &elf = *file.binary->elf();
    QStringList inStore;
    QStringList unsafe;
    constexpr qsizetype most = 64;
    const QStringList elements = elf.hasRunPath ? elf.runPath : elf.hasRPath ? elf.rPath : QStringList();
    for (const QString &element : elements.first(std::min(elements.size(), most))) {
        if (element.startsWith("$ORIGIN"_L1) || element.startsWith("${ORIGIN}"_L1))
            continue;
        const SearchFolder folder = expandRunPath(element, file.path, check.bundle);
        if (folder.kind == SearchFolder::Kind::Store)
            inStore.append(element);
        else if (folder.kind == SearchFolder::Kind::CurrentFolder || folder.kind == SearchFolder::Kind::Absolute)
            unsafe.append(unsafeReason(folder));
    }
    if (!inStore.isEmpty())
        check.add(Severity::Error, u"runpath-in-store"_s, file.path,
                  Words::tr("The %1 of %2 names %3.").arg(tagOf(elf), file.path, someOf(inStore, 2)),
                  runPathHint(file));
    if (!unsafe.isEmpty())
        check.add(Severity::Error, u"runpath-unsafe"_s, file.path,
                  Words::tr("The %1 of %2 names %3.").arg(tagOf(elf), file.path, someOf(unsafe, 2)), runPathHint(file));
}

QStringList missingHardening(const BundledFile &file)
{
    const ElfFacts &elf = *file.binary->elf();
    QStringList lacks;
    if (elf.hasExecutableStack)
        lacks.append(Words::tr("its stack is executable"));
    if (isElfProgram(file) && !elf.isPositionIndependent)
        lacks.append(Words::tr("it always lies at the same address (no PIE)"));
    // A static program has no table that the loader could protect.
    if (elf.isDynamic && !elf.hasRelro)
        lacks.append(Words::tr("its tables stay writable (no RELRO)"));
    if (elf.hasTextRelocations)
        lacks.append(Words::tr("its code is changed while it is loaded (text relocations)"));
    return lacks;
}

} // namespace

QString explicitLoaderLine(const BundledFile &program, const BundledFile *beside)
{
    const QString top = folderOf(program.path);
    const QString folder = beside ? relativeTo(top, folderOf(beside->path)) : u"lib"_s;
    const QString libraries = folder.isEmpty() ? u"$DIR"_s : u"$DIR/"_s + folder;
    QString loader = beside && isLinuxLoaderName(nameOf(beside->path)) ? nameOf(beside->path) : QString();
    if (loader.isEmpty())
        loader = nameOf(linuxLoaders(program.binary->elf()->machine, LibcKind::Glibc).value(0));
    return uR"sh(DIR=$(dirname "$(readlink -f "$0")"); exec "%1/%2" --library-path "%1" --argv0 "$0" "$DIR/%3" "$@")sh"_s
        .arg(libraries, loader, nameOf(program.path));
}

void checkElfFile(PortabilityCheck &check, const BundledFile &file)
{
    const ElfFacts &elf = *file.binary->elf();
    checkHardening(
        check, file, missingHardening(file),
        Words::tr("Let the compiler's own hardening flags through: no hardeningDisable in the derivation; for "
                  "Go, -buildmode=pie; for Rust, no relocation-model=static; for C, -fPIE -pie -Wl,-z,relro "
                  "-Wl,-z,noexecstack."));
    if (!elf.isStripped || elf.hasDebugInfo)
        checkSymbols(
            check, file, elf.symbolBytes,
            Words::tr("Let Nix strip it: no dontStrip, and for libraries outside of lib and bin add the folder "
                      "to stripAllList. By hand: strip --strip-unneeded %1.")
                .arg(file.path));
    // A copy lies elsewhere, but a store path or an empty element is the same wherever it lies.
    if (!check.copies.contains(&file))
        checkRunPath(check, file);
}

void checkElfInterpreter(PortabilityCheck &check, const BundledFile &program, const ElfInterpreter &interpreter,
                         const LauncherStart *start)
{
    const QString &name = program.binary->elf()->interpreter;
    const BundledFile *loader = interpreter.loader;
    if (interpreter.isBundled() && loader->mode != 0 && (loader->mode & 0111) == 0)
        check.addOnce(
            u"loader-mode\n"_s + loader->path,
            {Severity::Error, u"loader-mismatch"_s, loader->path,
             Words::tr("%1 starts %2, but its mode lacks the executable bit.").arg(loader->path, program.path),
             Words::tr("Install it with install -m755, or chmod +x it after it was copied.")});
    switch (interpreter.kind) {
    case ElfInterpreter::Kind::Relative: {
        // A launcher that goes to the right folder first makes up for it.
        const bool isSaved = loader && start && start->folder == interpreter.folder;
        const QString folder =
            interpreter.folder.isEmpty() ? Words::tr("the archive's top folder") : interpreter.folder;
        QString message = loader
            ? Words::tr("The loader of %1 is the relative path %2: it starts only when the current folder is %3, and "
                        "runs whatever file of that name lies there.")
                  .arg(program.path, name, folder)
            : Words::tr("The loader of %1 is the relative path %2, which is not in the archive: it starts only in a "
                        "folder that has such a file, and runs whatever that is.")
                  .arg(program.path, name);
        if (isSaved)
            message += Words::tr(" Only %1, which changes to that folder, can start it.").arg(start->launcher);
        check.add(isSaved ? Severity::Warning : Severity::Error, u"interpreter-relative"_s, program.path, message,
                  Words::tr("%1; or keep the loader of the archive, and start it from a launcher: %2")
                      .arg(setInterpreterHint(check, program), explicitLoaderLine(program, loader)));
        break;
    }
    case ElfInterpreter::Kind::InStore:
        check.add(Severity::Error, u"interpreter-in-store"_s, program.path,
                  Words::tr("The loader of %1 is %2, which is only on machines that have that store path.")
                      .arg(program.path, name),
                  setInterpreterHint(check, program));
        break;
    case ElfInterpreter::Kind::Missing:
        check.add(Severity::Error, u"interpreter-missing"_s, program.path,
                  Words::tr("The loader of %1 is %2, but %3 has its loader in %4.")
                      .arg(program.path, name, check.target ? check.target->triple : Words::tr("the target"),
                           systemLoaderOf(check, *program.binary->elf())),
                  setInterpreterHint(check, program));
        break;
    default:
        break;
    }
}

void checkElfLauncher(PortabilityCheck &check, const LauncherStart &start)
{
    QStringList unsafe;
    const BundledFile *libc = nullptr;
    for (const SearchFolder &folder : start.libraryPath) {
        if (folder.kind == SearchFolder::Kind::CurrentFolder)
            unsafe.append(unsafeReason(folder));
        else if (!libc && folder.files)
            libc = folder.files->value(u"libc.so.6"_s);
    }
    if (!unsafe.isEmpty())
        check.add(Severity::Error, u"runpath-unsafe"_s, start.launcher,
                  Words::tr("The LD_LIBRARY_PATH of %1 names %2.").arg(start.launcher, someOf(unsafe, 2)),
                  Words::tr("Name the launcher's own folder: DIR=$(dirname \"$(readlink -f \"$0\")\")."));
    if (libc)
        check.add(
            Severity::Warning, u"library-path-leaks"_s, start.launcher,
            Words::tr("%1 exports LD_LIBRARY_PATH with a C library in it (%2): programs that are started from there "
                      "get this libc, too, and fail where the system's is newer.")
                .arg(start.launcher, libc->path),
            Words::tr("Hand the path to the loader instead: %1").arg(explicitLoaderLine(*start.program, libc)));
}

} // namespace unmoor
