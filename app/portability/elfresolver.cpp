// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portability/elfresolver.h"

#include "app/portability/portabilitycheck.h"

#include "app/core/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QList<SearchFolder> expandAll(const QStringList &stored, const QString &tag, const BundledFile *file,
                              const Bundle &bundle)
{
    QList<SearchFolder> folders;
    for (const QString &element : stored.first(std::min(stored.size(), mostSearchFolders))) {
        SearchFolder folder = expandRunPath(element, file->path, bundle);
        folder.via = u"%1 %2"_s.arg(tag, element.isEmpty() ? u"\"\""_s : element);
        folders.append(folder);
    }
    return folders;
}

/// Whether the loader takes \a file into a process of \a root. What is no binary may be one that was not kept.
bool fits(const BundledFile *file, const ElfFacts &root)
{
    if (!file->binary)
        return !file->isNoBinary();
    const ElfFacts *elf = file->binary->elf();
    return elf && elf->machine == root.machine && elf->bits == root.bits && elf->isBigEndian == root.isBigEndian;
}

bool mayBeOf(const QString &loader, LibcKind libc)
{
    return loader.contains("ld-musl"_L1) ? libc != LibcKind::Glibc : libc != LibcKind::Musl;
}

} // namespace

bool isElfProgram(const BundledFile &file)
{
    const ElfFacts *elf = file.binary ? file.binary->elf() : nullptr;
    if (!elf || elf->kind != ElfFacts::Kind::Program)
        return false;
    return elf->soname.isEmpty() || !nameOf(file.path).contains(".so"_L1);
}

bool isForeignElf(const ElfFacts &elf)
{
    if (isForeignLoader(elf.interpreter))
        return true;
    // The C library of a BSD counts further than 6, and that of Android comes with its own log.
    constexpr qsizetype most = 256;
    return std::ranges::any_of(elf.needed.first(std::min(elf.needed.size(), most)), [](const QString &name) {
        if (name == "liblog.so"_L1)
            return true;
        return name.startsWith("libc.so."_L1) && name != "libc.so.6"_L1 && name != "libc.so.6.1"_L1;
    });
}

SearchFolder expandRunPath(const QString &stored, const QString &file, const Bundle &bundle)
{
    SearchFolder folder{.kind = SearchFolder::Kind::Unknown, .stored = stored};
    for (const QLatin1StringView origin : {"$ORIGIN"_L1, "${ORIGIN}"_L1}) {
        if (!stored.startsWith(origin))
            continue;
        const QStringView rest = QStringView(stored).sliced(origin.size());
        if (rest.contains(u'$') || (!rest.isEmpty() && !rest.startsWith(u'/')))
            return folder;
        const auto path = joinPath(folderOf(file), rest);
        folder.kind = path ? SearchFolder::Kind::InArchive : SearchFolder::Kind::Outside;
        folder.path = path.value_or(QString());
        folder.files = path ? bundle.folder(*path) : nullptr;
        return folder;
    }
    folder.path = stored;
    if (stored.contains(u'$'))
        folder.kind = SearchFolder::Kind::Unknown;
    else if (stored == "/nix/store"_L1 || stored.startsWith("/nix/store/"_L1))
        folder.kind = SearchFolder::Kind::Store;
    else if (stored.startsWith(u'/'))
        folder.kind = isLinuxLibraryFolder(stored) ? SearchFolder::Kind::System : SearchFolder::Kind::Absolute;
    else
        folder.kind = SearchFolder::Kind::CurrentFolder;
    return folder;
}

ElfResolver::ElfResolver(const PortabilityCheck &check, StepBudget &budget)
    : m_check(check)
    , m_budget(budget)
{
    for (const BundledFile *file : check.files) {
        const ElfFacts *elf = file->binary->elf();
        if (elf && !elf->soname.isEmpty() && !m_bySoname.contains(elf->soname))
            m_bySoname.insert(elf->soname, file);
    }
}

LibcKind ElfResolver::libcOf(const ElfFacts &elf) const
{
    if (elf.interpreter.contains("ld-musl"_L1))
        return LibcKind::Musl;
    if (isLinuxLoaderName(nameOf(elf.interpreter)))
        return LibcKind::Glibc;
    if (m_check.target)
        return m_check.target->isMusl ? LibcKind::Musl : LibcKind::Glibc;
    return LibcKind::Either;
}

ElfInterpreter ElfResolver::interpreter(const BundledFile &program) const
{
    const ElfFacts &elf = *program.binary->elf();
    ElfInterpreter result;
    result.step = {.name = elf.interpreter, .neededBy = program.path, .tried = {elf.interpreter}};
    const LauncherStart *start = m_check.launchers.startOf(&program);
    if (start && start->loader) {
        result.kind = ElfInterpreter::Kind::Explicit;
        result.loader = start->loader;
        result.step.name = start->loader->path;
        result.step.outcome = ResolutionStep::Outcome::Bundled;
        result.step.path = start->loader->path;
        result.step.via = Words::tr("started by %1").arg(start->launcher);
        result.step.tried = {start->loader->path};
        return result;
    }
    if (elf.interpreter.isEmpty())
        return result;
    if (!elf.interpreter.startsWith(u'/')) {
        result.kind = ElfInterpreter::Kind::Relative;
        QString above = program.path;
        do {
            above = folderOf(above);
            const auto path = joinPath(above, elf.interpreter);
            result.loader = path ? m_check.bundle.file(*path) : nullptr;
            result.folder = above;
        } while (!result.loader && !above.isEmpty());
        if (result.loader) {
            result.step.outcome = ResolutionStep::Outcome::Unsafe;
            result.step.path = result.loader->path;
            result.step.via = Words::tr("the current folder");
        }
        return result;
    }
    if (elf.interpreter.startsWith("/nix/store/"_L1)) {
        result.kind = ElfInterpreter::Kind::InStore;
        return result;
    }
    const LibcKind libc = !m_check.target ? LibcKind::Either
        : m_check.target->isMusl          ? LibcKind::Musl
                                          : LibcKind::Glibc;
    const QStringList known = linuxLoaders(elf.machine, LibcKind::Either);
    if (known.isEmpty()) {
        result.kind = ElfInterpreter::Kind::NotJudged;
    } else if (known.contains(elf.interpreter) && mayBeOf(elf.interpreter, libc)) {
        result.kind = ElfInterpreter::Kind::System;
    } else {
        result.kind = ElfInterpreter::Kind::Missing;
        return result;
    }
    result.step.outcome = ResolutionStep::Outcome::System;
    result.step.via = Words::tr("base system");
    return result;
}

const QList<SearchFolder> &ElfResolver::runPath(const BundledFile *file)
{
    auto known = m_runPaths.find(file);
    if (known == m_runPaths.end()) {
        const ElfFacts &elf = *file->binary->elf();
        const QStringList stored = elf.hasRunPath ? elf.runPath : QStringList();
        known = m_runPaths.insert(file, expandAll(stored, u"RUNPATH"_s, file, m_check.bundle));
    }
    return *known;
}

const QList<SearchFolder> &ElfResolver::ownRPath(const BundledFile *file, bool isMusl)
{
    // musl makes no difference between the two.
    const ElfFacts &elf = *file->binary->elf();
    if (isMusl && elf.hasRunPath)
        return runPath(file);
    auto known = m_rPaths.find(file);
    if (known == m_rPaths.end()) {
        const QStringList stored = elf.hasRPath && !elf.hasRunPath ? elf.rPath : QStringList();
        known = m_rPaths.insert(file, expandAll(stored, u"RPATH"_s, file, m_check.bundle));
    }
    return *known;
}

ElfResolver::Order ElfResolver::searchOrder(const ElfProcess &process, const ElfProcess::Loaded &asker)
{
    const QList<SearchFolder> &path = process.context.libraryPath;
    const QList<SearchFolder> &outer = process.context.outerRPath;
    QList<SearchFolder> all;
    if (process.context.libc == LibcKind::Musl)
        all = path + asker.rPath + outer;
    else if (asker.file->binary->elf()->hasRunPath)
        all = path + runPath(asker.file);
    else
        all = asker.rPath + outer + path;
    Order order;
    QSet<QString> seen;
    for (const SearchFolder &folder : std::as_const(all)) {
        const QString shown = folder.shown();
        if (seen.contains(shown))
            continue;
        seen.insert(shown);
        order.folders.append(folder);
        order.shown.append(shown);
    }
    return order;
}

ElfProcess ElfResolver::load(const BundledFile &root, const ElfContext &context)
{
    ElfProcess process;
    process.context = context;
    const bool isMusl = context.libc == LibcKind::Musl;
    process.loaded.append({.file = &root, .name = nameOf(root.path), .rPath = ownRPath(&root, isMusl)});
    // A loop by index: what is loaded grows while it runs, breadth first.
    for (int i = 0; i < process.loaded.size() && !m_budget.isUsedUp() && m_lookups > 0; ++i) {
        const BundledFile *file = process.loaded.at(i).file;
        if (!file->binary || !file->binary->elf() || isForeignElf(*file->binary->elf()))
            continue;
        const Order order = searchOrder(process, process.loaded.at(i));
        for (const QString &name : file->binary->elf()->needed) {
            if (--m_lookups <= 0)
                break;
            if (!name.isEmpty() && !process.stepOf.contains(name))
                resolve(process, i, order, name);
        }
    }
    return process;
}

void ElfResolver::resolve(ElfProcess &process, int asker, const Order &order, const QString &name)
{
    if (!m_budget.take())
        return;
    if (name.contains(u'/'))
        resolvePath(process, asker, name);
    else
        search(process, asker, order, name);
}

/// A name with a slash is no name to look for, but the path itself.
void ElfResolver::resolvePath(ElfProcess &process, int asker, const QString &name)
{
    const BundledFile &file = *process.loaded.at(asker).file;
    const SearchFolder folder =
        expandRunPath(name.startsWith(u'/') || name.startsWith(u'$') ? folderOf(name) : u"./"_s + folderOf(name),
                      file.path, m_check.bundle);
    ResolutionStep step{.name = name, .tried = {name}};
    const BundledFile *found = folder.find(nameOf(name), m_check.bundle, file.path);
    if (found) {
        step.outcome = folder.kind == SearchFolder::Kind::InArchive ? ResolutionStep::Outcome::Bundled
                                                                    : ResolutionStep::Outcome::Unsafe;
        step.via = folder.kind == SearchFolder::Kind::InArchive ? name : Words::tr("the current folder");
    } else if (folder.kind == SearchFolder::Kind::System && isLinuxBaseLibrary(nameOf(name), process.context.libc)) {
        step.outcome = ResolutionStep::Outcome::System;
        step.via = Words::tr("base system");
    } else if ((found = elsewhere(nameOf(name), *process.loaded.first().file))) {
        step.outcome = ResolutionStep::Outcome::Unreachable;
    }
    finish(process, asker, step, found, nullptr);
}

void ElfResolver::search(ElfProcess &process, int asker, const Order &order, const QString &name)
{
    const BundledFile &root = *process.loaded.first().file;
    const ElfFacts &elf = *root.binary->elf();
    const BundledFile *loader = process.context.loader;
    ResolutionStep step{.name = name};
    const BundledFile *passedOver = nullptr;
    if (loader && (name == nameOf(loader->path) || (isLinuxLoaderName(name) && fits(loader, elf)))) {
        step.outcome = ResolutionStep::Outcome::Bundled;
        step.via = Words::tr("the loader of the program");
        finish(process, asker, step, loader, nullptr);
        return;
    }
    const bool mayBeBundled = !m_check.bundle.named(name).isEmpty();
    for (qsizetype i = 0; i < order.folders.size(); ++i) {
        const SearchFolder &folder = order.folders.at(i);
        const BundledFile *found = mayBeBundled ? folder.find(name, m_check.bundle, root.path) : nullptr;
        if (found && !fits(found, elf)) {
            passedOver = found;
        } else if (found) {
            step.outcome = folder.kind == SearchFolder::Kind::InArchive ? ResolutionStep::Outcome::Bundled
                                                                        : ResolutionStep::Outcome::Unsafe;
            step.via = folder.via;
            step.tried = order.shown.first(i + 1);
            finish(process, asker, step, found, nullptr);
            return;
        }
    }
    step.tried = order.shown;
    step.tried.append(Words::tr("base system"));
    const bool isHosts = process.context.hostHasCxx && (name == "libstdc++.so.6"_L1 || name == "libgcc_s.so.1"_L1);
    const BundledFile *found = nullptr;
    if (isLinuxBaseLibrary(name, process.context.libc) || isHosts) {
        step.outcome = ResolutionStep::Outcome::System;
        step.via = isHosts ? Words::tr("the program that loads it") : Words::tr("base system");
    } else if ((found = elsewhere(name, root))) {
        step.outcome = ResolutionStep::Outcome::Unreachable;
    }
    finish(process, asker, step, found, passedOver);
}

void ElfResolver::finish(ElfProcess &process, int asker, ResolutionStep step, const BundledFile *file,
                         const BundledFile *passedOver)
{
    const ElfProcess::Loaded by = process.loaded.at(asker);
    const QString name = step.name;
    const qsizetype index = process.steps.size();
    process.add(name, asker, std::move(step), file, passedOver);
    if (!isFound(process.steps.last()))
        return;
    const ElfFacts *elf = file->binary ? file->binary->elf() : nullptr;
    if (!elf)
        return;
    // The same file under another name is loaded once, and answers to its soname as well.
    const QString same = u"\n"_s + file->path;
    if (process.stepOf.contains(same))
        return;
    process.stepOf.insert(same, index);
    if (!elf->soname.isEmpty() && !process.stepOf.contains(elf->soname))
        process.stepOf.insert(elf->soname, index);
    const bool isMusl = process.context.libc == LibcKind::Musl;
    QList<SearchFolder> rPath = ownRPath(file, isMusl);
    if (rPath.isEmpty())
        rPath = by.rPath;
    else if (rPath.size() < mostSearchFolders)
        rPath += by.rPath.first(std::min(by.rPath.size(), mostSearchFolders - rPath.size()));
    process.loaded.append({.file = file, .asker = asker, .depth = by.depth + 1, .name = name, .rPath = rPath});
}

const BundledFile *ElfResolver::elsewhere(const QString &name, const BundledFile &root) const
{
    for (const BundledFile *file : m_check.bundle.named(name)) {
        if (fits(file, *root.binary->elf()))
            return file;
    }
    const BundledFile *byOtherName = m_bySoname.value(name);
    return byOtherName && fits(byOtherName, *root.binary->elf()) ? byOtherName : nullptr;
}

} // namespace unmoor
