// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/signindialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

DeviceCode code()
{
    return {"d3v1ce", u"WDJB-MJHT"_s, QUrl(u"https://github.com/login/device"_s), 900, 5};
}

QPushButton *button(const QWidget &in, const QString &words)
{
    for (auto *one : in.findChildren<QPushButton *>())
        if (one->text().remove(u'&').startsWith(words) && one->isVisible())
            return one;
    return nullptr;
}

bool shows(const QWidget &in, const QString &words)
{
    return std::ranges::any_of(in.findChildren<QLabel *>(), [&](const QLabel *label) {
        return label->isVisible() && label->text().contains(words);
    });
}

} // namespace

class SignInDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dialog = std::make_unique<SignInDialog>(u"github.com"_s);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog->show();
    }
    void cleanup() { m_dialog.reset(); }

    void whatWasTypedIsHandedOverAndTheDialogStaysOnAProblem()
    {
        QSignalSpy entered(m_dialog.get(), &SignInDialog::tokenEntered);
        QVERIFY(!m_dialog->signInButton()->isEnabled());
        QTest::keyClicks(m_dialog->tokenField(), u" abc "_s);
        QCOMPARE(m_dialog->tokenField()->echoMode(), QLineEdit::Password);
        QTest::mouseClick(m_dialog->signInButton(), Qt::LeftButton);
        QCOMPARE(entered.size(), 1);
        QCOMPARE(entered[0][0].toString(), u"github.com"_s);
        QCOMPARE(entered[0][1].toByteArray(), "abc");
        QVERIFY(!m_dialog->signInButton()->isEnabled());
        m_dialog->showProblem(u"github.com does not take this token."_s);
        QVERIFY(m_dialog->isVisible() && m_dialog->signInButton()->isEnabled());
        QCOMPARE(m_dialog->problem(), u"github.com does not take this token."_s);
    }

    void anotherHostIsNamedOnTheButtonAndWhereTokensAreMade()
    {
        QSignalSpy opened(m_dialog.get(), &SignInDialog::openPageRequested);
        m_dialog->hostField()->setText(u"Git.Example.org"_s);
        m_dialog->tokenField()->setText(u"abc"_s);
        QCOMPARE(m_dialog->signInButton()->text().remove(u'&'), u"Sign in to git.example.org"_s);
        QTest::mouseClick(button(*m_dialog, u"Create a token"_s), Qt::LeftButton);
        QCOMPARE(opened[0][0].toUrl().host(), u"git.example.org"_s);
        m_dialog->hostField()->setText(u"git example"_s);
        QVERIFY(!m_dialog->signInButton()->isEnabled());
        QVERIFY(!m_dialog->browserButton()->isEnabled());
    }

    void browserWithoutAnAppOpensTheTokenPageInstead()
    {
        QSignalSpy opened(m_dialog.get(), &SignInDialog::openPageRequested);
        QTest::mouseClick(m_dialog->browserButton(), Qt::LeftButton);
        QVERIFY(m_dialog->ownAppButton()->isHidden());
        m_dialog->offerTokenPage(u"Register an app and switch on Enable Device Flow."_s);
        QCOMPARE(opened.size(), 1);
        QVERIFY(opened[0][0].toUrl().query().contains("scopes=repo"_L1));
        QCOMPARE(m_dialog->focusWidget(), m_dialog->tokenField());
        QVERIFY(!shows(*m_dialog, u"Enable Device Flow"_s));
        QTest::mouseClick(m_dialog->ownAppButton(), Qt::LeftButton);
        QVERIFY(shows(*m_dialog, u"Enable Device Flow"_s));
        QCOMPARE(m_dialog->focusWidget(), m_dialog->clientIdField());
    }

    void aLongProblemLeavesRoomForEverything()
    {
        m_dialog->showProblem(u"github.com does not take this token. "_s.repeated(20));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        for (const QLabel *label : m_dialog->findChildren<QLabel *>())
            if (label->isVisible() && label->wordWrap())
                QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
        const QWidget *button = m_dialog->signInButton();
        QVERIFY(m_dialog->rect().contains(QRect(button->mapTo(m_dialog.get(), QPoint()), button->size())));
    }

    void browserWithoutAClientIdSaysWhatToSetUp()
    {
        QSignalSpy asked(m_dialog.get(), &SignInDialog::browserRequested);
        QTest::mouseClick(m_dialog->browserButton(), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        m_dialog->askForClientId(howToSetUpDeviceLogin(QUrl(u"https://api.github.com"_s)));
        QVERIFY(shows(*m_dialog, u"Enable Device Flow"_s));
        m_dialog->clientIdField()->setText(u"Iv1.0123 "_s);
        QTest::mouseClick(m_dialog->browserButton(), Qt::LeftButton);
        QCOMPARE(asked[1][1].toString(), u"Iv1.0123"_s);
    }

    void codeIsShownLargeAndCopied()
    {
        m_dialog->showCode(code());
        QCOMPARE(m_dialog->shownCode(), u"WDJB-MJHT"_s);
        QVERIFY(shows(*m_dialog, u"github.com/login/device"_s));
        QVERIFY(shows(*m_dialog, u"Good for another"_s));
        QTest::mouseClick(button(*m_dialog, u"Copy code"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"WDJB-MJHT"_s);
    }

    void goingBackCancelsTheBrowser()
    {
        QSignalSpy canceled(m_dialog.get(), &SignInDialog::browserCanceled);
        m_dialog->showCode(code());
        QTest::mouseClick(button(*m_dialog, u"Back"_s), Qt::LeftButton);
        QCOMPARE(canceled.size(), 1);
        QVERIFY(m_dialog->shownCode().isEmpty());
        QVERIFY(m_dialog->tokenField()->isVisible() && m_dialog->tokenField()->isEnabled());
    }

    void closingCancelsTheBrowser()
    {
        QSignalSpy canceled(m_dialog.get(), &SignInDialog::browserCanceled);
        m_dialog->showCode(code());
        m_dialog->reject();
        QCOMPARE(canceled.size(), 1);
    }

    void tokenThatCannotPublishIsExplainedWithItsPage()
    {
        const TokenReport report{.host = u"github.com"_s,
                                 .login = u"mara"_s,
                                 .accepted = true,
                                 .publish = TokenReport::Right::No,
                                 .message = u"The organization wants this token approved for single sign-on."_s,
                                 .hint = u"Approve it."_s,
                                 .page = QUrl(u"https://github.com/orgs/acme/sso"_s)};
        QSignalSpy opened(m_dialog.get(), &SignInDialog::openPageRequested);
        m_dialog->showReport(report);
        QVERIFY(shows(*m_dialog, u"cannot publish"_s));
        QVERIFY(shows(*m_dialog, u"single sign-on"_s));
        QTest::mouseClick(button(*m_dialog, u"Open the page"_s), Qt::LeftButton);
        QCOMPARE(opened[0][0].toUrl(), report.page);
        QTest::mouseClick(button(*m_dialog, u"Use another token"_s), Qt::LeftButton);
        QVERIFY(m_dialog->tokenField()->isVisible() && m_dialog->tokenField()->text().isEmpty());
    }

    void everyFieldHasANameForScreenReaders()
    {
        for (const QLineEdit *field : {m_dialog->hostField(), m_dialog->tokenField(), m_dialog->clientIdField()})
            QVERIFY(!field->accessibleName().isEmpty());
    }

private:
    std::unique_ptr<SignInDialog> m_dialog;
};

QTEST_MAIN(SignInDialogTest)
#include "tst_signindialog.moc"
