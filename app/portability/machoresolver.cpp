// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portability/machoresolver.h"

#include "app/portability/portabilitycheck.h"

#include "app/binary/basesystem.h"
#include "app/core/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// What follows the first part: "@rpath/x/y" is "x/y".
QString behindPrefix(const QString &name)
{
    const qsizetype slash = name.indexOf(u'/');
    return slash < 0 ? QString() : name.sliced(slash + 1);
}

} // namespace

const QStringList &universalMachines()
{
    static const QStringList machines{u"aarch64"_s, u"x86-64"_s};
    return machines;
}

const MachOSlice *sliceFor(const BundledFile &file, const QString &machine)
{
    const MachOFacts *facts = file.binary ? file.binary->machO() : nullptr;
    if (!facts || facts->slices.isEmpty())
        return nullptr;
    const QStringList machines = file.binary->machines();
    const qsizetype index = machines.indexOf(machine.isEmpty() ? u"aarch64"_s : machine);
    if (index < 0)
        return machine.isEmpty() ? &facts->slices.first() : nullptr;
    return &facts->slices.at(index);
}

bool isMachOProgram(const BundledFile &file, const QString &machine)
{
    const MachOSlice *slice = sliceFor(file, machine);
    return slice && slice->kind == MachOSlice::Kind::Program;
}

MachOName machoNameKind(const QString &load)
{
    if (load.startsWith("@rpath/"_L1))
        return MachOName::RPath;
    if (load.startsWith("@loader_path/"_L1) || load.startsWith("@executable_path/"_L1))
        return MachOName::Beside;
    return isMacOsLibrary(load) ? MachOName::System : MachOName::Foreign;
}

QString machOKey(const BundledFile &asker, const QString &load)
{
    return load.startsWith("@loader_path/"_L1) ? folderOf(asker.path) + u'\n' + load : load;
}

SearchFolder MachOResolver::expand(const QString &stored, const QString &file, const MachOContext &context) const
{
    SearchFolder folder{.kind = SearchFolder::Kind::Unknown, .stored = stored, .path = stored};
    const bool isLoader = stored.startsWith("@loader_path"_L1);
    if (isLoader || stored.startsWith("@executable_path"_L1)) {
        const QString first = stored.section(u'/', 0, 0);
        if ((first != "@loader_path"_L1 && first != "@executable_path"_L1)
            || (!isLoader && context.programFolders.isEmpty()))
            return folder;
        const QString base = isLoader ? folderOf(file) : context.programFolders.first();
        const auto path = joinPath(base, behindPrefix(stored));
        folder.kind = path ? SearchFolder::Kind::InArchive : SearchFolder::Kind::Outside;
        folder.path = path.value_or(QString());
    } else if (stored.startsWith("/nix/store/"_L1)) {
        folder.kind = SearchFolder::Kind::Store;
    } else if (stored.startsWith(u'/')) {
        folder.kind = isMacOsLibrary(stored + u'/') ? SearchFolder::Kind::System : SearchFolder::Kind::Absolute;
    } else if (!stored.startsWith(u'@')) {
        folder.kind = SearchFolder::Kind::CurrentFolder;
    }
    return folder;
}

QList<SearchFolder> MachOResolver::rPathOf(const BundledFile &file, const MachOContext &context) const
{
    QList<SearchFolder> folders;
    const MachOSlice *slice = sliceFor(file, context.machine);
    const QStringList rpaths = slice ? slice->rpaths : QStringList();
    for (const QString &stored : rpaths.first(std::min(rpaths.size(), mostSearchFolders))) {
        SearchFolder folder = expand(stored, file.path, context);
        folder.via = u"LC_RPATH "_s + stored;
        folders.append(folder);
    }
    return folders;
}

/// Files for another processor are passed over. What is no binary may be one that was not kept.
void MachOResolver::take(Search &search, const BundledFile *file, const QString &via) const
{
    if (!file)
        return;
    const bool isUnknown = !file->binary && !file->isNoBinary();
    if (!isUnknown && !sliceFor(*file, search.context.machine)) {
        search.passedOver = file;
        return;
    }
    search.found = file;
    search.step.outcome = ResolutionStep::Outcome::Bundled;
    search.step.via = via;
}

const BundledFile *MachOResolver::elsewhere(const QString &name, const MachOContext &context) const
{
    for (const BundledFile *file : m_check.bundle.named(name)) {
        if (sliceFor(*file, context.machine))
            return file;
    }
    return nullptr;
}

LoadedProcess MachOResolver::load(const BundledFile &root, const MachOContext &context)
{
    LoadedProcess process;
    QList<SearchFolder> rPath = rPathOf(root, context);
    addNewFolders(rPath, context.outerRPath);
    process.loaded.append({.file = &root, .name = nameOf(root.path), .rPath = rPath});
    // A loop by index: what is loaded grows while it runs, breadth first.
    for (int i = 0; i < process.loaded.size() && !m_budget.isUsedUp() && m_lookups > 0; ++i) {
        const BundledFile *file = process.loaded.at(i).file;
        const MachOSlice *slice = sliceFor(*file, context.machine);
        for (const MachOLoad &load : slice ? slice->loads : QList<MachOLoad>()) {
            if (--m_lookups <= 0)
                break;
            if (!load.name.isEmpty() && !process.stepOf.contains(machOKey(*file, load.name)) && m_budget.take())
                resolve(process, context, i, load);
        }
    }
    return process;
}

/// dyld looks there first, by the file's name alone.
void MachOResolver::searchDyldPath(Search &search) const
{
    for (const SearchFolder &folder : search.context.dyldPath) {
        search.step.tried.append(folder.shown());
        take(search, folder.find(nameOf(search.load.name), m_check.bundle, search.root->path), folder.via);
        if (search.found)
            return;
    }
}

void MachOResolver::searchRPath(Search &search) const
{
    const QString rest = behindPrefix(search.load.name);
    for (const SearchFolder &folder : std::as_const(search.asker.rPath)) {
        search.step.tried.append(folder.shown());
        const auto path = folder.kind == SearchFolder::Kind::InArchive ? joinPath(folder.path, rest) : std::nullopt;
        take(search, path ? m_check.bundle.file(*path) : nullptr, folder.via);
        if (search.found)
            return;
        // The Swift runtime is part of macOS.
        if (folder.kind == SearchFolder::Kind::System && rest.startsWith("libswift"_L1)) {
            search.step.outcome = ResolutionStep::Outcome::System;
            search.step.via = Words::tr("macOS");
            return;
        }
    }
}

void MachOResolver::searchBeside(Search &search) const
{
    const QString &name = search.load.name;
    const bool isLoader = name.startsWith("@loader_path/"_L1);
    // A plugin may be opened by any of the programs.
    const QStringList folders =
        isLoader ? QStringList{folderOf(search.asker.file->path)} : search.context.programFolders;
    for (const QString &folder : folders) {
        const auto path = joinPath(folder, behindPrefix(name));
        search.step.tried.append(path.value_or(name));
        take(search, path ? m_check.bundle.file(*path) : nullptr, name.section(u'/', 0, 0));
        if (search.found)
            return;
    }
}

void MachOResolver::searchCurrentFolder(Search &search) const
{
    const QString &name = search.load.name;
    search.step.tried.append(name);
    if (name.startsWith(u'/'))
        return;
    const SearchFolder folder{.kind = SearchFolder::Kind::CurrentFolder, .path = folderOf(name)};
    take(search, folder.find(nameOf(name), m_check.bundle, search.root->path), Words::tr("the current folder"));
    if (search.found)
        search.step.outcome = ResolutionStep::Outcome::Unsafe;
}

void MachOResolver::resolve(LoadedProcess &process, const MachOContext &context, int asker, const MachOLoad &load)
{
    Search search{.context = context,
                  .root = process.root(),
                  .asker = process.loaded.at(asker),
                  .load = load,
                  .step = {.name = load.name}};
    const MachOName kind = machoNameKind(load.name);
    searchDyldPath(search);
    if (!search.found && kind == MachOName::System) {
        search.step.outcome = ResolutionStep::Outcome::System;
        search.step.via = Words::tr("macOS");
    } else if (!search.found && kind == MachOName::RPath) {
        searchRPath(search);
    } else if (!search.found && kind == MachOName::Beside) {
        searchBeside(search);
    } else if (!search.found) {
        searchCurrentFolder(search);
    }
    if (!search.found && search.step.outcome != ResolutionStep::Outcome::System) {
        search.found = load.isWeak ? nullptr : elsewhere(nameOf(load.name), context);
        search.step.outcome = load.isWeak ? ResolutionStep::Outcome::Optional
            : search.found                ? ResolutionStep::Outcome::Unreachable
                                          : ResolutionStep::Outcome::Missing;
    }
    search.step.tried.removeDuplicates();
    process.add(machOKey(*search.asker.file, load.name), asker, search.step, search.found, search.passedOver);
    if (!isFound(search.step) || !search.found->binary)
        return;
    const QString same = u"\n"_s + search.found->path;
    if (process.stepOf.contains(same))
        return;
    process.stepOf.insert(same, process.steps.size() - 1);
    QList<SearchFolder> rPath = rPathOf(*search.found, context);
    if (rPath.isEmpty())
        rPath = search.asker.rPath;
    else
        addNewFolders(rPath, search.asker.rPath);
    process.loaded.append({.file = search.found,
                           .asker = asker,
                           .depth = search.asker.depth + 1,
                           .name = nameOf(load.name),
                           .rPath = rPath});
}

} // namespace unmoor
