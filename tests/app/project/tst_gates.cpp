// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/gates.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;
using Outcome = Gate::Outcome;
using Kind = Error::Kind;

namespace {

const QString here = u"de53020aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"_s;
const QString elsewhere = u"abc1234bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"_s;

Checkout cleanCheckout()
{
    return {.root = u"/p"_s, .commit = here, .branch = u"main"_s, .remoteUrl = u"https://github.com/owner/name"_s};
}

ReleaseManifest manifestWithTag(const QString &tag)
{
    return {.name = u"minne"_s, .tag = tag};
}

void compare(const Gate &gate, Outcome outcome, const QString &message)
{
    QCOMPARE(gate.message, message);
    QCOMPARE(outcomeName(gate.outcome), outcomeName(outcome));
    QCOMPARE(gate.hint.isEmpty(), outcome == Outcome::Passed);
    QVERIFY(!gate.name.isEmpty());
}

} // namespace

class GatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonHasTheDocumentedKeys()
    {
        const Gate gate{u"Version"_s, Outcome::Failed, u"m"_s, u"h"_s, 1.5};
        const QJsonObject expected{
            {u"name"_s, u"Version"_s}, {u"outcome"_s, u"failed"_s}, {u"message"_s, u"m"_s}, {u"hint"_s, u"h"_s}};
        QCOMPARE(toJson(gate), expected);
        QCOMPARE(outcomeName(Outcome::Passed), u"passed"_s);
        QCOMPARE(outcomeName(Outcome::Skipped), u"skipped"_s);
    }

    void everyFileKeepsItsName()
    {
        const auto gate = [](const QList<ReleaseFileName> &files) { return fileNamesGate(cleanCheckout(), files); };
        QCOMPARE(gate({}).outcome, Outcome::Skipped);
        compare(gate({{u"a.zip"_s, u"a.zip"_s}, {u"b.zip"_s, u"b.zip"_s}}), Outcome::Passed,
                u"every file keeps its name on GitHub"_s);
        compare(gate({{u"a b~1.zip"_s, u"a.b.1.zip"_s}}), Outcome::Failed,
                u"GitHub would store \"a b~1.zip\" as \"a.b.1.zip\""_s);
        compare(gate({{u"a.zip"_s, u"a.zip"_s}, {u"a.zip"_s, u"a.zip"_s}}), Outcome::Failed,
                u"two files of the release are named a.zip"_s);
    }

    void filesOfTheCheckoutAreThere()
    {
        compare(checkoutFilesGate({{u"install.sh"_s, {}}}), Outcome::Passed, u"install.sh can be shipped"_s);
        compare(checkoutFilesGate({{u"a"_s, {}}, {u"b"_s, failure(Kind::NotFound, u"there is no b"_s)}}),
                Outcome::Failed, u"there is no b"_s);
        compare(checkoutFilesGate({{u"a"_s, failure(Kind::Canceled, u"stopped"_s)}}), Outcome::Skipped, u"stopped"_s);
    }

    void cleanCheckoutPasses()
    {
        compare(cleanCheckoutGate(cleanCheckout()), Outcome::Passed, u"nothing uncommitted, nothing untracked"_s);
        QCOMPARE(cleanCheckoutGate(cleanCheckout()).name, u"Clean checkout"_s);
    }

    void dirtyCheckoutNamesFiles()
    {
        Checkout checkout = cleanCheckout();
        checkout.changedFiles = {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s};
        compare(cleanCheckoutGate(checkout), Outcome::Failed, u"uncommitted: a, b, c and 2 more"_s);
        QVERIFY(!cleanCheckoutGate(checkout).hint.contains(u"gitignore"));
        checkout.untrackedFiles = {u"new"_s};
        compare(cleanCheckoutGate(checkout), Outcome::Failed, u"uncommitted: a, b, c and 2 more; untracked: new"_s);
        checkout.changedFiles.clear();
        compare(cleanCheckoutGate(checkout), Outcome::Failed, u"untracked: new"_s);
    }

    void repositoryWithoutCommitsIsNotReleasable()
    {
        const Checkout empty{.root = u"/p"_s, .branch = u"main"_s};
        const QString message = u"the repository has no commit yet"_s;
        compare(cleanCheckoutGate(empty), Outcome::Failed, message);
        compare(commitOnRemoteGate(empty, false), Outcome::Failed, message);
        compare(tagGate(u"v1"_s, empty, std::nullopt), Outcome::Failed, message);
    }

    void commitOnTheHostPasses()
    {
        const Gate gate = commitOnRemoteGate(cleanCheckout(), true);
        compare(gate, Outcome::Passed, u"de53020 is on GitHub"_s);
        QCOMPARE(gate.name, u"Commit is on GitHub"_s);
    }

    void commitThatIsNotPushedNamesThePush()
    {
        Checkout checkout = cleanCheckout();
        const Gate gate = commitOnRemoteGate(checkout, false);
        compare(gate, Outcome::Failed, u"de53020 is not on GitHub"_s);
        QVERIFY(gate.hint.contains(u"git push origin main"));
        checkout.branch.clear();
        QVERIFY(commitOnRemoteGate(checkout, false).hint.contains(u"HEAD:BRANCH"));
    }

    void anotherHostIsNamed()
    {
        Checkout checkout = cleanCheckout();
        checkout.remoteUrl = u"git@ghe.example:owner/name.git"_s;
        compare(commitOnRemoteGate(checkout, true), Outcome::Passed, u"de53020 is on ghe.example"_s);
    }

    void hostThatWasAskedIsNamedWhereTheRemoteIsElsewhere()
    {
        Checkout checkout = cleanCheckout();
        checkout.remoteUrl = u"https://codeberg.org/owner/name"_s;
        compare(commitOnRemoteGate(checkout, true, u"github.com"_s), Outcome::Passed, u"de53020 is on GitHub"_s);
        const Gate missing = commitOnRemoteGate(checkout, false, u"github.com"_s);
        compare(missing, Outcome::Failed, u"de53020 is not on GitHub"_s);
        QVERIFY2(!missing.hint.contains(u"origin"), qPrintable(missing.hint));
    }

    void factsThatCouldNotBeAsked_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("offline") << Kind::Network << Outcome::Skipped;
        QTest::newRow("signed out") << Kind::Unauthorized << Outcome::Skipped;
        QTest::newRow("no such repository") << Kind::NotFound << Outcome::Skipped;
        QTest::newRow("canceled") << Kind::Canceled << Outcome::Skipped;
        QTest::newRow("forbidden") << Kind::Forbidden << Outcome::Failed;
        QTest::newRow("server error") << Kind::Server << Outcome::Failed;
    }
    void factsThatCouldNotBeAsked()
    {
        QFETCH(Kind, kind);
        QFETCH(Outcome, outcome);
        const auto error = failure(kind, u"why"_s);
        compare(commitOnRemoteGate(cleanCheckout(), error), outcome, u"why"_s);
        compare(tagGate(u"v1"_s, cleanCheckout(), error), outcome, u"why"_s);
    }

    void lockFile()
    {
        compare(lockFileGate({}), Outcome::Passed, u"complete; nothing would be updated"_s);
        const Gate gate = lockFileGate(failure(Kind::Failed, u"why"_s));
        compare(gate, Outcome::Failed, u"why"_s);
        QVERIFY(gate.hint.contains(u"nix flake lock"));
        compare(lockFileGate(failure(Kind::NotFound, u"no nix"_s)), Outcome::Failed, u"no nix"_s);
        compare(lockFileGate(failure(Kind::Canceled, u"stopped"_s)), Outcome::Skipped, u"stopped"_s);
    }

    void version_data()
    {
        QTest::addColumn<QString>("tag");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QStringList>("tags");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("message");
        const QString v = u"v{version}"_s;
        const QStringList tags{u"v1.0.10"_s, u"v1.0.4"_s, u"v1.0.9"_s, u"nightly"_s, u"9.9.9"_s, u"v9"_s, u"vv9.0.0"_s};
        QTest::newRow("first") << v << u"0.1.0"_s << QStringList{u"nightly"_s} << Outcome::Passed
                               << u"0.1.0 is the first release"_s;
        QTest::newRow("newer") << v << u"1.0.11"_s << tags << Outcome::Passed << u"1.0.11 follows 1.0.10"_s;
        QTest::newRow("same") << v << u"1.0.10"_s << tags << Outcome::Passed
                              << u"1.0.10 is the newest of all tags and releases"_s;
        QTest::newRow("older") << v << u"1.0.9"_s << tags << Outcome::Failed
                               << u"1.0.9 is older than 1.0.10, the newest release"_s;
        QTest::newRow("candidate of a release that is out")
            << v << u"1.0.10-rc.1"_s << tags << Outcome::Failed
            << u"1.0.10-rc.1 is older than 1.0.10, the newest release"_s;
        QTest::newRow("after a candidate")
            << v << u"2.0.0"_s << QStringList{u"v2.0.0-rc.1"_s} << Outcome::Passed << u"2.0.0 follows 2.0.0-rc.1"_s;
        QTest::newRow("template with a name")
            << u"{name}-{version}-final"_s << u"1.0.0"_s
            << QStringList{u"minne-0.9.0-final"_s, u"minne-3.0.0"_s, u"other-4.0.0-final"_s, u"minne--final"_s,
                           u"minne-final"_s}
            << Outcome::Passed << u"1.0.0 follows 0.9.0"_s;
        QTest::newRow("bare template") << u"{version}"_s << u"1.0.0"_s << QStringList{u"2.0.0"_s, u"v3.0.0"_s}
                                       << Outcome::Failed << u"1.0.0 is older than 2.0.0, the newest release"_s;
        QTest::newRow("not semver") << v << u"1.0"_s << tags << Outcome::Failed
                                    << u"\"1.0\" is not a version such as 1.2.3 or 1.2.3-rc.1"_s;
        QTest::newRow("with a v") << v << u"v1.0.0"_s << tags << Outcome::Failed
                                  << u"\"v1.0.0\" is not a version such as 1.2.3 or 1.2.3-rc.1"_s;
    }
    void version()
    {
        QFETCH(QString, tag);
        QFETCH(QString, version);
        QFETCH(QStringList, tags);
        QFETCH(Outcome, outcome);
        QFETCH(QString, message);
        compare(versionGate(manifestWithTag(tag), version, tags), outcome, message);
    }

    void versionsOfOtherSchemesPassWhereTheManifestSaysSo()
    {
        ReleaseManifest manifest = manifestWithTag(u"v{version}"_s);
        const Gate asked = versionGate(manifest, u"2026.11"_s, {});
        QCOMPARE(asked.outcome, Outcome::Failed);
        QVERIFY(asked.hint.contains(u"version-scheme = \"calver\""));
        QVERIFY(versionGate(manifest, u"1.2.3rc1"_s, {}).hint.contains(u"version-scheme = \"pep440\""));
        QVERIFY(versionGate(manifest, u"1.2.3.4"_s, {}).hint.contains(u"version-scheme = \"dotted\""));
        QVERIFY(!versionGate(manifest, u"v1"_s, {}).hint.contains(u"version-scheme"));
        manifest.scheme = VersionScheme::CalVer;
        compare(versionGate(manifest, u"2026.11"_s, {u"v2026.9.1"_s}), Outcome::Passed, u"2026.11 follows 2026.9.1"_s);
        compare(versionGate(manifest, u"2026.8"_s, {u"v2026.9.1"_s}), Outcome::Failed,
                u"2026.8 is older than 2026.9.1, the newest release"_s);
        QCOMPARE(versionGate(manifest, u"1.2.3"_s, {}).outcome, Outcome::Failed);
        manifest.scheme = VersionScheme::Dotted;
        compare(versionGate(manifest, u"1.2.3.10"_s, {u"v1.2.3.9"_s}), Outcome::Passed, u"1.2.3.10 follows 1.2.3.9"_s);
    }

    /// What a shallow clone lacks may be a newer release: only a failure is sure.
    void shallowCloneProvesNoVersion_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QStringList>("tags");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("no tags") << u"1.2.3"_s << QStringList{u"nightly"_s} << Outcome::Skipped;
        QTest::newRow("newer") << u"1.2.3"_s << QStringList{u"v1.2.2"_s} << Outcome::Skipped;
        QTest::newRow("same") << u"1.2.3"_s << QStringList{u"v1.2.3"_s} << Outcome::Skipped;
        QTest::newRow("older") << u"1.2.3"_s << QStringList{u"v1.2.4"_s} << Outcome::Failed;
        QTest::newRow("none") << u"one"_s << QStringList{} << Outcome::Failed;
    }
    void shallowCloneProvesNoVersion()
    {
        QFETCH(QString, version);
        QFETCH(QStringList, tags);
        QFETCH(Outcome, outcome);
        const Gate gate = versionGate(manifestWithTag(u"v{version}"_s), version, tags, true);
        QCOMPARE(gate.outcome, outcome);
        QVERIFY2(!gate.message.contains(u"first release"), qPrintable(gate.message));
        if (outcome == Outcome::Skipped)
            QVERIFY2(gate.message.contains(u"shallow") && gate.hint.contains(u"git fetch --unshallow --tags"),
                     qPrintable(gate.message + gate.hint));
    }

    /// A clone need not have the tags of earlier releases.
    void firstReleaseIsProvenByTheHost()
    {
        const ReleaseManifest manifest = manifestWithTag(u"v{version}"_s);
        compare(versionGate(manifest, u"1.2.3"_s, {}, false, QStringList{u"v1.2.2"_s}), Outcome::Passed,
                u"1.2.3 follows 1.2.2"_s);
        compare(versionGate(manifest, u"1.2.3"_s, {u"v1.2.2"_s}, false, QStringList{u"v1.3.0"_s}), Outcome::Failed,
                u"1.2.3 is older than 1.3.0, the newest release"_s);
        compare(versionGate(manifest, u"1.2.3"_s, {}, false, failure(Kind::Network, u"offline"_s)), Outcome::Skipped,
                u"no release is known here, and what 1.2.3 follows could not be asked: offline"_s);
        compare(versionGate(manifest, u"1.2.3"_s, {u"v1.2.2"_s}, false, failure(Kind::Network, u"offline"_s)),
                Outcome::Passed, u"1.2.3 follows 1.2.2"_s);
    }

    void imageThatNothingHandlesIsNotPassedOver()
    {
        const Gate gate = imageGate({.output = u"dockerImage"_s, .repository = u"ghcr.io/owner/name"_s});
        QCOMPARE(gate.name, u"Container image"_s);
        QCOMPARE(gate.outcome, Outcome::Skipped);
        QVERIFY2(gate.message.contains(u"dockerImage") && gate.message.contains(u"ghcr.io/owner/name"),
                 qPrintable(gate.message));
    }

    void unknownVersionFails()
    {
        const ReleaseManifest manifest = manifestWithTag(u"v{version}"_s);
        compare(versionGate(manifest, failure(Kind::NotFound, u"why"_s), {}), Outcome::Failed, u"why"_s);
        compare(versionGate(manifest, failure(Kind::Network, u"why"_s), {}), Outcome::Failed, u"why"_s);
    }

    void tag_data()
    {
        QTest::addColumn<QString>("local");
        QTest::addColumn<QString>("remote");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("message");
        QTest::newRow("nowhere") << QString() << QString() << Outcome::Passed << u"no tag is named v1.0.5"_s;
        QTest::newRow("here") << here << QString() << Outcome::Passed << u"v1.0.5 points at de53020 here"_s;
        QTest::newRow("there") << QString() << here << Outcome::Passed << u"v1.0.5 points at de53020 on GitHub"_s;
        QTest::newRow("both") << here << here << Outcome::Passed << u"v1.0.5 points at de53020 here and on GitHub"_s;
        QTest::newRow("elsewhere here") << elsewhere << QString() << Outcome::Failed
                                        << u"v1.0.5 points at abc1234 here, not at de53020"_s;
        QTest::newRow("elsewhere there") << here << elsewhere << Outcome::Failed
                                         << u"v1.0.5 points at abc1234 on GitHub, not at de53020"_s;
    }
    void tag()
    {
        QFETCH(QString, local);
        QFETCH(QString, remote);
        QFETCH(Outcome, outcome);
        QFETCH(QString, message);
        Checkout checkout = cleanCheckout();
        checkout.tags = {{u"v1.0.4"_s, elsewhere}};
        if (!local.isEmpty())
            checkout.tags.insert(u"v1.0.5"_s, local);
        const std::optional<QString> remoteTag = remote.isEmpty() ? std::nullopt : std::optional(remote);
        compare(tagGate(u"v1.0.5"_s, checkout, remoteTag), outcome, message);
    }

    void tagElsewhereFailsOfflineToo()
    {
        Checkout checkout = cleanCheckout();
        checkout.tags = {{u"v1"_s, elsewhere}};
        const Gate gate = tagGate(u"v1"_s, checkout, failure(Kind::Network, u"offline"_s));
        QCOMPARE(gate.outcome, Outcome::Failed);
        QVERIFY(gate.hint.contains(u"git tag -d v1"));
    }

    void changelog()
    {
        compare(changelogGate(u"1.0.5"_s, u"1.0.5 (2026-07-08)"_s, {}), Outcome::Passed,
                u"\"1.0.5 (2026-07-08)\" has text"_s);
        const Gate gate = changelogGate(u"1.0.5"_s, {}, failure(Kind::NotFound, u"no section"_s));
        compare(gate, Outcome::Failed, u"no section"_s);
        QVERIFY(gate.hint.contains(u"1.0.5"));
    }
};

QTEST_GUILESS_MAIN(GatesTest)
#include "tst_gates.moc"
