// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/finding.h"
#include "app/release/bodymerge.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace unmoor {

class Banner;

/// What a person has to know or decide about the notes, one thing at a time, above them.
class NotesNotice : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { None, Absent, NotSaved, Aside, Host, Restored };
    enum class Answer {
        ReadAgain,
        TakeFix, ///< that showAbsence() offered
        KeepBoth, ///< what was set aside, with the file's own changes
        MergeAside,
        BringAsideBack,
        DiscardAside,
        KeepRestored,
        DiscardRestored,
        MergeHost,
        TakeHost,
        KeepFile, ///< over the host's text
        SendFile,
    };

    explicit NotesNotice(QWidget *parent = nullptr);

    Kind kind() const { return m_kind; }
    QString title() const; ///< empty where nothing is shown
    void setCovered(bool covered); ///< something else is in the way: it stays, and is not to be seen

    void clear();
    /// There is no section. \a isSaid: elsewhere already, so nothing is shown here. \a fix: how it can be mended;
    /// empty: not at a click.
    void showAbsence(const Finding &finding, const QString &fix, bool isSaid);
    void showNotSaved(const QString &fileName, const QString &why);
    void showAside(const QString &fileName, bool canKeepBoth);
    void showRestored();
    void showHost(BodyMerge::Who changed);

Q_SIGNALS:
    void answered(unmoor::NotesNotice::Answer answer);

private:
    void showBanner(Kind kind, theme::State state, const QString &title, const QString &text);
    void offer(const QString &text, Answer answer);
    void updateVisible();

    Banner *m_banner;
    Kind m_kind = Kind::None;
    bool m_isCovered = false;
};

} // namespace unmoor
