// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notes/changelogeditor.h"
#include "ui/notes/notespage.h"

#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

namespace unmoor {

inline const QByteArray sampleChangelog =
    "# Changelog\n\n## 1.0.5\n\n- One\n- Two\n\n### Fixed\n\n- Three\n\n## 1.0.4\n\n- Old\n";
inline const QString body = QStringLiteral("- One\n- Two\n\n### Fixed\n\n- Three");

/// A page of notes, and what people do with it.
class NotesPageFixture : public QObject
{
protected:
    std::unique_ptr<NotesPage> m_page;

    void show(const QByteArray &bytes, const QString &version = u"1.0.5"_s)
    {
        const Changelog changelog = Changelog::parse(bytes);
        m_page->setDocument(changelog, u"CHANGELOG.md"_s, version, u"minne v"_s + version);
        m_page->setNotes(releaseNotes(changelog, version, u"CHANGELOG.md"_s));
    }

    template <typename Part>
    Part *part() const
    {
        return m_page->findChild<Part *>();
    }

    QPlainTextEdit *hostText() const
    {
        for (auto *view : m_page->findChildren<QPlainTextEdit *>()) {
            if (view->accessibleName() == "Text that GitHub has"_L1)
                return view;
        }
        return nullptr;
    }

    /// A button of the page itself, whose text begins with \a text.
    QPushButton *buttonWith(const QString &text) const
    {
        for (auto *button : m_page->findChildren<QPushButton *>()) {
            if (button->text().remove(u'&').startsWith(text))
                return button;
        }
        return nullptr;
    }

    void typeAtTheEnd(const QString &text)
    {
        ChangelogEditor *editor = m_page->editor();
        editor->goToLine(editor->lastLine());
        QTest::keyClick(editor, Qt::Key_End);
        QTest::keyClicks(editor, text);
    }

    /// A button that can be seen, or can be by the next turns: a banner's own are shown then.
    QPushButton *button(const QString &text) const
    {
        QPushButton *found = nullptr;
        const auto isThere = [&] {
            for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
                if (button->isVisible() && button->text().remove(u'&') == text)
                    found = button;
            }
            return found != nullptr;
        };
        return QTest::qWaitFor(isThere) ? found : nullptr;
    }

    void showIn(const QByteArray &bytes)
    {
        m_page->setContext({.today = QDate(2026, 7, 8),
                            .tag = u"v1.0.5"_s,
                            .taggedVersions = {u"1.0.4"_s},
                            .webUrl = QUrl(u"https://github.com/owner/minne"_s),
                            .entriesIn = [](const QString &) { return QStringList{u"README.md"_s}; }});
        show(bytes);
    }

    void setUp()
    {
        m_page = std::make_unique<NotesPage>();
        m_page->resize(1000, 600);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        show(sampleChangelog);
    }
};

} // namespace unmoor
