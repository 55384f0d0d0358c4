// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/tagtemplate.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class TagTemplateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versionComesOutOfTheTag_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("tag");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isSemVer");
        const auto row = [](const char *name, const QString &pattern, const QString &tag, const QString &text,
                            bool isSemVer) { QTest::newRow(name) << pattern << tag << text << isSemVer; };
        row("plain", u"{version}"_s, u"1.2.3"_s, u"1.2.3"_s, true);
        row("v", u"v{version}"_s, u"v1.2.3-rc.1"_s, u"1.2.3-rc.1"_s, true);
        row("name", u"{name}/{version}"_s, u"minne/1.2.3"_s, u"1.2.3"_s, true);
        row("after", u"r{version}-x"_s, u"r1.2.3-x"_s, u"1.2.3"_s, true);
        row("not of semver.org", u"v{version}"_s, u"v2026-11"_s, u"2026-11"_s, false);
        row("a word", u"v{version}"_s, u"vnext"_s, u"next"_s, false);
        row("twice", u"{version}/{name}-{version}"_s, u"1.2.3/minne-1.2.3"_s, u"1.2.3"_s, true);
        row("twice, not the same", u"{version}/{name}-{version}"_s, u"1.2.3/minne-1.2.4"_s, QString(), false);
        row("other prefix", u"v{version}"_s, u"cli-v1.2.3"_s, QString(), false);
        row("other suffix", u"v{version}-x"_s, u"v1.2.3-y"_s, QString(), false);
        row("nothing in between", u"v{version}"_s, u"v"_s, QString(), false);
        row("prefix and suffix overlap", u"ab{version}bc"_s, u"abc"_s, QString(), false);
        row("always the same tag", u"nightly"_s, u"nightly"_s, QString(), false);
    }
    void versionComesOutOfTheTag()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, tag);
        const TagTemplate form(pattern, u"minne"_s);
        QTEST(form.versionIn(tag).value_or(QString()), "text");
        QTEST(form.semVerIn(tag).has_value(), "isSemVer");
    }

    void tagIsMadeOfTheVersion()
    {
        QCOMPARE(TagTemplate(u"{name}-v{version}"_s, u"minne"_s).tagOf(u"1.0.5"_s), u"minne-v1.0.5"_s);
        QCOMPARE(TagTemplate(u"{version}/{version}"_s, {}).tagOf(u"1"_s), u"1/1"_s);
    }

    /// git is asked itself.
    void tagsAreRefusedAsGitRefusesThem()
    {
        QStringList tags{u""_s,       u"HEAD"_s, u"-v1"_s,  u"v1.lock/x"_s, u"v1.lockx"_s, u"@"_s,       u"a/@/b"_s,
                         u"v1@{"_s,   u"{}"_s,   u"a//b"_s, u"/a"_s,        u"a/"_s,       u".a"_s,      u"a/.b"_s,
                         u"a.lock"_s, u"a."_s,   u"a./b"_s, u"a..b"_s,      u"日本"_s,     u"a\u202eb"_s};
        for (char16_t c = 1; c < 0x80; ++c)
            tags += u"v%1x"_s.arg(QChar(c));
        QTemporaryDir repository;
        const auto git = [&repository](const QStringList &arguments) {
            QProcess process;
            process.setWorkingDirectory(repository.path());
            process.start(u"git"_s,
                          QStringList{u"-c"_s, u"user.name=t"_s, u"-c"_s, u"user.email=t@example.invalid"_s}
                              + arguments);
            return process.waitForFinished() && process.exitCode() == 0;
        };
        QVERIFY(git({u"init"_s, u"-q"_s}));
        for (const QString &tag : std::as_const(tags)) {
            // "-…" and "HEAD" are names of refs; that git makes no such tags is written in builtin/tag.c.
            const bool isRef = git({u"check-ref-format"_s, u"refs/tags/"_s + tag});
            const bool isTag = isRef && !tag.startsWith(u'-') && tag != "HEAD"_L1;
            QVERIFY2(tagProblem(tag).isEmpty() == isTag, qPrintable(tag + u": "_s + tagProblem(tag)));
        }
    }

    void versionThatMakesNoTagIsAnErrorThatNamesBoth()
    {
        ReleaseManifest manifest;
        manifest.name = u"minne"_s;
        manifest.tag = u"v{version}"_s;
        QVERIFY(checkTag(manifest, u"1.0.5"_s));
        for (const QString &version : {u"1..5"_s, u"1.0 5"_s, u"1.0.lock"_s, u"../../x"_s, u"1\n2"_s}) {
            const auto checked = checkTag(manifest, version);
            QVERIFY2(!checked, qPrintable(version));
            QCOMPARE(checked.error().kind, Error::Kind::InvalidInput);
            QVERIFY(!checked.error().message.contains(u'\n'));
        }
        QVERIFY(checkTag(manifest, u"1..5"_s).error().message.contains(u"\"v1..5\", which git refuses: it holds"_s));
    }

    void backportIsNotTheNewest_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QStringList>("tags");
        QTest::addColumn<bool>("isNewest");
        const auto row = [](const char *name, const QString &pattern, const QString &version, const QStringList &tags,
                            bool isNewest) { QTest::newRow(name) << pattern << version << tags << isNewest; };
        row("first", u"v{version}"_s, u"1.0.0"_s, {}, true);
        row("newer", u"v{version}"_s, u"1.0.5"_s, {u"v1.0.4"_s, u"v1.0.5"_s, u"v1.1.0-rc.1"_s, u"other-9.0.0"_s}, true);
        row("backport", u"v{version}"_s, u"1.0.5"_s, {u"v1.1.0"_s}, false);
        row("backport, with text behind the version", u"v{version}-final"_s, u"1.0.5"_s, {u"v1.1.0-final"_s}, false);
        row("pre-release", u"v{version}"_s, u"1.0.5-rc.1"_s, {}, false);
    }
    void backportIsNotTheNewest()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, version);
        QFETCH(QStringList, tags);
        ReleaseManifest manifest;
        manifest.name = u"minne"_s;
        manifest.tag = pattern;
        QTEST(isNewestStable(manifest, version, tags), "isNewest");
    }

    void newestGoesByTheScheme()
    {
        ReleaseManifest manifest;
        manifest.tag = u"v{version}"_s;
        manifest.scheme = VersionScheme::CalVer;
        QVERIFY(isNewestStable(manifest, u"2026.11"_s, {u"v2026.9.4"_s, u"v2026.12rc1"_s}));
        QVERIFY(!isNewestStable(manifest, u"2026.11"_s, {u"v2026.12.1"_s}));
        QVERIFY(!isNewestStable(manifest, u"2026.12rc1"_s, {}));
        QVERIFY(isPreRelease(manifest, u"2026.12rc1"_s));
        manifest.scheme = VersionScheme::Pep440;
        QVERIFY(isNewestStable(manifest, u"1.2.3.post1"_s, {u"v1.2.3"_s}));
        QVERIFY(!isPreRelease(manifest, u"1.2.3.post1"_s));
    }
};

QTEST_GUILESS_MAIN(TagTemplateTest)
#include "tst_tagtemplate.moc"
