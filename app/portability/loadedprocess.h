// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portability/portabilitycheck.h"

#include <functional>

namespace unmoor {

/// What one process loads when it starts, breadth first as loaders do it.
struct LoadedProcess
{
    struct Loaded
    {
        const BundledFile *file = nullptr;
        int asker = -1; ///< index; -1 for the root
        int depth = 0;
        QString name; ///< by which it was asked for
        QList<SearchFolder> rPath; ///< its own and those of the files that loaded it
    };

    QList<Loaded> loaded; ///< the first is the root
    QList<ResolutionStep> steps;
    QList<const BundledFile *> stepFiles; ///< one for each step; null: not in the archive
    QList<int> stepAskers; ///< one for each step: index into loaded
    QList<const BundledFile *> passedOver; ///< one for each step: found on the way, but not for this processor
    QHash<QString, qsizetype> stepOf; ///< by every name that a loaded file answers to

    const BundledFile *root() const { return loaded.first().file; }
    const BundledFile *askerOf(qsizetype step) const { return loaded.at(stepAskers.at(step)).file; }
    /// Notes what became of one name under \a key.
    void add(const QString &key, int asker, ResolutionStep step, const BundledFile *file,
             const BundledFile *passedOverFile = nullptr);
    /// main → libbar.so.1 → the name of the step.
    QString chainTo(qsizetype step) const;
};

/// The part of a process that one of its libraries asks for.
class ChainReader
{
public:
    /// \a names: what a file asks for, and the key of each.
    using Names = std::function<QList<std::pair<QString, QString>>(const BundledFile &)>;

    explicit ChainReader(Names names)
        : m_names(std::move(names))
    {
    }

    /// Empty where nothing is asked for, or where the archive is too large to say it for each of its libraries.
    QList<ResolutionStep> read(const LoadedProcess &process, const BundledFile &library);

private:
    Names m_names;
    StepBudget m_steps;
    int m_lookups = 2'000'000;
};

/// \a more without what \a all has already, up to a bound.
void addNewFolders(QList<SearchFolder> &all, const QList<SearchFolder> &more);

bool isFound(const ResolutionStep &step); ///< in the archive, and loaded

} // namespace unmoor
