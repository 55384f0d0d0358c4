// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/repair.h"
#include "tests/app/project/gitrepository.h"

#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

using Kind = BuildFailure::Kind;
using Offer = FailureOffer;

const NixHash oldHash{u"sha256"_s, QByteArray(32, '\x11')};
const NixHash newHash{u"sha256"_s, QByteArray(32, '\x22')};

BuildFailure failureOf(Kind kind)
{
    return {.kind = kind,
            .derivation = u"minne-1.0.5"_s,
            .derivationPath = u"/nix/store/05r01kd53kw1vz1yvl0bq3q0b9f6g5ps-minne-1.0.5.drv"_s,
            .message = u"It failed."_s,
            .hint = u"Do something."_s,
            .detail = u"error: it failed"_s,
            .subject = u"pipe-operators"_s,
            .specified = sriText(oldHash),
            .got = sriText(newHash)};
}

QList<Offer::Kind> kindsOf(const FailureRepair &repair)
{
    QList<Offer::Kind> kinds;
    for (const Offer &offer : repair.offers)
        kinds += offer.kind;
    return kinds;
}

const Offer *find(const FailureRepair &repair, Offer::Kind kind)
{
    const auto found = std::ranges::find(repair.offers, kind, &Offer::kind);
    return found == repair.offers.cend() ? nullptr : &*found;
}

} // namespace

class RepairTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { isolateGit(); }

    // --- What is offered ---------------------------------------------------------------------------------------------

    void everyFailureHasAnOfferBesideCopying()
    {
        for (int i = 0; i <= int(Kind::Other); ++i) {
            const FailureRepair repair = repairOf(failureOf(Kind(i)), {.root = u"/s"_s, .directory = u"/s"_s});
            QVERIFY2(repair.offers.size() >= 2, qPrintable(failureKindName(Kind(i))));
            QCOMPARE(repair.offers.last().kind, Offer::Kind::CopyText);
            for (const Offer &offer : repair.offers)
                QVERIFY2(!offer.label.isEmpty() && !offer.label.contains(u'%'), qPrintable(offer.label));
        }
    }

    void mainOffer_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("offer");
        const auto row = [](Kind kind, Offer::Kind offer) {
            QTest::newRow(qPrintable(failureKindName(kind))) << int(kind) << int(offer);
        };
        row(Kind::Interrupted, Offer::Kind::Retry);
        row(Kind::HashMismatch, Offer::Kind::CopyText); // without a checkout that has the old one
        row(Kind::LockFileOutdated, Offer::Kind::UpdateLockFile);
        row(Kind::MissingAttribute, Offer::Kind::OpenFile);
        row(Kind::FeatureDisabled, Offer::Kind::EnableFeature);
        row(Kind::FileNotInGit, Offer::Kind::Retry);
        row(Kind::DiskFull, Offer::Kind::FreeSpace);
        row(Kind::HostKeyChanged, Offer::Kind::OpenSettings);
        row(Kind::HostUnknown, Offer::Kind::OpenSettings);
        row(Kind::KeyRefused, Offer::Kind::OpenSettings);
        row(Kind::HostUnreachable, Offer::Kind::Retry);
        row(Kind::NixNotOnHost, Offer::Kind::OpenSettings);
        row(Kind::ConnectionLost, Offer::Kind::Retry);
        row(Kind::NoBuilder, Offer::Kind::OpenSettings); // no machine is set up
        row(Kind::UnsignedPath, Offer::Kind::OpenSettings);
        row(Kind::TimedOut, Offer::Kind::Retry);
        row(Kind::LogLimit, Offer::Kind::Retry);
        row(Kind::Killed, Offer::Kind::Retry);
        row(Kind::NotReproducible, Offer::Kind::Retry);
        row(Kind::HookFailed, Offer::Kind::Retry);
        row(Kind::NoOutput, Offer::Kind::ShowNixLog);
        row(Kind::DaemonDown, Offer::Kind::CopyText);
        row(Kind::GitOwnership, Offer::Kind::CopyText);
        row(Kind::BuilderFailed, Offer::Kind::ShowNixLog);
        row(Kind::EvaluationError, Offer::Kind::Retry); // without a position
        row(Kind::NixMissing, Offer::Kind::Retry);
        row(Kind::Other, Offer::Kind::ShowNixLog);
    }
    void mainOffer()
    {
        QFETCH(int, kind);
        QFETCH(int, offer);
        const FailureRepair repair = repairOf(failureOf(Kind(kind)), {.root = u"/s"_s, .directory = u"/s"_s});
        QCOMPARE(int(repair.offers.first().kind), offer);
    }

    void machinesThatCouldBuildItAreOffered()
    {
        const BuildPlace mini{BuildPlace::Kind::Host, u"mac-mini"_s};
        const FailureRepair repair =
            repairOf(failureOf(Kind::NoBuilder), {.root = u"/s"_s, .directory = u"/s"_s, .otherPlaces = {mini}});
        QCOMPARE(repair.offers.first().kind, Offer::Kind::ChooseHost);
        QCOMPARE(repair.offers.first().place, mini);
        QCOMPARE(repair.offers.first().label, u"Build on mac-mini"_s);
    }

    void troubleWithAMachineLeadsToItsSettings()
    {
        const RepairContext context{.place = {BuildPlace::Kind::Host, u"mac-mini"_s}};
        for (const Kind kind : {Kind::HostKeyChanged, Kind::HostUnknown, Kind::KeyRefused, Kind::HostUnreachable,
                                Kind::NixNotOnHost, Kind::ConnectionLost, Kind::UnsignedPath}) {
            const FailureRepair repair = repairOf(failureOf(kind), context);
            const Offer *settings = find(repair, Offer::Kind::OpenSettings);
            QVERIFY2(settings, qPrintable(failureKindName(kind)));
            QCOMPARE(settings->text, u"mac-mini"_s);
        }
    }

    void whatFailsForGoodIsMendedInTheManifest()
    {
        BuildFailure failure = failureOf(Kind::NoOutput);
        QVERIFY(kindsOf(repairOf(failure, {})).contains(Offer::Kind::Retry)); // something removed it
        failure.isForGood = true;
        const FailureRepair repair = repairOf(failure, {.manifest = {u"unmoor.toml"_s, 7}});
        QCOMPARE(repair.offers.first().label, u"Open unmoor.toml:7"_s);
        QVERIFY(!kindsOf(repair).contains(Offer::Kind::Retry));
    }

    void changedHostKeyIsNotTriedAgain()
    {
        QVERIFY(!kindsOf(repairOf(failureOf(Kind::HostKeyChanged), {})).contains(Offer::Kind::Retry));
    }

    void featureIsNamed()
    {
        const Offer offer = repairOf(failureOf(Kind::FeatureDisabled), {}).offers.first();
        QCOMPARE(offer.text, u"pipe-operators"_s);
        QVERIFY(offer.label.contains(u"“pipe-operators”"_s));
    }

    void fullDiskTellsWhatIsFree()
    {
        const FailureRepair repair = repairOf(
            failureOf(Kind::DiskFull), {.freeSpace = {u"3 MiB."_s, u"9 GiB."_s}, .shellPrefix = u"ssh mac-mini "_s});
        QCOMPARE(repair.hint, u"3 MiB. 9 GiB."_s);
        QCOMPARE(repair.offers[1].text, u"ssh mac-mini nix store gc"_s);
    }

    void stepThatRanOutOfDiskIsOfferedSpace()
    {
        BuildFailure failure = failureOf(Kind::BuilderFailed);
        failure.tail = u"cc1: fatal error: error writing to out.s: No space left on device"_s;
        QCOMPARE(repairOf(failure, {}).offers.first().kind, Offer::Kind::FreeSpace);
    }

    void upstreamPage_data()
    {
        QTest::addColumn<QString>("tail");
        QTest::addColumn<QString>("page");
        QTest::newRow("release")
            << u"trying https://github.com/servo/mozjs/releases/download/mozjs-sys-v140.10.1-0/libmozjs.tar.gz\n 100"_s
            << u"https://github.com/servo/mozjs/releases/tag/mozjs-sys-v140.10.1-0"_s;
        QTest::newRow("file") << u"trying https://ftp.gnu.org/gnu/hello/hello-2.12.tar.gz"_s
                              << u"https://ftp.gnu.org/gnu/hello/"_s;
        QTest::newRow("none") << u"pretending to download"_s << QString();
        QTest::newRow("other scheme") << u"javascript:alert(1) file:///etc/passwd"_s << QString();
    }
    void upstreamPage()
    {
        QFETCH(QString, tail);
        QTEST(unmoor::upstreamPage(tail), "page");
    }

    // --- Hashes ------------------------------------------------------------------------------------------------------

    void hashIsFoundAndReplacedInItsNotation_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const QByteArray &prefix, HashNotation notation) {
            QTest::newRow(name) << prefix + hashText(oldHash, notation) << prefix + hashText(newHash, notation);
        };
        row("SRI", "sha256-", HashNotation::Base64);
        row("prefixed base64", "sha256:", HashNotation::Base64);
        row("hex", "", HashNotation::Hex);
        row("prefixed hex", "sha256:", HashNotation::Hex);
        row("base32", "", HashNotation::Base32);
        row("prefixed base32", "sha256:", HashNotation::Base32);
    }
    void hashIsFoundAndReplacedInItsNotation()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const QByteArray head = "{\r\n  hash = \"";
        const QByteArray tail = "\"; # \xc3\xa4 \xff\r\n}";
        const auto places = hashPlacesIn(head + before + tail, oldHash, u"x.nix"_s);
        QCOMPARE(places.size(), 1);
        QCOMPARE(places.first().line, 2);
        QCOMPARE(withHash(head + before + tail, places.first(), oldHash, newHash), head + after + tail);
    }

    void partOfALongerWordIsNoHash()
    {
        const QByteArray hex = hashText(oldHash, HashNotation::Hex);
        QVERIFY(hashPlacesIn(hex + "00", oldHash, {}).isEmpty());
        QVERIFY(hashPlacesIn("ff" + hex, oldHash, {}).isEmpty());
        QCOMPARE(hashPlacesIn(hex + '\n' + hex, oldHash, {}).size(), 2);
    }

    void hashIsSearchedInTextFiles()
    {
        const GitRepository repository;
        const QByteArray sri = sriText(oldHash).toLatin1();
        repository.write(u"nix/versions.nix"_s, "{\n  hash = \"" + sri + "\";\n}\n");
        repository.write(u"nix/other.nix"_s, "{ }\n");
        repository.write(u"picture.png"_s, QByteArray("\0\1", 2) + sri);
        const auto places = findHash(repository.path(),
                                     {u"gone"_s, u"nix/other.nix"_s, u"nix/versions.nix"_s, u"picture.png"_s}, oldHash);
        QCOMPARE(places, (QList<HashPlace>{{u"nix/versions.nix"_s, 2, 19, HashNotation::Base64}}));
    }

    void oneOldHashIsOfferedAsAnEdit()
    {
        const HashPlace place{u"nix/versions.nix"_s, 31, 0, HashNotation::Base64};
        const FileEdit edit{place.file, "a", "b"};
        const FailureRepair repair =
            repairOf(failureOf(Kind::HashMismatch), {.tag = u"v1.0.5"_s, .oldHash = {place}, .edit = edit});
        QCOMPARE(repair.offers.first().kind, Offer::Kind::ApplyEdit);
        QCOMPARE(repair.offers.first().label, u"Apply edit to nix/versions.nix"_s);
        QCOMPARE(repair.offers.first().edit, edit);
        QCOMPARE(repair.specifiedAt, u"nix/versions.nix:31"_s);
        QVERIFY(repair.message.contains(u"Verify upstream first"_s));
        QCOMPARE(repair.note, u"The edit must be committed before v1.0.5 can be published."_s);
    }

    void severalOldHashesAreOpenedNotEdited()
    {
        const FailureRepair repair =
            repairOf(failureOf(Kind::HashMismatch), {.oldHash = {{u"a.nix"_s, 1}, {u"b.nix"_s, 2}}});
        QCOMPARE(kindsOf(repair),
                 (QList{Offer::Kind::OpenFile, Offer::Kind::OpenFile, Offer::Kind::CopyText, Offer::Kind::CopyText}));
        QVERIFY(repair.message.contains(u"2 places"_s));
        QCOMPARE(repair.offers[1].position, (SourcePosition{u"b.nix"_s, 2}));
    }

    void hashThatIsNowhereIsSaidToBe()
    {
        const FailureRepair repair = repairOf(failureOf(Kind::HashMismatch), {});
        QVERIFY(repair.message.contains(u"in no file of this checkout"_s));
        QVERIFY(repair.offers.first().text.contains(sriText(newHash)));
    }

    // --- Edits -------------------------------------------------------------------------------------------------------

    void editIsWrittenWhole()
    {
        const GitRepository repository;
        repository.write(u"a.nix"_s, "one\r\ntwo\r\n");
        QFile::setPermissions(repository.filePath(u"a.nix"_s),
                              QFile::permissions(repository.filePath(u"a.nix"_s)) | QFile::ExeOwner);
        const FileEdit edit{u"a.nix"_s, "one\r\ntwo\r\n", "one\r\nTWO\r\n"};
        QCOMPARE(edit.line(), 2);
        QVERIFY(applyEdit(repository.path(), edit).has_value());
        QCOMPARE(*readCheckoutFile(repository.path(), u"a.nix"_s), edit.after);
        QVERIFY(QFile::permissions(repository.filePath(u"a.nix"_s)).testFlag(QFile::ExeOwner));
    }

    void changedFileIsLeftAlone()
    {
        const GitRepository repository;
        repository.write(u"a.nix"_s, "mine\n");
        const auto done = applyEdit(repository.path(), {u"a.nix"_s, "read\n", "edited\n"});
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::Conflict);
        QVERIFY(done.error().message.contains(u"a.nix changed since"_s));
        QCOMPARE(*readCheckoutFile(repository.path(), u"a.nix"_s), QByteArray("mine\n"));
        QVERIFY(!applyEdit(repository.path(), {u"gone.nix"_s, "read\n", "edited\n"}));
        QVERIFY(!QFile::exists(repository.filePath(u"gone.nix"_s)));
    }

    void newFileIsWrittenOnlyWhereThereIsNone()
    {
        const GitRepository repository;
        QVERIFY(applyEdit(repository.path(), {u"flake.lock"_s, {}, "{}\n"}).has_value());
        QCOMPARE(*readCheckoutFile(repository.path(), u"flake.lock"_s), QByteArray("{}\n"));
        QVERIFY(!applyEdit(repository.path(), {u"flake.lock"_s, {}, "{ }\n"}));
    }

    void unwritableFolderIsSaid()
    {
        const auto done = applyEdit(u"/proc"_s, {u"nothing.nix"_s, {}, "x"});
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::Io);
    }

    // --- Positions ---------------------------------------------------------------------------------------------------

    void pathsOfNixAreThoseOfTheCheckout()
    {
        const GitRepository repository;
        const QString root = repository.path();
        const QString gone = u"/nix/store/3l046n1pnqni8l5v2dvp5acdw2bsifba-source/"_s;
        QCOMPARE(fileInCheckout(gone + u"nix/x.nix"_s, root), u"nix/x.nix"_s);
        QCOMPARE(fileInCheckout(root + u"/nix/x.nix"_s, root), u"nix/x.nix"_s);
        QCOMPARE(fileInCheckout(u"nix/x.nix"_s, root), u"nix/x.nix"_s);
        QCOMPARE(fileInCheckout(u"«git+file://%1?rev=de53020»/nix/x.nix"_s.arg(root), root), u"nix/x.nix"_s);
        QCOMPARE(fileInCheckout(u"«path:%1»/nix/x.nix"_s.arg(root), root), u"nix/x.nix"_s);
        QCOMPARE(fileInCheckout(u"«github:NixOS/nixpkgs/abc»/lib/x.nix"_s, root), QString());
        QCOMPARE(fileInCheckout(u"/etc/passwd"_s, root), QString());
        QCOMPARE(fileInCheckout(gone + u"../../../etc/passwd"_s, root), QString());
        QCOMPARE(fileInCheckout({}, root), QString());
    }

    void sourceOfAnInputIsNotTheCheckout()
    {
        const GitRepository repository;
        repository.write(u"flake.nix"_s, "{ outputs = _: { }; }\n");
        repository.write(u"default.nix"_s, "ours\n");
        QTemporaryDir store;
        const QString own = store.filePath(u"3l046n1pnqni8l5v2dvp5acdw2bsifba-source"_s);
        const QString input = store.filePath(u"11046n1pnqni8l5v2dvp5acdw2bsifba-source"_s);
        for (const auto &[folder, text] : {std::pair{own, "{ outputs = _: { }; }\n"}, {input, "other\n"}}) {
            QDir().mkpath(folder);
            QFile flake(folder + u"/flake.nix"_s);
            QVERIFY(flake.open(QIODevice::WriteOnly));
            flake.write(text);
        }
        QCOMPARE(fileInCheckout(own + u"/default.nix"_s, repository.path()), u"default.nix"_s);
        QCOMPARE(fileInCheckout(input + u"/default.nix"_s, repository.path()), QString());
    }

    void innermostPositionInTheCheckoutIsOpened()
    {
        const GitRepository repository;
        repository.write(u"flake.nix"_s, "x\n");
        repository.write(u"nix/release.nix"_s, "x\n");
        const QString store = u"/nix/store/3l046n1pnqni8l5v2dvp5acdw2bsifba-source"_s;
        const QString words = u"error:\n … while calling\n at %1/flake.nix:8:2:\n at %1/nix/release.nix:243:18:\n"
                              " at «github:NixOS/nixpkgs/abc»/lib/x.nix:1:1:\n error: no"_s.arg(store);
        QCOMPARE(positionInCheckout(words, repository.path()), (SourcePosition{u"nix/release.nix"_s, 243, 18}));
        BuildFailure failure = failureOf(Kind::EvaluationError);
        failure.detail = words;
        const Offer offer = repairOf(failure, {.root = repository.path()}).offers.first();
        QCOMPARE(offer.kind, Offer::Kind::OpenFile);
        QCOMPARE(offer.label, u"Open nix/release.nix:243"_s);
    }

    // --- Files that Nix does not see
    // -----------------------------------------------------------------------------------

    void fileThatGitDoesNotKnowIsOfferedToBeAdded()
    {
        const GitRepository repository;
        repository.write(u"nix/x.nix"_s, "{ }\n");
        BuildFailure failure = failureOf(Kind::FileNotInGit);
        failure.subject = u"/nix/store/3l046n1pnqni8l5v2dvp5acdw2bsifba-source/nix/x.nix"_s;
        const FailureRepair repair =
            repairOf(failure, {.root = repository.path(), .tag = u"v1.0.5"_s, .untrackedFiles = {u"nix/x.nix"_s}});
        QCOMPARE(repair.offers.first().kind, Offer::Kind::AddToGit);
        QCOMPARE(repair.offers.first().position.file, u"nix/x.nix"_s);
        QCOMPARE(repair.note, u"The file must be committed before v1.0.5 can be published."_s);
    }

    void ignoredFileIsNotAddedSilently()
    {
        const GitRepository repository;
        repository.write(u"x.nix"_s, "{ }\n");
        BuildFailure failure = failureOf(Kind::FileNotInGit);
        failure.subject = u"x.nix"_s;
        const FailureRepair repair = repairOf(failure, {.root = repository.path()});
        QVERIFY(!kindsOf(repair).contains(Offer::Kind::AddToGit));
        QCOMPARE(repair.offers[1].text, u"git add --force x.nix"_s);
    }

    void fileThatIsNowhereIsSaidToBe()
    {
        const GitRepository repository;
        BuildFailure failure = failureOf(Kind::FileNotInGit);
        failure.subject = u"x.nix"_s;
        const FailureRepair repair = repairOf(failure, {.root = repository.path()});
        QVERIFY(repair.hint.contains(u"not in the checkout either"_s));
        QCOMPARE(repair.offers.first().kind, Offer::Kind::Retry);
    }
};

QTEST_GUILESS_MAIN(RepairTest)
#include "tst_repair.moc"
