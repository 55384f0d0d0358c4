// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portability/loadedprocess.h"

#include <algorithm>

namespace unmoor {

void LoadedProcess::add(const QString &key, int asker, ResolutionStep step, const BundledFile *file,
                        const BundledFile *passedOverFile)
{
    step.neededBy = loaded.at(asker).file->path;
    step.depth = loaded.at(asker).depth;
    step.path = file ? file->path : QString();
    stepOf.insert(key, steps.size());
    steps.append(std::move(step));
    stepFiles.append(file);
    stepAskers.append(asker);
    passedOver.append(passedOverFile);
}

QString LoadedProcess::chainTo(qsizetype step) const
{
    QStringList names{steps.at(step).name};
    for (int i = stepAskers.at(step); i >= 0; i = loaded.at(i).asker)
        names.append(loaded.at(i).name);
    std::ranges::reverse(names);
    return chainText(names);
}

QList<ResolutionStep> ChainReader::read(const LoadedProcess &process, const BundledFile &library)
{
    QList<std::pair<const BundledFile *, int>> askers{{&library, 0}};
    QSet<qsizetype> seen;
    QList<ResolutionStep> chain;
    for (qsizetype i = 0; i < askers.size(); ++i) {
        const auto [asker, depth] = askers.at(i);
        if (m_lookups < 0)
            return {};
        const auto names = m_names(*asker);
        for (const auto &[name, key] : names) {
            // Half a chain would look like a whole one.
            if (--m_lookups < 0)
                return {};
            const qsizetype index = process.stepOf.value(key, -1);
            if (index < 0 || seen.contains(index))
                continue;
            if (!m_steps.take())
                return {};
            seen.insert(index);
            ResolutionStep step = process.steps.at(index);
            step.name = name;
            step.neededBy = asker->path;
            step.depth = depth;
            chain.append(step);
            if (isFound(step))
                askers.append({process.stepFiles.at(index), depth + 1});
        }
    }
    return chain;
}

void addNewFolders(QList<SearchFolder> &all, const QList<SearchFolder> &more)
{
    constexpr qsizetype most = 32;
    for (const SearchFolder &folder : more) {
        const bool isKnown = std::ranges::any_of(
            all, [&](const SearchFolder &known) { return known.kind == folder.kind && known.path == folder.path; });
        if (!isKnown && all.size() < most)
            all.append(folder);
    }
}

bool isFound(const ResolutionStep &step)
{
    return step.outcome == ResolutionStep::Outcome::Bundled || step.outcome == ResolutionStep::Outcome::Unsafe;
}

} // namespace unmoor
