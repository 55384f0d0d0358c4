// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/workflowchecks.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class WorkflowChecksTest : public QObject
{
    Q_OBJECT

    static QString dataPath(const QString &name) { return QStringLiteral(UNMOOR_TEST_DATA) + u"/workflows/"_s + name; }

    static QByteArray bytesOf(const QString &name)
    {
        QFile file(dataPath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static WorkflowContext context()
    {
        return {.projectName = u"demo"_s,
                .version = u"1.0.5"_s,
                .tag = u"v1.0.5"_s,
                .preReleaseTag = u"v1.0.5-rc.1"_s,
                .changelogName = u"CHANGELOG.md"_s,
                .changelog = bytesOf(u"CHANGELOG.md"_s),
                .sectionVersion = u"1.0.5"_s,
                .sectionTag = u"v1.0.5"_s};
    }

    /// "LINE CODE" of each finding.
    static QStringList found(const QByteArray &text, const WorkflowContext &with = context())
    {
        QStringList list;
        for (const WorkflowFinding &finding : checkWorkflow(u"x.yml"_s, text, with).findings)
            list.append(u"%1 %2"_s.arg(finding.line).arg(finding.finding.code));
        return list;
    }

    /// A workflow that makes a release, well but for \a jobs, and for \a top.
    static QByteArray release(const QByteArray &jobs, const QByteArray &top = "permissions: write-all\n")
    {
        return "on: {push: {tags: ['v*']}}\nconcurrency: x\n" + top + "jobs:\n" + jobs;
    }

private Q_SLOTS:
    void faultsAreFoundInTheirLines_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("release")
            << u"release.yml"_s
            << QStringList{u"4 no-concurrency"_s,          u"19 action-by-branch"_s,      u"20 foreign-system"_s,
                           u"38 artifact-name-collides"_s, u"53 image-apart"_s,           u"69 hard-coded-version"_s,
                           u"70 latest-before-archives"_s, u"70 latest-for-prerelease"_s, u"70 hard-coded-version"_s,
                           u"75 release-skips-build"_s,    u"88 notes-not-found"_s,       u"95 permission-missing"_s};
        QTest::newRow("anyway") << u"anyway.yml"_s
                                << QStringList{u"2 no-concurrency"_s,          u"6 hard-coded-version"_s,
                                               u"19 artifact-name-collides"_s, u"22 release-despite-failure"_s,
                                               u"32 notes-not-found"_s,        u"33 permissions-not-said"_s,
                                               u"36 latest-for-prerelease"_s};
        QTest::newRow("invalid") << u"invalid.yml"_s << QStringList{u"9 workflow-invalid"_s};
        QTest::newRow("shape") << u"shape.yml"_s
                               << QStringList{u"1 workflow-invalid"_s, u"4 workflow-invalid"_s, u"7 workflow-invalid"_s,
                                              u"9 workflow-invalid"_s, u"9 workflow-invalid"_s};
    }

    void faultsAreFoundInTheirLines()
    {
        QFETCH(QString, file);
        QFETCH(QStringList, expected);
        QCOMPARE(found(bytesOf(u"broken/"_s + file)), expected);
    }

    void soundWorkflowsAreLeftAlone_data()
    {
        QTest::addColumn<QString>("file");
        const QStringList files = QDir(dataPath(u"sound"_s)).entryList(QDir::Files);
        QVERIFY(files.size() >= 10);
        for (const QString &file : files)
            QTest::newRow(qPrintable(file)) << file;
    }

    void soundWorkflowsAreLeftAlone()
    {
        QFETCH(QString, file);
        QCOMPARE(found(bytesOf(u"sound/"_s + file)), QStringList());
    }

    void anotherVersionIsLookedForInTheScripts()
    {
        const QByteArray text = release("  r:\n    runs-on: ubuntu-latest\n    steps:\n"
                                        "      - run: |\n"
                                        "          cp out demo-1.0.5.tar.xz\n"
                                        "          curl -O https://example.com/v1.0.5/tool\n"
                                        "          tool --at 1.0.5.1 x@1.0.5\n"
                                        "          gh release create v1.0.5\n");
        QCOMPARE(found(text), (QStringList{u"9 hard-coded-version"_s, u"12 hard-coded-version"_s}));
        WorkflowContext unknown = context();
        unknown.version.clear();
        unknown.tag.clear();
        QCOMPARE(found(text, unknown), QStringList{u"9 hard-coded-version"_s});
    }

    void buildsAreNeededThroughOthersToo()
    {
        const QByteArray build = "  b: {runs-on: x, steps: [{uses: actions/upload-artifact@v4, with: {name: a}}]}\n"
                                 "  m: {runs-on: x, needs: b, steps: [{run: make}]}\n";
        const auto publish = [](const QByteArray &needs, const QByteArray &with) {
            return "  r:\n    runs-on: x\n    needs: " + needs
                + "\n    steps:\n      - uses: actions/download-artifact@v4\n" + with
                + "      - uses: softprops/action-gh-release@v2\n";
        };
        QCOMPARE(found(release(build + publish("m", {}))), QStringList());
        QCOMPARE(found(release(build + publish("[]", {}))), QStringList{u"9 release-skips-build"_s});
        QCOMPARE(found(release(build + publish("[]", "        with: {name: other}\n"))), QStringList());
        QCOMPARE(found(release(build + publish("[]", "        with: {pattern: 'a*'}\n"))),
                 QStringList{u"9 release-skips-build"_s});
    }

    void namesOfAMatrixAreTriedWithItsValues_data()
    {
        QTest::addColumn<QByteArray>("matrix");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("collides");
        const QByteArray two = "{os: [a, b], arch: [x, y], exclude: [{os: b, arch: y}]}";
        QTest::newRow("one value of two") << two << QByteArray("n-${{ matrix.os }}") << true;
        QTest::newRow("both values") << two << QByteArray("n-${{ matrix.os }}-${{ matrix.arch }}") << false;
        QTest::newRow("only the run knows") << two << QByteArray("n-${{ steps.x.outputs.y }}") << false;
        QTest::newRow("a function") << two << QByteArray("n-${{ join(matrix.os, '') }}") << false;
        QTest::newRow("a matrix of the run")
            << QByteArray("${{ fromJson(needs.x.outputs.m) }}") << QByteArray("n") << false;
        QTest::newRow("included") << QByteArray("{include: [{n: a}, {n: a}]}") << QByteArray("${{ matrix.n }}") << true;
        QTest::newRow("added to one") << QByteArray("{os: [a, b], include: [{os: a, n: 1}]}")
                                      << QByteArray("${{ matrix.os }}") << false;
        QTest::newRow("excluded") << QByteArray("{os: [a, b], exclude: [{os: b}]}") << QByteArray("n") << false;
    }

    void namesOfAMatrixAreTriedWithItsValues()
    {
        QFETCH(QByteArray, matrix);
        QFETCH(QByteArray, name);
        QFETCH(bool, collides);
        const QByteArray text = "on: push\njobs:\n  b:\n    runs-on: x\n    strategy:\n      matrix: " + matrix
            + "\n    steps:\n      - uses: actions/upload-artifact@v4\n        with:\n          name: " + name + "\n";
        QCOMPARE(found(text), collides ? QStringList{u"10 artifact-name-collides"_s} : QStringList());
        QCOMPARE(found(QByteArray(text).replace("@v4", "@v3")), QStringList());
    }

    void aTagFilterWithoutPreReleasesLetsLatestMove()
    {
        const QByteArray jobs = "  i:\n    runs-on: x\n    steps:\n      - run: docker push example/demo:latest\n";
        QCOMPARE(found(release(jobs)), QStringList{u"8 latest-for-prerelease"_s});
        QCOMPARE(found(release(jobs).replace("'v*'", "'v[0-9]+.[0-9]+.[0-9]+'")), QStringList());
        QCOMPARE(found(release(jobs).replace("'v*'", "'v*', '!v*-*'")), QStringList());
        QCOMPARE(
            found(release(QByteArray(jobs).replace("    steps", "    if: \"!contains(github.ref, '-')\"\n    steps"))),
            QStringList());
    }

    void rightsAreThoseOfTheJobElseOfTheFile()
    {
        const QByteArray step = "    steps: [{run: gh release create x, env: {GH_TOKEN: '${{ github.token }}'}}]\n";
        const QByteArray plain = "  r:\n    runs-on: x\n" + step;
        QCOMPARE(found(release(plain)), QStringList());
        QCOMPARE(found(release(plain, "permissions: {contents: read}\n")), QStringList{u"7 permission-missing"_s});
        QCOMPARE(found(release(plain, {})), QStringList{u"6 permissions-not-said"_s});
        const QByteArray own = "  r:\n    runs-on: x\n    permissions: {contents: write}\n" + step;
        QCOMPARE(found(release(own, "permissions: {}\n")), QStringList());
        const QByteArray other = QByteArray(plain).replace("github.token", "secrets.MY_TOKEN");
        QCOMPARE(found(release(other, {})), QStringList());
    }

    void systemsAreThoseOfTheRunners_data()
    {
        QTest::addColumn<QByteArray>("runner");
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<bool>("isForeign");
        QTest::newRow("own") << QByteArray("ubuntu-24.04") << QByteArray("nix build --system x86_64-linux .#a")
                             << false;
        QTest::newRow("arm") << QByteArray("ubuntu-24.04-arm") << QByteArray("nix build --system aarch64-linux .#a")
                             << false;
        QTest::newRow("foreign") << QByteArray("ubuntu-latest") << QByteArray("nix build .#a --system aarch64-linux")
                                 << true;
        QTest::newRow("as output") << QByteArray("macos-14") << QByteArray("nix build .#packages.x86_64-linux.a")
                                   << true;
        QTest::newRow("Rosetta") << QByteArray("macos-15") << QByteArray("nix build .#packages.x86_64-darwin.a")
                                 << false;
        QTest::newRow("old mac") << QByteArray("macos-13") << QByteArray("nix build --system aarch64-darwin") << true;
        QTest::newRow("only looked at") << QByteArray("ubuntu-latest")
                                        << QByteArray("nix eval --system aarch64-darwin .#a") << false;
        QTest::newRow("unknown runner") << QByteArray("[self-hosted, mac]")
                                        << QByteArray("nix build --system aarch64-darwin") << false;
    }

    void systemsAreThoseOfTheRunners()
    {
        QFETCH(QByteArray, runner);
        QFETCH(QByteArray, command);
        QFETCH(bool, isForeign);
        const QByteArray text =
            "on: push\njobs:\n  b:\n    runs-on: " + runner + "\n    steps:\n      - run: \"" + command + "\"\n";
        QCOMPARE(found(text), isForeign ? QStringList{u"6 foreign-system"_s} : QStringList());
    }

    void notesThatAreFoundAreNoFinding_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<bool>("fails");
        QTest::newRow("the version") << QByteArray("awk \"/^## ${GITHUB_REF_NAME#v} /{f=1;next} /^## /{f=0} f\"")
                                     << false;
        QTest::newRow("the tag") << QByteArray("awk \"/^## $GITHUB_REF_NAME/{f=1;next} /^## /{f=0} f\"") << true;
        QTest::newRow("brackets") << QByteArray("sed -n \"/^## \\[${GITHUB_REF_NAME#v}\\]/,/^## /p\"") << true;
        QTest::newRow("the range ends where it begins")
            << QByteArray("awk \"/^## ${GITHUB_REF_NAME#v}/,/^## /\"") << true;
        QTest::newRow("other headings") << QByteArray("awk '/^### /{f=1} f'") << true;
        QTest::newRow("not for notes") << QByteArray("awk '/BREAKING/'") << false;
        QTest::newRow("not understood") << QByteArray("perl -ne \"print if /$GITHUB_REF_NAME/\"") << false;
        QTest::newRow("not known") << QByteArray("awk \"/^## $(date)/{f=1;next} f\"") << false;
    }

    void notesThatAreFoundAreNoFinding()
    {
        QFETCH(QByteArray, script);
        QFETCH(bool, fails);
        const QByteArray text = release("  r:\n    runs-on: x\n    steps:\n      - run: |\n          " + script
                                        + " CHANGELOG.md > notes.md\n");
        QCOMPARE(found(text), fails ? QStringList{u"9 notes-not-found"_s} : QStringList());
    }

    void anyYamlEnds_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a text") << QByteArray("hello");
        QTest::newRow("a list") << QByteArray("- on\n- jobs\n");
        QTest::newRow("jobs that are none")
            << QByteArray("on: push\njobs: {a: [], b: ~, c: {steps: {}}, d: {steps: [x]}}\n");
        QTest::newRow("everything a list") << QByteArray("on: [[]]\nenv: []\npermissions: []\njobs:\n  a: {needs: {}, "
                                                         "strategy: [], runs-on: {}, steps: [{run: [], uses: {}}]}\n");
        QTest::newRow("a matrix of many") << QByteArray(
            "on: push\njobs:\n  a:\n    runs-on: x\n    strategy: {matrix: {a: &l [1,2,3,4,5,6,7,8,9], b: *l, "
            "c: *l, d: *l, e: *l, f: *l}}\n    steps: [{run: x}]\n");
        QTest::newRow("expressions that grow")
            << QByteArray("on: {push: {tags: ['*']}}\nenv:\n  A: xxxxxxxxxxxxxxxxxxxxxxxx\n") +
                [] {
                    QByteArray text;
                    for (char c = 'B'; c < 'Z'; ++c)
                        text += QByteArray("  ") + c + ": " + QByteArray("${{ env.") + char(c - 1) + " }}"
                            + QByteArray("${{ env.") + char(c - 1) + " }}\n";
                    return text;
                }()
                + QByteArray("jobs: {a: {runs-on: x, steps: [{run: 'echo ${{ env.Y }}'}]}}\n");
    }

    void anyYamlEnds()
    {
        QFETCH(QByteArray, text);
        (void)checkWorkflow(u"x.yml"_s, text, context());
    }
};

QTEST_APPLESS_MAIN(WorkflowChecksTest)
#include "tst_workflowchecks.moc"
