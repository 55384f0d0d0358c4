// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/start/projectmodel.h"

#include <QWidget>

class QHBoxLayout;
class QListView;
class QPushButton;
class QVBoxLayout;

namespace unmoor {

class StartCard;

/// One thing that this machine has or lacks: "Nix 2.26.3".
struct MachineFact
{
    theme::State state = theme::State::Done;
    QString text;

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
    void forgetMissingRequested();
    void rehearsalRequested();
    void setUpRequested();
    void signInRequested();

private:
    QWidget *makeTitle();
    QWidget *makeRecent();
    QWidget *makeOffers();

    ProjectModel m_model;
    QListView *m_list;
    QPushButton *m_forget;
    StartCard *m_signIn;
    QWidget *m_machine;
    QVBoxLayout *m_facts;
};

} // namespace unmoor
