// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/notesnotice.h"

#include "ui/widgets/banner.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace unmoor {

NotesNotice::NotesNotice(QWidget *parent)
    : QWidget(parent)
    , m_banner(new Banner)
{
    auto *around = new QVBoxLayout(this);
    around->setContentsMargins(theme::space::m, theme::space::s, theme::space::m, theme::space::s);
    around->addWidget(m_banner);
    hide();
}

QString NotesNotice::title() const
{
    return m_banner->isHidden() ? QString() : m_banner->title();
}

void NotesNotice::setCovered(bool covered)
{
    m_isCovered = covered;
    updateVisible();
}

void NotesNotice::updateVisible()
{
    setVisible(!m_isCovered && !m_banner->isHidden());
}

void NotesNotice::clear()
{
    m_kind = Kind::None;
    m_banner->clear();
    updateVisible();
}

void NotesNotice::showBanner(Kind kind, theme::State state, const QString &title, const QString &text)
{
    m_kind = kind;
    m_banner->clearActions();
    m_banner->showMessage(state, title, text);
    updateVisible();
}

void NotesNotice::offer(const QString &text, Answer answer)
{
    connect(m_banner->addAction(text), &QPushButton::clicked, this, [this, answer] { Q_EMIT answered(answer); });
}

void NotesNotice::showAbsence(const Finding &finding, const QString &fix, bool isSaid)
{
    clear();
    m_kind = Kind::Absent;
    if (isSaid)
        return;
    showBanner(Kind::Absent, theme::State::Error, finding.message, finding.hint);
    if (!fix.isEmpty())
        offer(fix, Answer::TakeFix);
    offer(tr("&Read again"), Answer::ReadAgain);
}

void NotesNotice::showNotSaved(const QString &fileName, const QString &why)
{
    showBanner(Kind::NotSaved, theme::State::Error, tr("%1 was not saved").arg(fileName), why);
    offer(tr("&Reload from disk"), Answer::ReadAgain);
}

void NotesNotice::showAside(const QString &fileName, bool canKeepBoth)
{
    showBanner(Kind::Aside, theme::State::Warning, tr("%1 changed on disk while it was edited here").arg(fileName),
               tr("The section is shown as it is on disk; your text was set aside. Bringing it back "
                  "replaces what is shown, and can be undone."));
    if (canKeepBoth)
        offer(tr("&Keep both changes"), Answer::KeepBoth);
    offer(tr("&Merge"), Answer::MergeAside);
    offer(tr("&Bring my text back"), Answer::BringAsideBack);
    offer(tr("&Discard my text"), Answer::DiscardAside);
}

/// A person must see that this is not the file's text, and be able to do without it.
void NotesNotice::showRestored()
{
    showBanner(Kind::Restored, theme::State::Note, tr("Your unsaved text is back"),
               tr("It was typed earlier and never saved. It stands in the section again, and is not saved yet."));
    offer(tr("&Keep it"), Answer::KeepRestored);
    offer(tr("&Discard it"), Answer::DiscardRestored);
}

void NotesNotice::showHost(BodyMerge::Who changed)
{
    showBanner(Kind::Host, theme::State::Warning,
               changed == BodyMerge::Who::Theirs ? tr("The notes were edited on GitHub")
                                                 : tr("The notes differ from those on GitHub"),
               tr("Publishing would replace what stands there. Taking it brings its text into the section, which can "
                  "be undone."));
    offer(tr("&Merge"), Answer::MergeHost);
    offer(tr("&Take GitHub's text"), Answer::TakeHost);
    offer(tr("&Keep the file's"), Answer::KeepFile);
    offer(tr("&Send the file's…"), Answer::SendFile);
}

} // namespace unmoor
