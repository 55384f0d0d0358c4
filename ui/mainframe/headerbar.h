// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/start/projectmodel.h"

#include <QWidget>
#include <optional>

class QLabel;
class QMenu;
class QToolButton;

namespace unmoor {

class Chip;
class ElidedLabel;

/// What the window is about: the project, the version that becomes a tag, the checkout; and who releases it.
class HeaderBar : public QWidget
{
    Q_OBJECT
public:
    /// The checkout, as git has it.
    struct Source
    {
        QString branch; ///< empty: detached
        QString commit; ///< 40 hex digits; empty: not known yet
        bool dirty = false;
        bool isTreeKnown = true; ///< the files were compared with the commit
        bool isOld = false; ///< it is another on disk by now

        bool operator==(const Source &) const = default;
    };
    /// Whose name releases carry.
    struct Account
    {
        QString host; ///< "github.com", or "rehearsal stand-in"
        QString user; ///< empty: nobody is signed in
        QString detail; ///< "signed in", "not signed in", "token expired"
        std::optional<theme::State> state;

        bool operator==(const Account &) const = default;
    };
    explicit HeaderBar(QWidget *parent = nullptr);

    void setMenu(QMenu *menu); ///< of the menu button; not owned
    void setProject(const QString &name); ///< empty: none is open
    void setRecentProjects(const QList<RecentProject> &projects);
    void setVersion(const QString &version, const QString &tag);
    void setSource(const std::optional<Source> &source);
    void setAccount(const Account &account);

Q_SIGNALS:
    void openProjectRequested();
    void recentProjectRequested(const unmoor::RecentProject &project);
    void startPageRequested();
    void sourceActivated();
    void commandPaletteRequested();
    void accountActivated();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitTexts(); ///< shorter words where the window is narrow
    void fitProject();
    bool isNarrow() const;

    QString m_name;
    Account m_account;
    QToolButton *m_menu;
    QToolButton *m_project;
    QMenu *m_projects;
    ElidedLabel *m_version;
    QLabel *m_arrow;
    ElidedLabel *m_tag;
    Chip *m_source;
    Chip *m_palette;
    Chip *m_accountChip;
};

} // namespace unmoor
