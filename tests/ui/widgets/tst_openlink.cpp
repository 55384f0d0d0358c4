// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/linktarget.h"
#include "ui/widgets/openlink.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLabel>
#include <QMessageBox>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace unmoor;
using namespace Qt::StringLiterals;

/// With a desktop and an editor that write down what they are given.
class TestOpenLink : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_checkout;
    QList<QUrl> m_opened;
    std::unique_ptr<QWidget> m_window;
    const QStringList m_schemes{u"http"_s, u"https"_s, u"file"_s, u"mailto"_s, u"javascript"_s};

    QMessageBox *box() const { return m_window->findChild<QMessageBox *>(); }

    QString textOf(const QMessageBox &box) const { return box.text() + u'\n' + box.informativeText(); }

    void click(const QString &label) const
    {
        QVERIFY(box());
        for (QAbstractButton *button : box()->buttons())
            if (button->text().remove(u'&') == label)
                return button->click();
        QFAIL("There is no such button.");
    }

    void open(const QString &link)
    {
        openForeignLink(m_window.get(), QUrl(link),
                        {.root = m_checkout, .folder = {}, .ownPage = QUrl(u"https://github.com/owner/name"_s)});
    }

    void write(const QString &path, const QByteArray &bytes, bool isProgram = false) const
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        if (isProgram)
            QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

public Q_SLOTS:
    void openedByTheDesktop(const QUrl &url) { m_opened += url; }

private Q_SLOTS:
    void initTestCase()
    {
        m_checkout = QFileInfo(m_dir.path()).canonicalFilePath() + u"/checkout"_s;
        QVERIFY(QDir().mkpath(m_checkout));
        write(m_checkout + u"/guide.md"_s, "text");
        write(m_dir.filePath(u"secret.txt"_s), "text");
        for (const QString &scheme : m_schemes)
            QDesktopServices::setUrlHandler(scheme, this, "openedByTheDesktop");
    }
    void cleanupTestCase()
    {
        for (const QString &scheme : m_schemes)
            QDesktopServices::unsetUrlHandler(scheme);
    }
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_opened.clear();
        qunsetenv("VISUAL");
        qunsetenv("EDITOR");
    }

    void whatNoProgramOpensIsSaidWithItsPath()
    {
        for (const QString &scheme : m_schemes)
            QDesktopServices::unsetUrlHandler(scheme);
        const auto handled = qScopeGuard([this] {
            for (const QString &scheme : m_schemes)
                QDesktopServices::setUrlHandler(scheme, this, "openedByTheDesktop");
        });
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", ""); // no xdg-open
        const auto restored = qScopeGuard([path] { qputenv("PATH", path); });
        const QString file = m_checkout + u"/guide.md"_s;
        openLinkOrSay(m_window.get(), QUrl::fromLocalFile(file));
        QVERIFY(box());
        QVERIFY(textOf(*box()).contains(file));
        click(u"Copy the path"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), file);
    }

    void pageOpensAfterAQuestionThatShowsTheWholeAddress()
    {
        const QString address = u"https://example.org/%3Cb%3E/a?b#c"_s;
        open(address);
        QVERIFY(m_opened.isEmpty());
        QVERIFY(box());
        QVERIFY2(textOf(*box()).contains(address), qPrintable(textOf(*box())));
        for (const QLabel *label : box()->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        click(u"Open"_s);
        QCOMPARE(m_opened, QList<QUrl>{QUrl(address)});
    }

    void pageThatIsNotWantedStaysClosed()
    {
        open(u"https://example.org"_s);
        click(u"Cancel"_s);
        QVERIFY(m_opened.isEmpty());
    }

    void knownPageOpensAtOnce()
    {
        open(u"https://github.com/owner/name/issues/12"_s);
        QVERIFY(!box());
        QCOMPARE(m_opened.size(), 1);
    }

    void otherSchemesAndFilesAreRefusedInWords_data()
    {
        QTest::addColumn<QString>("link");
        QTest::newRow("script") << u"javascript:alert(1)"_s;
        QTest::newRow("mail") << u"mailto:a@example.org"_s;
        QTest::newRow("file") << u"file:///etc/passwd"_s;
        QTest::newRow("way out") << u"../secret.txt"_s;
    }
    void otherSchemesAndFilesAreRefusedInWords()
    {
        QFETCH(QString, link);
        open(link);
        QVERIFY(m_opened.isEmpty());
        QVERIFY(box());
        QVERIFY2(box()->text().contains(u"opened"_s), qPrintable(box()->text()));
    }

    void fileOfTheCheckoutOpensInTheEditor()
    {
        const QString said = m_dir.filePath(u"said"_s);
        write(m_dir.filePath(u"code"_s),
              "#!/bin/sh\nprintf %s \"$*\" > " + said.toUtf8() + ".new && mv " + said.toUtf8() + ".new " + said.toUtf8()
                  + "\n",
              true);
        qputenv("VISUAL", m_dir.filePath(u"code"_s).toUtf8());
        open(u"guide.md"_s);
        QTRY_VERIFY(QFile::exists(said));
        QFile file(said);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), (m_checkout + u"/guide.md"_s).toUtf8());
        QVERIFY(m_opened.isEmpty());
    }

    void withoutAnEditorTheDesktopShowsTheText()
    {
        open(u"guide.md"_s);
        QCOMPARE(m_opened, QList<QUrl>{QUrl::fromLocalFile(m_checkout + u"/guide.md"_s)});
    }
};

QTEST_MAIN(TestOpenLink)
#include "tst_openlink.moc"
