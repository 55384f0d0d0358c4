// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/binary/bundle.h"
#include "app/core/format.h"
#include "app/launcher/launcher.h"
#include "app/portability/portability.h"

#include <QSet>

namespace unmoor {

/// What the checks of the three formats share.
struct PortabilityCheck
{
    const Bundle &bundle;
    const Launchers &launchers;
    const PortabilityTarget *target = nullptr; ///< null: each file is judged by itself
    QList<const BundledFile *> files; ///< programs and libraries that are what the target runs, and whole
    QSet<const BundledFile *> rejected; ///< those that are not; a finding says so already
    QSet<const BundledFile *> copies; ///< same bytes as an earlier one: what is in the file itself is reported there
    QSet<QString> mentioned = {}; ///< every word of the archive's texts that could be a file name
    PortabilityReport &report;

    void add(Severity severity, const QString &code, const QString &path, const QString &message, const QString &hint)
    {
        report.findings.append({severity, code, path, message, hint});
    }
    /// Adds \a finding, unless the same cause was reported before; a more severe one replaces it.
    void addOnce(const QString &cause, const Finding &finding);
    /// Whether a script or text of the archive names the file, or a variable of a launcher leads to it.
    bool isMentioned(const BundledFile *file) const;

    QHash<QString, qsizetype> byCause = {}; ///< index of the finding
};

/// Names of one kind that are counted in an archive, and folders of one list that are searched. More are passed over.
inline constexpr qsizetype mostNames = 2'000'000;
inline constexpr qsizetype mostSearchFolders = 32;

/// Bounds the work on archives that were made to cost time: where it is used up, resolution ends, and nothing is said
/// about what was not looked at.
struct StepBudget
{
    int left = 100'000;
    bool take() { return left > 0 && left-- > 0; }
    bool isUsedUp() const { return left <= 0; }
};

void checkElf(PortabilityCheck &check);
void checkMachO(PortabilityCheck &check);
void checkPe(PortabilityCheck &check);

/// The processors of Macs that a universal program runs on, in the words of BinaryFacts::machines().
const QStringList &universalMachines();

/// Symbols that are worth a word about stripping.
void checkSymbols(PortabilityCheck &check, const BundledFile &file, qint64 bytes, const QString &hint);
/// \a lacks are the ends of a sentence: "it is not position independent".
void checkHardening(PortabilityCheck &check, const BundledFile &file, const QStringList &lacks, const QString &hint);
void reportUnused(PortabilityCheck &check, const BundledFile &file);

/// " 2 more files ask for it." and its like; empty for none.
QString moreAskers(int others);

/// "main → libbar.so.1 → libfoo.so.2", by the names of files, shortened in the middle.
QString chainText(const QStringList &names);

} // namespace unmoor
