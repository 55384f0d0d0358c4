// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/project/gitrepository.h"
#include "ui/start/clonedialog.h"

#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

/// The dialog with the real git.
class CloneDialogTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_place;
    QPointer<CloneDialog> m_dialog;

private Q_SLOTS:
    void initTestCase() { isolateGit(); }

    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_dialog = new CloneDialog(m_place->path());
        m_dialog->open();
    }

    void cleanup() { delete m_dialog; }

    void onlyWhatGitMayBeGivenCanBeCloned()
    {
        QVERIFY(!m_dialog->cloneButton()->isEnabled());
        QTest::keyClicks(m_dialog->addressField(), u"ext::sh"_s);
        QVERIFY(!m_dialog->cloneButton()->isEnabled());
        QVERIFY(m_dialog->message().contains(u"start a program"_s));
        m_dialog->addressField()->setText(u"https://github.com/o/n.git"_s);
        QVERIFY(m_dialog->cloneButton()->isEnabled());
        QCOMPARE(m_dialog->folder(), m_place->filePath(u"n"_s));
        m_dialog->placeField()->setText(u"src"_s); // of whom?
        QVERIFY(!m_dialog->cloneButton()->isEnabled());
    }

    void aCloneSaysWhereItIsAndTheDialogGoes()
    {
        const GitRepository origin;
        origin.commit(u"a.txt"_s, "words\n");
        QSignalSpy cloned(m_dialog, &CloneDialog::cloned);
        m_dialog->addressField()->setText(u"file://"_s + origin.path());
        QTest::keyClick(m_dialog->addressField(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(cloned.size(), 1, 30'000);
        const QString folder = cloned.first().first().toString();
        QVERIFY(QFile::exists(folder + u"/a.txt"_s));
        QTRY_VERIFY(!m_dialog);
    }

    void aFailureIsSaidAndCanBeTriedAgain()
    {
        m_dialog->addressField()->setText(m_place->filePath(u"none"_s));
        QTest::mouseClick(m_dialog->cloneButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_dialog->message().contains(u"already"_s)
                                     || m_dialog->message().contains(u"There is no repository"_s),
                                 30'000);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(m_dialog->cloneButton()->isEnabled());
    }

    /// A host that takes the connection and says nothing.
    void stopEndsTheCloneAndKeepsTheDialog()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        m_dialog->addressField()->setText(u"https://127.0.0.1:%1/o/n"_s.arg(silent.serverPort()));
        QTest::mouseClick(m_dialog->cloneButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(silent.hasPendingConnections(), 30'000);
        QVERIFY(!m_dialog->addressField()->isEnabled());
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(m_dialog->message().contains(u"Canceled"_s), 30'000);
        QVERIFY(m_dialog->isVisible() && m_dialog->addressField()->isEnabled());
        QVERIFY(!QFileInfo::exists(m_place->filePath(u"n"_s)));
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
    }
};

QTEST_MAIN(CloneDialogTest)
#include "tst_clonedialog.moc"
