// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/livenotes.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <memory>

namespace unmoor {

/// What a text means for the release.
struct NotesReading
{
    LiveNotes live;
    QString sent; ///< what the host gets, blocks included
    qsizetype characters = 0; ///< of sent
};

/// Reads a section while it is typed: a short one at once, a long one beside the window, where a newer text takes the
/// place of one that waits.
class NotesReader : public QObject
{
    Q_OBJECT
public:
    using MakeSent = std::function<QString(const QString &section)>;

    explicit NotesReader(QObject *parent = nullptr);

    /// The file on disk is another one; \a section: nullopt where there is nothing to read.
    void setBase(const Changelog &changelog, const std::optional<ChangelogSection> &section,
                 const NotesContext &context);
    /// What the release will say for a section. Called in other threads too.
    void setMakeSent(const MakeSent &makeSent) { m_makeSent = makeSent; }

    void read(const QString &body); ///< now, or beside
    void readNow(const QString &body);
    void readSoon(const QString &body); ///< together with what comes within a tenth of a second

Q_SIGNALS:
    void began();
    void finished(const unmoor::NotesReading &reading);

private:
    struct Work
    {
        std::shared_ptr<const LiveReader> reader; ///< null: nothing to read
        NotesReading reading;
    };

    bool isLong() const;
    std::function<Work()> work() const;
    void readBeside();
    void take(const Work &work);

    Changelog m_changelog;
    std::optional<ChangelogSection> m_section;
    NotesContext m_context;
    MakeSent m_makeSent;
    QString m_body;
    std::shared_ptr<const LiveReader> m_reader; ///< null: not made yet, or nothing to read
    int m_bases = 0; ///< how many files there were
    bool m_isReading = false;
    bool m_isOutdated = false; ///< what is read beside
    QTimer m_soon;
    QThreadPool m_pool; ///< last: it ends its work before the rest goes
};

} // namespace unmoor
