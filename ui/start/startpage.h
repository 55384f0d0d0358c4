// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/start/projectmodel.h"

#include <QKeySequence>
#include <QWidget>
#include <functional>

class QAction;
class QListView;
class QPushButton;
class QVBoxLayout;

namespace unmoor {

class StartCard;

/// One thing that this machine has or lacks: "Nix 2.26.3".
struct MachineFact
{
    theme::State state = theme::State::Done;
    QString text; ///< of what it lacks: what that is needed for
    QString detail = {}; ///< more, in the tooltip; may be empty

    bool operator==(const MachineFact &) const = default;
};

/// What the window shows while no project is open.
class StartPage : public QWidget
{
    Q_OBJECT
public:
    explicit StartPage(QWidget *parent = nullptr);

    void setProjects(const QList<RecentProject> &projects);
    void setMachine(const QList<MachineFact> &facts);
    void setSignedIn(bool signedIn); ///< hides the offer to sign in

    QListView *projectList() const { return m_list; }

Q_SIGNALS:
    void openRequested(); ///< a folder is still to be chosen
    void projectActivated(const unmoor::RecentProject &project);
    void pinRequested(const unmoor::RecentProject &project, bool pinned);
    void forgetRequested(const unmoor::RecentProject &project); ///< its folder stays as it is
    void forgetMissingRequested();
    void folderRequested(const unmoor::RecentProject &project); ///< to be shown
    void cloneRequested();
    void rehearsalRequested();
    void setUpRequested();
    void signInRequested();

private:
    QWidget *makeTitle();
    QWidget *makeRecent();
    QWidget *makeWelcome();
    QWidget *makeOffers();
    void makeProjectActions();
    QAction *addProjectAction(const QString &text, const QKeySequence &key,
                              const std::function<void(const RecentProject &)> &run);
    void showProjectMenu(const QPoint &place);
    void updateProjectActions();

    ProjectModel m_model;
    QListView *m_list;
    QWidget *m_welcome; ///< in the list's place while there is no project in it
    QAction *m_pin = nullptr;
    QPushButton *m_forget;
    StartCard *m_signIn;
    QWidget *m_machine;
    QVBoxLayout *m_facts;
};

} // namespace unmoor
