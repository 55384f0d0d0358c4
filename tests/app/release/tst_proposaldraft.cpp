// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/releasemanifest.h"
#include "app/release/proposaldraft.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class ProposalDraftTest : public QObject
{
    Q_OBJECT

    static ProposalFacts facts()
    {
        const auto output = [](const QString &system, const QString &name) {
            return FlakeOutput{.system = system, .output = name, .name = {}, .drvPath = {}, .outPath = {}};
        };
        ProposalFacts facts;
        facts.name = u"minne"_s;
        facts.repository = u"o/minne"_s;
        facts.outputs = {output(u"x86_64-linux"_s, u"default"_s), output(u"x86_64-linux"_s, u"minne-release"_s),
                         output(u"aarch64-darwin"_s, u"minne-release"_s)};
        facts.versions = {{u"lib.minneVersion"_s, u"1.0.5"_s}};
        facts.changelog = u"CHANGELOG.md"_s;
        facts.tags = QStringList{u"v1.0.4"_s};
        return facts;
    }

    static DraftTarget find(const ProposalDraft &draft, const QString &system, const QString &output)
    {
        for (const DraftTarget &target : draft.targets())
            if (target.system == system && target.output == output)
                return target;
        return {};
    }

private Q_SLOTS:
    void everyOutputWithAPlatformIsOffered()
    {
        ProposalDraft draft;
        QVERIFY(draft.setFacts(facts()));
        QCOMPARE(draft.problem(), std::nullopt);
        QVERIFY(!draft.isEdited());
        QCOMPARE(draft.targets().size(), 3);
        QVERIFY(find(draft, u"aarch64-darwin"_s, u"minne-release"_s).isIn);
        const DraftTarget left = find(draft, u"x86_64-linux"_s, u"default"_s);
        QVERIFY(!left.isIn && !left.why.isEmpty());
    }

    void whatIsTakenOutComesBackAsItWas()
    {
        ProposalDraft draft;
        QVERIFY(draft.setFacts(facts()));
        QVERIFY(draft.setArchive(u"aarch64-apple-darwin"_s, u"mine.zip"_s));
        QVERIFY(draft.setIn(find(draft, u"aarch64-darwin"_s, u"minne-release"_s), false));
        QVERIFY(!draft.text().contains(u"mine.zip"_s));
        const DraftTarget out = find(draft, u"aarch64-darwin"_s, u"minne-release"_s);
        QVERIFY(!out.isIn);
        QVERIFY(draft.setIn(out, true));
        QCOMPARE(find(draft, u"aarch64-darwin"_s, u"minne-release"_s).archive, u"mine.zip"_s);
        QCOMPARE(draft.problem(), std::nullopt);
    }

    void oneOutputTakesTheOthersPlaceOnItsPlatform()
    {
        ProposalDraft draft;
        QVERIFY(draft.setFacts(facts()));
        QVERIFY(draft.setIn(find(draft, u"x86_64-linux"_s, u"default"_s), true));
        QVERIFY(find(draft, u"x86_64-linux"_s, u"default"_s).isIn);
        QVERIFY(!find(draft, u"x86_64-linux"_s, u"minne-release"_s).isIn);
        QCOMPARE(draft.problem(), std::nullopt);
    }

    void everyTargetCanGo()
    {
        ProposalDraft draft;
        QVERIFY(draft.setFacts(facts()));
        for (const DraftTarget &target : draft.targets())
            if (target.isIn)
                QVERIFY(draft.setIn(target, false));
        QCOMPARE(draft.form()->targets.size(), 0);
        QVERIFY(draft.setIn(find(draft, u"aarch64-darwin"_s, u"minne-release"_s), true));
        QCOMPARE(draft.form()->targets.size(), 1);
        QCOMPARE(draft.problem(), std::nullopt);
    }

    void layoutsArePutIntoWhatWasEdited()
    {
        ProposalDraft draft;
        QVERIFY(draft.setFacts(facts()));
        draft.setText(u"# mine\n"_s + draft.text() + u"\n[layout.unix]\nroot = \"\"\nfile = []\n"_s);
        ProposalFacts more = facts();
        const ExpectedLayout layout{.root = u"main-{triple}"_s, .files = {{.path = u"main"_s}}, .allow = {}};
        more.layouts = {{u"x86_64-unknown-linux-gnu"_s, layout}, {u"aarch64-apple-darwin"_s, layout}};
        QVERIFY(draft.setFacts(more));
        QVERIFY(draft.text().startsWith(u"# mine\n"_s));
        QCOMPARE(draft.problem(), std::nullopt);
        const auto manifest = parseManifest(draft.text().toUtf8(), u"unmoor.toml"_s);
        for (const ManifestTarget &target : manifest->targets) {
            QVERIFY(target.layout != u"unix"); // which is theirs
            QCOMPARE(manifest->layouts.value(target.layout).root, u"main-{triple}"_s);
        }
    }

    void anUneditedTextIsProposedAnew()
    {
        ProposalDraft draft;
        QVERIFY(draft.setFacts(facts()));
        ProposalFacts more = facts();
        more.name = u"other"_s;
        QVERIFY(draft.setFacts(more));
        QCOMPARE(draft.form()->name, u"other"_s);
        QVERIFY(!draft.isEdited());
    }
};

QTEST_GUILESS_MAIN(ProposalDraftTest)
#include "tst_proposaldraft.moc"
