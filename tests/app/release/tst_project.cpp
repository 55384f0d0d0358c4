// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/project.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class ProjectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostOfApi_data()
    {
        QTest::addColumn<QString>("host");
        QTest::newRow("https://api.github.com") << u"github.com"_s;
        QTest::newRow("https://ghe.example:8443/api/v3") << u"ghe.example"_s;
        QTest::newRow("https://api.company.ghe.com") << u"company.ghe.com"_s;
        QTest::newRow("http://127.0.0.1:4711/api/v3") << QString();
        QTest::newRow("http://localhost:4711/api/v3") << QString();
        QTest::newRow("http://[::1]:4711/api/v3") << QString();
    }
    void hostOfApi() { QTEST(unmoor::hostOfApi(QUrl(QString::fromUtf8(QTest::currentDataTag()))), "host"); }

    void repositoryIsThatOfARemoteAtTheHost_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QStringList>("remotes"); // the first is origin
        QTest::addColumn<QString>("repository"); // or words of the error
        const QString codeberg = u"https://codeberg.org/o/demo.git"_s;
        const QString mirror = u"git@github.com:me/demo-mirror.git"_s;
        const QString github = u"github.com"_s;
        QTest::newRow("there") << github << QStringList{u"https://github.com/o/demo"_s} << u"o/demo"_s;
        QTest::newRow("by a name of ssh") << github << QStringList{u"git@github.com-work:o/demo.git"_s} << u"o/demo"_s;
        QTest::newRow("by a name without a dot") << github << QStringList{u"gh:o/demo.git"_s} << u"o/demo"_s;
        QTest::newRow("elsewhere") << github << QStringList{codeberg} << u"codeberg.org"_s;
        QTest::newRow("elsewhere in a subgroup")
            << github << QStringList{u"https://gitlab.com/group/sub/demo.git"_s} << u"gitlab.com"_s;
        QTest::newRow("elsewhere, with a mirror there")
            << github << QStringList{codeberg, mirror} << u"me/demo-mirror"_s;
        QTest::newRow("elsewhere, with two there")
            << github << QStringList{codeberg, mirror, u"https://github.com/o/demo"_s} << u"not known"_s;
        QTest::newRow("enterprise") << u"ghe.example"_s << QStringList{u"git@ghe.example:o/demo.git"_s} << u"o/demo"_s;
        QTest::newRow("enterprise asked, remote at GitHub")
            << u"ghe.example"_s << QStringList{mirror} << u"github.com"_s;
        QTest::newRow("stand-in") << QString() << QStringList{codeberg} << u"o/demo"_s;
        QTest::newRow("path") << github << QStringList{u"/srv/git/demo.git"_s} << u"not known"_s;
        QTest::newRow("none") << github << QStringList{} << u"not known"_s;
    }
    void repositoryIsThatOfARemoteAtTheHost()
    {
        QFETCH(QString, host);
        QFETCH(QStringList, remotes);
        QFETCH(QString, repository);
        Checkout checkout;
        checkout.remoteUrl = remotes.value(0);
        checkout.remoteUrls = remotes;
        const auto found = repositoryAt(host, {}, checkout);
        if (repository.contains(u'/')) {
            QCOMPARE(found.value_or(found ? QString() : found.error().message), repository);
            return;
        }
        QVERIFY(!found);
        QVERIFY2(found.error().message.contains(repository), qPrintable(found.error().message));
    }

    void whatTheManifestNamesCountsWhereverTheRemoteIs()
    {
        Checkout checkout;
        checkout.remoteUrl = u"https://codeberg.org/o/demo"_s;
        ReleaseManifest manifest;
        manifest.repository = u"me/mirror"_s;
        QCOMPARE(repositoryAt(u"github.com"_s, manifest, checkout).value(), u"me/mirror"_s);
    }

    void flakeIsWhereTheManifestSays()
    {
        Project project;
        project.directory = u"/p"_s;
        project.manifest.flake = u"nix"_s;
        project.checkout.root = u"/p"_s;
        project.checkout.commit = QString(40, u'a');
        QCOMPARE(project.flake().directory, u"/p"_s);
        QCOMPARE(project.flake().reference, u"git+file:///p?rev="_s + project.checkout.commit + u"&dir=nix"_s);
        project.manifest.submodules = true;
        QVERIFY(project.flake().reference.endsWith(u"&submodules=1"_s));
        project.checkout.changedFiles = {u"x"_s};
        QCOMPARE(project.flake().reference, u"/p/nix"_s); // in no checkout: there is nothing to leave out
    }
};

QTEST_GUILESS_MAIN(ProjectTest)
#include "tst_project.moc"
