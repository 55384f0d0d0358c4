// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide/brokenpage.h"
#include "ui/guide/drafttargets.h"
#include "ui/guide/guideform.h"
#include "ui/guide/guidepage.h"
#include "ui/guide/manifesteditor.h"
#include "ui/widgets/banner.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace unmoor;

class GuidePageTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<GuidePage> m_page;

    static ProposalFacts facts()
    {
        const auto output = [](const QString &system, const QString &name) {
            return FlakeOutput{.system = system, .output = name, .name = {}, .drvPath = {}, .outPath = {}};
        };
        ProposalFacts facts;
        facts.name = u"minne"_s;
        facts.outputs = {output(u"x86_64-linux"_s, u"default"_s), output(u"x86_64-linux"_s, u"minne-release"_s),
                         output(u"aarch64-darwin"_s, u"minne-release"_s)};
        facts.versions = {{u"lib.minneVersion"_s, u"1.0.5"_s}};
        facts.commit = QString(40, u'a');
        facts.branch = u"main"_s;
        facts.tags = QStringList{u"v1.0.4"_s};
        facts.missing = {{ProposalSource::Release, {Error::Kind::Network, u"<b>No</b> answer."_s}}};
        return facts;
    }

    bool says(const QString &text) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(labels,
                                   [&](QLabel *label) { return label->isVisible() && label->text().contains(text); });
    }

    QModelIndex target(const QString &triple, int column = 0) const
    {
        auto *model = m_page->targetList()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->index(row, 0).data().toString() == triple)
                return model->index(row, column);
        return {};
    }

    void type(QLineEdit *field, const QString &text)
    {
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
    }

private Q_SLOTS:
    void init()
    {
        m_page = std::make_unique<GuidePage>(u"/src/minne"_s);
        m_page->resize(1280, 720);
        m_page->show();
        m_page->setFacts(facts(), false);
    }

    void cleanup() { m_page.reset(); }

    void modelKeepsTheContract()
    {
        DraftTargets model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTargets(m_page->draft().targets());
        QCOMPARE(model.rowCount(), 3);
        model.setTargets({});
        QCOMPARE(model.rowCount(), 0);
    }

    void whatWasFoundIsSaidAndWhyTheRestWasNot()
    {
        QTRY_VERIFY(says(u"main at aaaaaaa, 1 tag"_s)); // shown by the next turn of the event loop
        QVERIFY(says(u"1.0.5, from lib.minneVersion"_s));
        QVERIFY(says(u"<b>No</b> answer."_s));
        for (QLabel *label : m_page->findChildren<QLabel *>())
            if (label->text().contains(u"<b>"_s))
                QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    void nothingCanBeChangedWhileTheFolderIsLookedThrough()
    {
        GuidePage page(u"/src/minne"_s);
        page.show();
        page.setAsking({}, ProposalSource::Flake);
        QVERIFY(page.editor()->isReadOnly());
        QVERIFY(!page.createButton()->isEnabled());
        QSignalSpy canceled(&page, &GuidePage::cancelRequested);
        QTest::mouseClick(page.cancelButton(), Qt::LeftButton);
        QCOMPARE(canceled.size(), 1);
        page.setFacts(facts(), true);
        QVERIFY(!page.cancelButton()->isVisible());
        QVERIFY(page.createButton()->isEnabled());
        QVERIFY(page.findChild<Banner *>()->isVisible());
    }

    void whatIsTypedInTheFormIsInTheText()
    {
        type(m_page->form()->field(u"name"_s), u"demo"_s);
        QVERIFY(m_page->editor()->toml().contains(u"name = \"demo\"\n"_s));
        type(m_page->form()->field(u"repository"_s), u"o/demo"_s);
        QVERIFY(m_page->editor()->toml().contains(u"repository = \"o/demo\"\n"_s));
        QVERIFY(m_page->createButton()->isEnabled());
        m_page->form()->field(u"repository"_s)->selectAll();
        QTest::keyClick(m_page->form()->field(u"repository"_s), Qt::Key_Delete);
        QVERIFY(!m_page->editor()->toml().contains(u"\nrepository"_s));
    }

    void whatIsTypedInTheTextIsInTheForm()
    {
        QString text = m_page->editor()->toml();
        m_page->editor()->setPlainText(text.replace(u"name = \"minne\""_s, u"name = \"other\""_s));
        QCOMPARE(m_page->form()->field(u"name"_s)->text(), u"other"_s);
        QVERIFY(m_page->isEdited());
        m_page->editor()->undo();
    }

    void changesOfTheFormCanBeUndoneInTheText()
    {
        const QString before = m_page->editor()->toml();
        m_page->targetList()->model()->setData(target(u"aarch64-apple-darwin"_s), Qt::Unchecked, Qt::CheckStateRole);
        QTRY_VERIFY(m_page->editor()->toml() != before);
        m_page->editor()->undo();
        QCOMPARE(m_page->editor()->toml(), before);
        QCOMPARE(target(u"aarch64-apple-darwin"_s).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    }

    void theReaderSpeaksUpWhileOneTypes()
    {
        QVERIFY(says(u"The reader takes it: 2 targets"_s));
        const QString text = m_page->editor()->toml();
        m_page->editor()->setPlainText(QString(text).replace(u"schema = 1"_s, u"schema = 1\nschemer = 2"_s));
        QVERIFY(says(u"Line 3: Unknown key \"schemer\""_s));
        QVERIFY(!m_page->createButton()->isEnabled());
        QCOMPARE(m_page->editor()->problem()->line, 3);
        QCOMPARE(m_page->editor()->extraSelections().size(), 2);
        m_page->editor()->showProblem();
        QCOMPARE(m_page->editor()->textCursor().blockNumber(), 2);
        QVERIFY(m_page->form()->isEnabled()); // it is TOML all the same
        m_page->editor()->setPlainText(u"[project"_s);
        QVERIFY(!m_page->form()->isEnabled());
        m_page->editor()->setPlainText(text);
        QVERIFY(m_page->form()->isEnabled() && m_page->createButton()->isEnabled());
        QVERIFY(m_page->editor()->extraSelections().isEmpty());
    }

    void targetsAreTickedByKeyboard()
    {
        m_page->targetList()->setFocus();
        m_page->targetList()->setCurrentIndex(target(u"aarch64-apple-darwin"_s));
        QTest::keyClick(m_page->targetList(), Qt::Key_Space);
        QTRY_VERIFY(!m_page->editor()->toml().contains(u"\"aarch64-apple-darwin\""_s));
        m_page->targetList()->setCurrentIndex(target(u"aarch64-apple-darwin"_s));
        QVERIFY(m_page->chosenTriple().isEmpty());
        QTest::keyClick(m_page->targetList(), Qt::Key_Space);
        QTRY_VERIFY(m_page->editor()->toml().contains(u"\"aarch64-apple-darwin\""_s));
    }

    void archiveNamesAreEditedInTheList()
    {
        const QModelIndex archive = target(u"aarch64-apple-darwin"_s, DraftTargets::Archive);
        m_page->targetList()->model()->setData(archive, u"mac.zip"_s, Qt::EditRole);
        QTRY_VERIFY(m_page->editor()->toml().contains(u"archive = \"mac.zip\"\n"_s));
        QCOMPARE(target(u"aarch64-apple-darwin"_s, DraftTargets::Archive).data().toString(), u"mac.zip"_s);
    }

    void versionComesFromAnotherPlace()
    {
        auto *kind = m_page->form()->versionKind();
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_Down);
        QVERIFY2(m_page->editor()->toml().contains(u"version = { file = \"lib.minneVersion\", regex = '' }\n"_s),
                 qPrintable(m_page->editor()->toml()));
        QVERIFY(m_page->form()->patternField()->isVisible());
        type(m_page->form()->versionField(), u"Cargo.toml"_s);
        type(m_page->form()->patternField(), u"^v = (.*)"_s);
        QVERIFY(m_page->editor()->toml().contains(u"version = { file = \"Cargo.toml\", regex = '^v = (.*)' }\n"_s));
        QVERIFY(m_page->createButton()->isEnabled());
    }

    void layoutsNeedATargetOrARelease()
    {
        QSignalSpy asked(m_page.get(), &GuidePage::archiveLayoutRequested);
        m_page->targetList()->setCurrentIndex(target(u"aarch64-apple-darwin"_s));
        for (auto *button : m_page->findChildren<QPushButton *>()) {
            if (button->text().contains(u"last re&lease"_s))
                QVERIFY(!button->isEnabled() && !button->toolTip().isEmpty());
            if (button->text().contains(u"a&rchive"_s))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().toString(), u"aarch64-apple-darwin"_s);
    }

    void spacesThatDoNotBreakStayWhatTheyAre()
    {
        ManifestEditor editor;
        editor.setToml(u"a = \"x\u00a0y\"\nb = 1\n"_s);
        editor.setToml(u"a = \"x\u00a0y\"\nb = 12\n"_s);
        QCOMPARE(editor.toml(), u"a = \"x\u00a0y\"\nb = 12\n"_s);
        editor.undo();
        QCOMPARE(editor.toml(), u"a = \"x\u00a0y\"\nb = 1\n"_s);
    }

    void aBrokenFileIsShownWithItsPlace()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"unmoor.toml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("schema = 1\n[project]\nname = \"é\" \"\"\n");
        file.close();
        BrokenPage page;
        page.show();
        QVERIFY(page.showManifest(folder.path()));
        QCOMPARE(page.editor()->problem()->line, 3);
        QVERIFY(page.editor()->isReadOnly());
        QVERIFY(page.findChild<Banner *>()->title().startsWith(u"Line 3, column"_s));
        QSignalSpy open(&page, &BrokenPage::openRequested);
        QTest::mouseClick(page.openButton(), Qt::LeftButton);
        QCOMPARE(open.first().at(0).toString(), file.fileName());
        QCOMPARE(open.first().at(1).toInt(), 3);
        QVERIFY(file.remove());
        QVERIFY(page.showManifest(folder.path()));
        QVERIFY(!page.openButton()->isEnabled());
        QVERIFY(page.findChild<Banner *>()->text().contains(u"There is no "_s));
    }
};

QTEST_MAIN(GuidePageTest)
#include "tst_guidepage.moc"
