// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/binary/basesystem.h"
#include "app/portability/loadedprocess.h"

namespace unmoor {

/// Whether \a file is a program to a loader. glibc's libc.so.6 can be started, too, but is a library.
bool isElfProgram(const BundledFile &file);

/// Made for a system that uses ELF, but not for Linux: its loader follows other rules.
bool isForeignElf(const ElfFacts &elf);

/// A RUNPATH or RPATH element as the loader expands it.
SearchFolder expandRunPath(const QString &stored, const QString &file, const Bundle &bundle);

/// Who starts a program, and whether that works.
struct ElfInterpreter
{
    enum class Kind {
        None, ///< static
        System,
        Explicit, ///< a launcher starts the loader of the archive
        Relative,
        InStore,
        Missing, ///< absolute, and no system has it
        NotJudged, ///< of a processor that is not known
    };

    Kind kind = Kind::None;
    const BundledFile *loader = nullptr; ///< in the archive
    QString folder; ///< Relative: where the user has to stand, in the archive
    ResolutionStep step;

    bool isBundled() const { return loader && (kind == Kind::Explicit || kind == Kind::Relative); }
};

/// By what a process looks for libraries, besides what is in its files.
struct ElfContext
{
    QList<SearchFolder> libraryPath;
    QList<SearchFolder> outerRPath; ///< of programs that may open a plugin
    const BundledFile *loader = nullptr; ///< bundled, and loaded already
    LibcKind libc = LibcKind::Glibc;
    bool hostHasCxx = false; ///< a program outside of the archive brings the C++ library
};

struct ElfProcess : LoadedProcess
{
    ElfContext context;
};

/// Finds libraries as ld.so of glibc does, or that of musl.
class ElfResolver
{
public:
    ElfResolver(const PortabilityCheck &check, StepBudget &budget);

    ElfInterpreter interpreter(const BundledFile &program) const;
    LibcKind libcOf(const ElfFacts &elf) const;
    ElfProcess load(const BundledFile &root, const ElfContext &context);

private:
    /// Folders in the loader's order, each once, and how they are shown.
    struct Order
    {
        QList<SearchFolder> folders;
        QStringList shown;
    };

    const QList<SearchFolder> &runPath(const BundledFile *file);
    const QList<SearchFolder> &ownRPath(const BundledFile *file, bool isMusl);
    Order searchOrder(const ElfProcess &process, const ElfProcess::Loaded &asker);
    void resolve(ElfProcess &process, int asker, const Order &order, const QString &name);
    void resolvePath(ElfProcess &process, int asker, const QString &name);
    void search(ElfProcess &process, int asker, const Order &order, const QString &name);
    void finish(ElfProcess &process, int asker, ResolutionStep step, const BundledFile *file,
                const BundledFile *passedOver);
    const BundledFile *elsewhere(const QString &name, const BundledFile &root) const;

    const PortabilityCheck &m_check;
    StepBudget &m_budget;
    int m_lookups = 3'000'000;
    QHash<const BundledFile *, QList<SearchFolder>> m_runPaths;
    QHash<const BundledFile *, QList<SearchFolder>> m_rPaths;
    QHash<QString, const BundledFile *> m_bySoname;
};

} // namespace unmoor
