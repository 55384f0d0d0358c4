// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nix/submodules.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

using Kind = BuildFailure::Kind;

class SubmodulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void missingFileOfASubmoduleIsNamed_data()
    {
        QTest::addColumn<QString>("messages");
        QTest::addColumn<bool>("isNamed");
        const auto row = [](const char *name, const QString &messages, bool isNamed) {
            QTest::newRow(name) << messages << isNamed;
        };
        row("evaluation",
            u"error: opening file '/nix/store/00000000000000000000000000000000-source/vendor/lib/a.txt': No such file or directory"_s,
            true);
        row("path",
            u"error: path '/nix/store/00000000000000000000000000000000-source/vendor/lib/a.nix' does not exist"_s,
            true);
        row("another file",
            u"error: opening file '/nix/store/00000000000000000000000000000000-source/src/a.txt': No such file or directory"_s,
            false);
        row("a folder that only ends so",
            u"error: opening file '/nix/store/00000000000000000000000000000000-source/my-vendor/lib/a': No such file or directory"_s,
            false);
        row("something else in a submodule",
            u"error: undefined variable 'x' at /nix/store/00000000000000000000000000000000-source/vendor/lib/a.nix:1:1"_s,
            false);
    }
    void missingFileOfASubmoduleIsNamed()
    {
        QFETCH(QString, messages);
        QFETCH(bool, isNamed);
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(u".git"_s) && QDir(folder.path()).mkpath(u"nix"_s));
        QFile modules(folder.filePath(u".gitmodules"_s));
        QVERIFY(modules.open(QIODevice::WriteOnly));
        modules.write("[submodule \"a\"]\n\tpath = other\n\turl = ../other\n[submodule \"b\"]\n\tpath = "
                      "vendor/lib\n\turl = ../lib\n");
        modules.close();
        QCOMPARE(submoduleFolders(folder.filePath(u"nix"_s)), (QStringList{u"other"_s, u"vendor/lib"_s}));

        const BuildFailure plain = classifyFailure({messages});
        const BuildFailure named = withSubmoduleNamed(plain, folder.filePath(u"nix"_s));
        if (!isNamed) {
            QCOMPARE(named, plain);
            return;
        }
        QVERIFY2(named.message.contains(u"vendor/lib is a git submodule"_s), qPrintable(named.message));
        QVERIFY2(named.hint.contains(u"inputs.self.submodules = true"_s), qPrintable(named.hint));
        QVERIFY2(named.hint.contains(u"?submodules=1"_s), qPrintable(named.hint));
    }

    void withoutSubmodulesNothingIsAdded()
    {
        const QTemporaryDir folder;
        const BuildFailure plain = classifyFailure({u"error: path '/nix/store/x-source/a' does not exist"_s});
        QCOMPARE(withSubmoduleNamed(plain, folder.path()), plain);
        QCOMPARE(withSubmoduleNamed(plain, {}), plain);
    }
};

QTEST_APPLESS_MAIN(SubmodulesTest)
#include "tst_submodules.moc"
