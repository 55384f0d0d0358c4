// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/prepare/preparer.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QButtonGroup;
class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace unmoor {

class StateIcon;

/// Prepares the next release, or begins what follows one: which version, what changes in the files, the commit, the
/// tag; then, agreed to on its own, the push. What was prepared earlier is shown to be pushed, finished or taken back.
/// Deletes itself.
class PrepareDialog : public QDialog
{
    Q_OBJECT
public:
    /// \a mayPush: false in a rehearsal, whose host is not where git pushes to. \a wanted: the version that is chosen
    /// at first, as planPrepare() takes it; empty: the proposed one.
    PrepareDialog(const QString &directory, const QString &stateDir, bool mayPush, const QString &wanted = {},
                  const PullHost &host = {}, Preparer::Purpose purpose = Preparer::Purpose::Release,
                  QWidget *parent = nullptr);

    Preparer &preparer() { return m_preparer; }
    QPushButton *prepareButton() const { return m_prepare; }
    QPushButton *pushButton() const { return m_push; }
    QPushButton *pullButton() const { return m_pull; }
    QPushButton *takeBackButton() const { return m_takeBack; }
    QPushButton *closeButton() const { return m_close; }
    QLineEdit *versionField() const { return m_version; }
    QList<QRadioButton *> choices() const;
    QString message() const; ///< what it says first: how things stand
    QString shownEdits() const; ///< the text of all differences
    QString log() const;

Q_SIGNALS:
    void checkoutChanged(); ///< there are other commits, tags or files in it than before

public Q_SLOTS:
    void reject() override; ///< stops what is being done; closes where nothing is

private:
    bool isChanging() const;
    QWidget *makeChoices();
    QWidget *makeLeft();
    QWidget *makeRight();
    QLayout *makeButtons();
    void refresh();
    void showChoices();
    void chooseTyped();
    void showFacts();
    void addFact(const QString &name, const QString &value, bool isMono = false);
    void showEdits();
    void showSteps();
    void showMessage();
    void showButtons();
    void append(const QString &line);
    void say(std::optional<theme::State> state, const QString &text);

    Preparer m_preparer;
    bool m_mayPush;
    StateIcon *m_icon;
    QLabel *m_words;
    QWidget *m_choiceBox;
    QVBoxLayout *m_choiceColumn;
    QButtonGroup *m_choices;
    QList<NextVersion> m_shownChoices;
    QRadioButton *m_other;
    QLineEdit *m_version;
    QWidget *m_factBox;
    QGridLayout *m_facts = nullptr;
    QLabel *m_stepTitle;
    QWidget *m_stepBox;
    QVBoxLayout *m_stepColumn;
    QList<Preparer::Step> m_shownSteps;
    QWidget *m_editBox;
    QVBoxLayout *m_editColumn;
    QList<FileEdit> m_shownEdits;
    QLabel *m_editTitle;
    QPlainTextEdit *m_log;
    QCheckBox *m_keepEdits;
    QPushButton *m_takeBack;
    QPushButton *m_close;
    QPushButton *m_prepare;
    QPushButton *m_pull;
    QPushButton *m_push;
};

} // namespace unmoor
