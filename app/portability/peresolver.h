// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portability/loadedprocess.h"

namespace unmoor {

/// A DLL name as Windows compares it.
QString peKey(const QString &dll);

/// Finds DLLs as Windows does when it starts a program, without what a user's PATH may add.
class PeResolver
{
public:
    PeResolver(const PortabilityCheck &check, StepBudget &budget);

    /// \a folders are the program's own, or for a DLL that is opened later its own and those of the programs.
    LoadedProcess load(const BundledFile &root, const QStringList &folders);

private:
    struct Search
    {
        const BundledFile *root;
        const QStringList &folders;
        QString dll;
        bool isDelayed = false;
        ResolutionStep step = {};
        const BundledFile *found = nullptr;
        const BundledFile *passedOver = nullptr;
    };

    void resolve(LoadedProcess &process, const QStringList &folders, int asker, const QString &dll, bool isDelayed);
    void searchFolders(Search &search) const;
    void searchElsewhere(Search &search) const;

    StepBudget &m_budget;
    int m_lookups = 3'000'000;
    QHash<QString, QHash<QString, const BundledFile *>> m_folders; // names in lower case
    QHash<QString, QList<const BundledFile *>> m_byName;
};

} // namespace unmoor
