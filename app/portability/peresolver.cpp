// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portability/peresolver.h"

#include "app/binary/basesystem.h"
#include "app/core/words.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype mostOfOneName = 64;

bool fits(const BundledFile &file, const BundledFile &root)
{
    // What is no binary may be one that was not kept.
    if (!file.binary)
        return !file.isNoBinary();
    return file.binary->pe() && file.binary->pe()->machine == root.binary->pe()->machine;
}

/// Add-ons import from the program that opens them.
bool isHosts(const QString &key, const BundledFile &root)
{
    const bool isPython = root.path.endsWith(".pyd"_L1, Qt::CaseInsensitive) && key.startsWith("python"_L1);
    return isPython || (root.binary->isLibrary() && key.endsWith(".exe"_L1));
}

} // namespace

QString peKey(const QString &dll)
{
    const QString key = dll.toLower();
    return key.contains(u'.') ? key : key + ".dll"_L1;
}

PeResolver::PeResolver(const PortabilityCheck &check, StepBudget &budget)
    : m_budget(budget)
{
    for (const BundledFile *file : check.bundle.files()) {
        const QString name = nameOf(file->path).toLower();
        m_folders[folderOf(file->path).toLower()].insert(name, file);
        auto &same = m_byName[name];
        if (same.size() < mostOfOneName)
            same.append(file);
    }
}

LoadedProcess PeResolver::load(const BundledFile &root, const QStringList &folders)
{
    LoadedProcess process;
    process.loaded.append({.file = &root, .name = nameOf(root.path), .rPath = {}});
    // A loop by index: what is loaded grows while it runs, breadth first.
    for (int i = 0; i < process.loaded.size() && !m_budget.isUsedUp() && m_lookups > 0; ++i) {
        const BundledFile *file = process.loaded.at(i).file;
        const PeFacts *pe = file->binary ? file->binary->pe() : nullptr;
        if (!pe)
            continue;
        for (const QString &dll : pe->imports)
            resolve(process, folders, i, dll, false);
        for (const QString &dll : pe->delayImports)
            resolve(process, folders, i, dll, true);
    }
    return process;
}

void PeResolver::searchFolders(Search &search) const
{
    const QString key = peKey(search.dll);
    for (const QString &folder : search.folders) {
        search.step.tried.append(folder.isEmpty() ? u"."_s : folder);
        const BundledFile *file = m_folders.value(folder.toLower()).value(key);
        if (file && fits(*file, *search.root)) {
            search.found = file;
            search.step.outcome = ResolutionStep::Outcome::Bundled;
            search.step.via = folder == folderOf(search.root->path) && search.root->binary->isProgram()
                ? Words::tr("the program's folder")
                : folder.isEmpty() ? Words::tr("the archive's top folder")
                                   : folder;
            return;
        }
        if (file)
            search.passedOver = file;
    }
}

void PeResolver::searchElsewhere(Search &search) const
{
    const QString key = peKey(search.dll);
    search.step.tried.append(Words::tr("Windows"));
    if (isWindowsDll(key)) {
        search.step.outcome = ResolutionStep::Outcome::System;
        search.step.via = Words::tr("Windows");
        return;
    }
    if (isHosts(key, *search.root)) {
        search.step.outcome = ResolutionStep::Outcome::System;
        search.step.via = Words::tr("the program that loads it");
        return;
    }
    search.step.outcome = search.isDelayed ? ResolutionStep::Outcome::Optional : ResolutionStep::Outcome::Missing;
    if (isVcRuntimeDll(key)) {
        search.step.via = Words::tr("Visual C++ redistributable");
        return;
    }
    for (const BundledFile *file : m_byName.value(key)) {
        if (!fits(*file, *search.root))
            continue;
        search.found = file;
        if (!search.isDelayed)
            search.step.outcome = ResolutionStep::Outcome::Unreachable;
        return;
    }
}

void PeResolver::resolve(LoadedProcess &process, const QStringList &folders, int asker, const QString &dll,
                         bool isDelayed)
{
    const QString key = peKey(dll);
    if (--m_lookups <= 0 || dll.isEmpty() || process.stepOf.contains(key) || !m_budget.take())
        return;
    Search search{.root = process.root(), .folders = folders, .dll = dll, .isDelayed = isDelayed};
    search.step.name = dll;
    // API sets are no files.
    const bool isApiSet = key.startsWith("api-ms-win-"_L1) || key.startsWith("ext-ms-"_L1);
    if (!isApiSet)
        searchFolders(search);
    if (!search.found)
        searchElsewhere(search);
    const int depth = process.loaded.at(asker).depth;
    process.add(key, asker, search.step, search.found, search.passedOver);
    // What is loaded at its first use only is judged by itself.
    if (isFound(search.step) && !isDelayed)
        process.loaded.append({.file = search.found,
                               .asker = asker,
                               .depth = depth + 1,
                               .name = nameOf(search.found->path),
                               .rPath = {}});
}

} // namespace unmoor
