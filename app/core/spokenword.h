// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace unmoor {

/// What people read in place of \a name, a word of the documents ("passed", "left-out", "no-op"), in their language. A
/// name without such a word stays as it is. Documents have the name.
inline QString spokenWord(const QString &name)
{
    using Word = std::pair<const char *, const char *>;
    static constexpr Word words[]{// gates, and steps of publishing and taking back
                                  {"passed", QT_TRANSLATE_NOOP("Unmoor", "passed")},
                                  {"failed", QT_TRANSLATE_NOOP("Unmoor", "failed")},
                                  {"skipped", QT_TRANSLATE_NOOP("Unmoor", "skipped")},
                                  {"done", QT_TRANSLATE_NOOP("Unmoor", "done")},
                                  // forecasts
                                  {"no-op", QT_TRANSLATE_NOOP("Unmoor", "nothing to build")},
                                  {"cached", QT_TRANSLATE_NOOP("Unmoor", "cached")},
                                  {"warm", QT_TRANSLATE_NOOP("Unmoor", "warm")},
                                  {"cold", QT_TRANSLATE_NOOP("Unmoor", "cold")},
                                  {"unbuildable", QT_TRANSLATE_NOOP("Unmoor", "cannot be built")},
                                  {"unknown", QT_TRANSLATE_NOOP("Unmoor", "not known")},
                                  // builds
                                  {"built", QT_TRANSLATE_NOOP("Unmoor", "built")},
                                  {"adopted", QT_TRANSLATE_NOOP("Unmoor", "adopted")},
                                  {"canceled", QT_TRANSLATE_NOOP("Unmoor", "canceled")},
                                  {"left-out", QT_TRANSLATE_NOOP("Unmoor", "left out")},
                                  // findings
                                  {"error", QT_TRANSLATE_NOOP("Unmoor", "error")},
                                  {"warning", QT_TRANSLATE_NOOP("Unmoor", "warning")},
                                  {"info", QT_TRANSLATE_NOOP("Unmoor", "info")},
                                  // files of a release
                                  {"verified", QT_TRANSLATE_NOOP("Unmoor", "verified")},
                                  {"missing", QT_TRANSLATE_NOOP("Unmoor", "missing")},
                                  {"broken", QT_TRANSLATE_NOOP("Unmoor", "broken")},
                                  {"different", QT_TRANSLATE_NOOP("Unmoor", "different")},
                                  {"unverified", QT_TRANSLATE_NOOP("Unmoor", "unverified")},
                                  {"unexpected", QT_TRANSLATE_NOOP("Unmoor", "unexpected")}};
    const auto known = std::ranges::find_if(words, [&](const Word &word) { return name == QLatin1String(word.first); });
    return known == std::end(words) ? name : QCoreApplication::translate("Unmoor", known->second);
}

/// How many characters a column of \a words takes.
inline int columnWidth(const QStringList &words)
{
    qsizetype widest = 0;
    for (const QString &word : words)
        widest = std::max(widest, word.size());
    return int(widest);
}

} // namespace unmoor
