// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/diffview.h"
#include "ui/build/failurecard.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textdialog.h"

#include <QClipboard>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

using Kind = BuildFailure::Kind;

BuildFailure failureOf(Kind kind)
{
    return {.kind = kind,
            .derivation = u"libmozjs.tar.gz"_s,
            .derivationPath = u"/nix/store/05r01kd53kw1vz1yvl0bq3q0b9f6g5ps-libmozjs.tar.gz.drv"_s,
            .message = u"It failed."_s,
            .hint = u"Do something."_s,
            .detail = u"error: it failed"_s};
}

QPushButton *buttonWith(const QWidget &card, const QString &text)
{
    for (QPushButton *button : card.findChildren<QPushButton *>())
        if (QString(button->text()).remove(u'&').startsWith(text))
            return button;
    return nullptr;
}

QList<QPushButton *> accents(const QWidget &card)
{
    QList<QPushButton *> found;
    for (QPushButton *button : card.findChildren<QPushButton *>())
        if (button->property("accent").toBool())
            found += button;
    return found;
}

QString shownText(const QWidget &card)
{
    QString text;
    for (const QTextEdit *part : card.findChildren<QTextEdit *>())
        text += part->toPlainText() + u'\n';
    return text;
}

} // namespace

class FailureCardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Appearance::Light); }

    void everyOfferIsAButtonThatSaysWhatWasChosen()
    {
        for (int i = 0; i <= int(Kind::Other); ++i) {
            const BuildFailure failure = failureOf(Kind(i));
            const FailureRepair repair = repairOf(failure, {.root = u"/s"_s, .directory = u"/s"_s});
            FailureCard card(failure, repair, {});
            QSignalSpy chosen(&card, &FailureCard::offerChosen);
            qsizetype clicks = 0;
            for (const FailureOffer &offer : repair.offers) {
                QPushButton *button = nullptr;
                for (QPushButton *one : card.findChildren<QPushButton *>())
                    if (one->accessibleName() == offer.label)
                        button = one;
                QVERIFY2(button, qPrintable(offer.label));
                button->click();
                if (offer.kind == FailureOffer::Kind::CopyText) {
                    QCOMPARE(QGuiApplication::clipboard()->text(), offer.text);
                } else {
                    QCOMPARE(chosen.size(), ++clicks);
                    QCOMPARE(chosen.last().first().value<FailureOffer>(), offer);
                }
            }
        }
    }

    void oneButtonHasTheAccentAndNamesWhatItDoes()
    {
        const FileEdit edit{u"nix/versions.nix"_s, "a\nold\nb\n", "a\nnew\nb\n"};
        const FailureRepair repair =
            repairOf(failureOf(Kind::HashMismatch),
                     {.tag = u"v1.0.5"_s, .oldHash = {{.file = edit.file, .line = 2}}, .edit = edit});
        FailureCard card(failureOf(Kind::HashMismatch), repair, u"1 m 04 s"_s);
        QCOMPARE(accents(card).size(), 1);
        QCOMPARE(accents(card).first()->accessibleName(), u"Apply edit to nix/versions.nix"_s);
        QVERIFY(shownText(card).contains(u"Verify upstream first"_s));
        QCOMPARE(card.findChild<DiffView *>()->toPlainText(), u"    1    a\n    2 -  old\n    2 +  new\n    3    b"_s);
        QVERIFY(card.accessibleDescription().contains(u"Verify upstream first"_s));
    }

    void cardWithoutAWayOnHasNoAccent()
    {
        FailureCard card(failureOf(Kind::HashMismatch), repairOf(failureOf(Kind::HashMismatch), {}), {});
        QVERIFY(accents(card).isEmpty());
    }

    void beforeAnythingIsKnownItCanBeCopied()
    {
        BuildFailure failure = failureOf(Kind::HashMismatch);
        failure.specified = u"sha256-AAA="_s;
        failure.got = u"sha256-BBB="_s;
        FailureCard card(failure, std::nullopt, {});
        buttonWith(card, u"Copy both hashes"_s)->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"sha256-BBB="_s));
        buttonWith(card, u"Copy failure"_s)->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"error: it failed"_s));
        QVERIFY(shownText(card).contains(u"Do something."_s));
    }

    void lastLinesOfTheStepAreShownAtOnce()
    {
        BuildFailure failure = failureOf(Kind::BuilderFailed);
        failure.tail = u"one\ntwo\nthree\nfour\nfive\nerror: undefined symbol"_s;
        const FailureCard card(failure, std::nullopt, {});
        QStringList quotes;
        for (const QPlainTextEdit *part : card.findChildren<QPlainTextEdit *>())
            quotes += part->toPlainText();
        QVERIFY(quotes.contains(u"three\nfour\nfive\nerror: undefined symbol"_s));
    }

    void ownWordsOfNixAreFoldedAway()
    {
        FailureCard card(failureOf(Kind::Other), std::nullopt, {});
        card.show();
        auto *words = card.findChild<QPlainTextEdit *>();
        QVERIFY(!words->isVisible());
        buttonWith(card, u"Show Nix's own words"_s)->click();
        QVERIFY(words->isVisible());
        buttonWith(card, u"Hide Nix's own words"_s)->click();
        QVERIFY(!words->isVisible());
    }

    void nameWithAnAmpersandIsShownAsItIs()
    {
        FailureRepair repair;
        repair.offers = {{.kind = FailureOffer::Kind::OpenFile, .label = u"Open a&b.nix"_s}};
        FailureCard card(failureOf(Kind::Other), repair, {});
        QCOMPARE(accents(card).first()->text(), u"&Open a&&b.nix"_s);
    }

    void longTextsDoNotWidenTheCard()
    {
        BuildFailure failure = failureOf(Kind::NoBuilder);
        failure.derivation = QString(200, u'x');
        failure.message = QString(900, u'y');
        failure.notRun = QStringList(200, u"step"_s);
        FailureRepair repair;
        for (const QString &name : {QString(300, u'a'), QString(300, u'b')})
            repair.offers += {.kind = FailureOffer::Kind::OpenFile, .label = name};
        repair.note = QString(300, u'n');
        const FailureCard card(failure, repair, u"1 s"_s);
        QVERIFY2(card.minimumSizeHint().width() < 848, qPrintable(QString::number(card.minimumSizeHint().width())));
    }

    void textDialogCopiesAll()
    {
        auto *dialog = new TextDialog(u"Log"_s, u"one\ntwo"_s);
        dialog->show();
        buttonWith(*dialog, u"Copy all"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"one\ntwo"_s);
        QPointer<TextDialog> watch(dialog);
        buttonWith(*dialog, u"Close"_s)->click();
        QTRY_VERIFY(!watch);
    }
};

QTEST_MAIN(FailureCardTest)
#include "tst_failurecard.moc"
