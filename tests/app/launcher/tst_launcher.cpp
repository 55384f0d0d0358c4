// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/launcher/launcher.h"

#include "tests/app/portability/bundlemaker.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class LauncherTest : public QObject
{
    Q_OBJECT

private:
    /// A launcher, two programs, a loader and a library below "top".
    static QList<BundledFile> filesWith(const QByteArray &text, quint32 mode = 0755)
    {
        return {script(u"top/main"_s, text, mode), elfFile(u"top/.main-bin"_s, elfProgram({})),
                elfFile(u"top/bin/tool"_s, elfProgram({})),
                elfFile(u"top/lib/ld-linux-x86-64.so.2"_s, elfLibrary(u"ld-linux-x86-64.so.2"_s)),
                elfFile(u"top/lib/libort.so"_s, elfLibrary(u"libort.so"_s))};
    }

    struct Seen
    {
        QString program;
        QString loader;
        QStringList path; ///< of LD_LIBRARY_PATH
        QStringList loaderPath;
        QStringList named;
        bool operator==(const Seen &) const = default;
    };

    static QStringList pathsOf(const QList<SearchFolder> &folders)
    {
        QStringList paths;
        for (const SearchFolder &folder : folders)
            paths.append(folder.path);
        return paths;
    }

    static Seen read(const QByteArray &body, const QByteArray &first = "#!/bin/sh\n", quint32 mode = 0755)
    {
        const QList<BundledFile> files = filesWith(first + body, mode);
        const Bundle bundle(files);
        const Launchers launchers = readLaunchers(bundle);
        Seen seen;
        for (const BundledFile *file : launchers.named)
            seen.named.append(file->path);
        if (launchers.starts.isEmpty())
            return seen;
        const LauncherStart &start = launchers.starts.first();
        seen.program = start.program->path;
        seen.loader = start.loader ? start.loader->path : QString();
        seen.path = pathsOf(start.libraryPath);
        seen.loaderPath = pathsOf(start.loaderPath);
        return seen;
    }

private Q_SLOTS:
    void waysToNameTheOwnFolder_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("cd and pwd") << "DIR=\"$(cd \"$(dirname \"$0\")\" && pwd)\"\n"_ba;
        QTest::newRow("cd -P and --") << "DIR=\"$(cd -P -- \"$(dirname -- \"$0\")\" >/dev/null 2>&1 && pwd -P)\"\n"_ba;
        QTest::newRow("without CDPATH") << "set -eu\nDIR=\"$(CDPATH= cd \"$(dirname \"$0\")\" && pwd)\"\n"_ba;
        QTest::newRow("dirname") << "DIR=$(dirname \"$0\")\n"_ba;
        QTest::newRow("readlink -f") << "DIR=\"$(dirname \"$(readlink -f \"$0\")\")\"\n"_ba;
        QTest::newRow("realpath") << "DIR=$(dirname $(realpath $0))\n"_ba;
        QTest::newRow("cut") << "DIR=${0%/*}\n"_ba;
        QTest::newRow("BASH_SOURCE") << "DIR=\"$( cd \"$( dirname \"${BASH_SOURCE[0]}\" )\" && pwd )\"\n"_ba;
        QTest::newRow("backquotes") << "DIR=`dirname \"$0\"`\n"_ba;
        QTest::newRow("in two steps") << "SELF=$(readlink -f \"$0\" || echo \"$0\")\nDIR=${SELF%/*}\n"_ba;
        QTest::newRow("up and down") << "DIR=\"$(cd \"$(dirname \"$0\")/bin/..\"; pwd)\"\n"_ba;
        QTest::newRow("in a branch") << "if [ -z \"$DIR\" ]; then DIR=$(dirname \"$0\"); fi\n"_ba;
        QTest::newRow("following links by hand") << "SOURCE=$0\nwhile [ -h \"$SOURCE\" ]; do\n"
                                                    "  DIR=\"$( cd -P \"$( dirname \"$SOURCE\" )\" && pwd )\"\n"
                                                    "  SOURCE=\"$(readlink \"$SOURCE\")\"\n"
                                                    "  [[ $SOURCE != /* ]] && SOURCE=\"$DIR/$SOURCE\"\n"
                                                    "done\nDIR=$(dirname \"$0\")\n"_ba;
    }

    void waysToNameTheOwnFolder()
    {
        QFETCH(QByteArray, line);
        const Seen seen = read(line + "export LD_LIBRARY_PATH=\"$DIR/lib\"\nexec \"$DIR/.main-bin\" \"$@\"\n");
        QCOMPARE(seen.program, u"top/.main-bin"_s);
        QCOMPARE(seen.path, QStringList{u"top/lib"_s});
    }

    void waysToSetThePath_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::newRow("export") << "export LD_LIBRARY_PATH=$DIR/lib\nexec $DIR/.main-bin\n"_ba;
        QTest::newRow("export later") << "LD_LIBRARY_PATH=$DIR/lib; export LD_LIBRARY_PATH\n$DIR/.main-bin \"$@\"\n"_ba;
        QTest::newRow("for one command") << "LD_LIBRARY_PATH=\"$DIR/lib\" exec \"$DIR/.main-bin\"\n"_ba;
        QTest::newRow("env") << "exec env LD_LIBRARY_PATH=\"$DIR/lib\" \"$DIR/.main-bin\" \"$@\"\n"_ba;
        QTest::newRow("before the user's own")
            << "export LD_LIBRARY_PATH=\"$DIR/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}\"\nexec -a \"$0\" $DIR/.main-bin\n"_ba;
        QTest::newRow("on two lines") << "export LD_LIBRARY_PATH=\\\n\"$DIR/lib\"\nexec \\\n  $DIR/.main-bin\n"_ba;
        QTest::newRow("from the own folder") << "cd \"$DIR\"\nexport LD_LIBRARY_PATH=./lib\nexec ./.main-bin\n"_ba;
    }

    void waysToSetThePath()
    {
        QFETCH(QByteArray, lines);
        const Seen seen = read("DIR=$(dirname \"$0\")\n" + lines);
        QCOMPARE(seen.program, u"top/.main-bin"_s);
        QCOMPARE(seen.path, QStringList{u"top/lib"_s});
    }

    void pathThatIsNotExportedDoesNotCount()
    {
        QCOMPARE(read("LD_LIBRARY_PATH=${0%/*}/lib\nexec ${0%/*}/.main-bin\n").path, QStringList());
    }

    void loaderIsReadThrough()
    {
        const Seen seen = read("DIR=$(dirname \"$(readlink -f \"$0\")\")\n"
                               "exec \"$DIR/lib/ld-linux-x86-64.so.2\" --library-path \"$DIR/lib\" --argv0 \"$0\" "
                               "\"$DIR/.main-bin\" \"$@\"\n");
        QCOMPARE(seen,
                 (Seen{.program = u"top/.main-bin"_s,
                       .loader = u"top/lib/ld-linux-x86-64.so.2"_s,
                       .loaderPath = {u"top/lib"_s}}));
    }

    void fileInAVariableIsNamed()
    {
        const Seen seen = read("DIR=$(dirname \"$0\")\n"
                               "export ORT_DYLIB_PATH=\"${ORT_DYLIB_PATH:-$DIR/lib/libort.so}\"\n"
                               "exec \"$DIR/.main-bin\" \"$@\"\n");
        QCOMPARE(seen.named, QStringList{u"top/lib/libort.so"_s});
    }

    void everyStartIsRead()
    {
        const QList<BundledFile> files = filesWith("#!/usr/bin/env bash\nset -euo pipefail\nHERE=$(dirname \"$0\")\n"
                                                   "case \"$1\" in\n  tool) exec \"$HERE/bin/tool\" ;;\n"
                                                   "  *) exec \"$HERE/.main-bin\" ;;\nesac\n");
        const Bundle bundle(files);
        const Launchers launchers = readLaunchers(bundle);
        QCOMPARE(launchers.starts.size(), 2);
        QVERIFY(launchers.startOf(bundle.file(u"top/bin/tool"_s)));
        QVERIFY(launchers.startOf(bundle.file(u"top/.main-bin"_s)));
    }

    void whatIsNotKnownNamesNothing_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("home") << "exec \"$HOME/.main-bin\"\n"_ba;
        QTest::newRow("argument") << "exec \"$1/.main-bin\"\n"_ba;
        QTest::newRow("program's output") << "exec \"$(curl example.org)/.main-bin\"\n"_ba;
        QTest::newRow("out of the archive") << "exec \"$(dirname \"$0\")/../../top/.main-bin\"\n"_ba;
        QTest::newRow("comment") << "# exec \"$(dirname \"$0\")/.main-bin\"\n"_ba;
        QTest::newRow("here document") << "cat <<EOF\nexec ${0%/*}/.main-bin\nEOF\n"_ba;
        QTest::newRow("single quotes") << "exec '${0%/*}/.main-bin'\n"_ba;
        QTest::newRow("marks in the text") << "exec \"\xee\x80\x80/top/.main-bin\"\n"_ba;
    }

    void whatIsNotKnownNamesNothing()
    {
        QFETCH(QByteArray, line);
        QCOMPARE(read(line).program, QString());
    }

    void onlyExecutableShellScriptsAreLaunchers()
    {
        const QByteArray body = "exec ${0%/*}/.main-bin\n";
        QCOMPARE(read(body).program, u"top/.main-bin"_s);
        QCOMPARE(read(body, "#!/usr/bin/env -S bash -e\n").program, u"top/.main-bin"_s);
        QCOMPARE(read(body, "#! /nix/store/abc-bash-5.2/bin/bash -e\n").program, u"top/.main-bin"_s);
        QCOMPARE(read(body, "#!/usr/bin/env python3\n").program, QString());
        QCOMPARE(read(body, "").program, QString());
        QCOMPARE(read(body, "#!/bin/sh\n", 0644).program, QString());
    }

    void scriptsThatNeverEndAreReadToTheirEnd_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nested") << QByteArray("$(").repeated(20'000);
        QTest::newRow("nested, quoted") << QByteArray("\"$(").repeated(20'000);
        QTest::newRow("braces") << QByteArray("${A:-").repeated(20'000);
        QTest::newRow("backquotes") << QByteArray("`").repeated(20'001);
        QTest::newRow("doubling") << "A=x\n" + QByteArray("A=$A$A$A$A\n").repeated(5'000);
        QTest::newRow("substitutions") << QByteArray("a=$(b=1)\n").repeated(5'000);
        QTest::newRow("variables") << [] {
            QByteArray text;
            for (int i = 0; i < 4'000; ++i)
                text += "export v" + QByteArray::number(i) + "=1\nx\n";
            return text;
        }();
        QTest::newRow("quotes") << QByteArray("'").repeated(40'001);
        QTest::newRow("redirections") << QByteArray("<<").repeated(20'000);
        QTest::newRow("zeros") << QByteArray(40'000, '\0');
        QTest::newRow("noise") << [] {
            constexpr char signs[] = "$(){}\"'`\\ \n;&|<>#=/a0*%:-+"; // and the zero at its end
            QByteArray text;
            quint32 state = 1;
            for (int i = 0; i < 40'000; ++i) {
                state = state * 1664525 + 1013904223;
                text += signs[(state >> 16) % sizeof(signs)];
            }
            return text;
        }();
    }

    void scriptsThatNeverEndAreReadToTheirEnd()
    {
        QFETCH(QByteArray, body);
        const double start = processorSeconds();
        read(body);
        QVERIFY(processorSeconds() - start < 5);
    }
};

QTEST_APPLESS_MAIN(LauncherTest)
#include "tst_launcher.moc"
