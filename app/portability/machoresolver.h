// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portability/loadedprocess.h"

namespace unmoor {

/// The slice of \a file that a Mac of \a machine runs; null where it has none. An empty machine takes Apple silicon's
/// slice, or the first.
const MachOSlice *sliceFor(const BundledFile &file, const QString &machine);

bool isMachOProgram(const BundledFile &file, const QString &machine);

/// By what a Mac process looks for libraries, besides what is in its files.
struct MachOContext
{
    QString machine;
    QStringList programFolders; ///< what @executable_path may stand for
    QList<SearchFolder> dyldPath; ///< DYLD_LIBRARY_PATH
    QList<SearchFolder> outerRPath; ///< of programs that may open a plugin
};

/// How a library is named in a load command.
enum class MachOName {
    System, ///< a path of macOS itself
    RPath,
    Beside, ///< relative to the file or its program
    Foreign, ///< another absolute path, or one relative to where the user stands
};

MachOName machoNameKind(const QString &load);

/// The key of a load command in a process: one name means different files where it is relative to the asking one.
QString machOKey(const BundledFile &asker, const QString &load);

/// Finds libraries as dyld does.
class MachOResolver
{
public:
    MachOResolver(const PortabilityCheck &check, StepBudget &budget)
        : m_check(check)
        , m_budget(budget)
    {
    }

    LoadedProcess load(const BundledFile &root, const MachOContext &context);
    /// The LC_RPATHs of a file, as they expand.
    QList<SearchFolder> rPathOf(const BundledFile &file, const MachOContext &context) const;

private:
    /// One load command on its way.
    struct Search
    {
        const MachOContext &context;
        const BundledFile *root;
        LoadedProcess::Loaded asker;
        const MachOLoad &load;
        ResolutionStep step;
        const BundledFile *found = nullptr;
        const BundledFile *passedOver = nullptr;
    };

    void resolve(LoadedProcess &process, const MachOContext &context, int asker, const MachOLoad &load);
    void searchDyldPath(Search &search) const;
    void searchRPath(Search &search) const;
    void searchBeside(Search &search) const;
    void searchCurrentFolder(Search &search) const;
    void take(Search &search, const BundledFile *file, const QString &via) const;
    SearchFolder expand(const QString &stored, const QString &file, const MachOContext &context) const;
    const BundledFile *elsewhere(const QString &name, const MachOContext &context) const;

    const PortabilityCheck &m_check;
    StepBudget &m_budget;
    int m_lookups = 3'000'000;
};

} // namespace unmoor
