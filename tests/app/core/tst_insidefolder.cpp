// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/insidefolder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class InsideFolderTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_top;

private Q_SLOTS:
    void initTestCase()
    {
        m_top = m_dir.filePath(u"project"_s);
        QVERIFY(QDir().mkpath(m_top + u"/docs"_s));
        QVERIFY(QDir().mkpath(m_dir.filePath(u"project-beside"_s)));
        const auto link = [this](const QString &target, const QString &name) {
            QVERIFY(QFile::link(target, m_top + u'/' + name));
        };
        link(m_dir.filePath(u"outside.md"_s), u"out.md"_s); // nothing is there yet
        link(u"../outside.md"_s, u"relative.md"_s);
        link(u"docs/CHANGELOG.md"_s, u"in.md"_s);
        link(m_dir.path(), u"folder"_s);
        link(u"docs"_s, u"here"_s);
        link(u"out.md"_s, u"twice.md"_s);
        link(u"round.md"_s, u"round.md"_s);
        link(m_dir.filePath(u"project-beside/x"_s), u"beside.md"_s);
    }

    void linksAreFollowed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isInside");
        QTest::newRow("a file") << u"CHANGELOG.md"_s << true;
        QTest::newRow("a file in folders that are not there") << u"a/b/c.md"_s << true;
        QTest::newRow("a link inside") << u"in.md"_s << true;
        QTest::newRow("a folder's link inside") << u"here/x.md"_s << true;
        QTest::newRow("a link out") << u"out.md"_s << false;
        QTest::newRow("a relative link out") << u"relative.md"_s << false;
        QTest::newRow("a link to a link out") << u"twice.md"_s << false;
        QTest::newRow("a folder's link out") << u"folder/x.md"_s << false;
        QTest::newRow("a folder whose name begins alike") << u"beside.md"_s << false;
        QTest::newRow("up") << u"../x.md"_s << false;
        QTest::newRow("the folder itself") << u"."_s << false;
    }

    void linksAreFollowed()
    {
        QFETCH(QString, name);
        QFETCH(bool, isInside);
        const auto inside = staysInside(m_top, m_top + u'/' + name);
        QCOMPARE(inside.has_value(), isInside);
        if (!isInside)
            QCOMPARE(inside.error().kind, Error::Kind::InvalidInput);
    }

    void whereItLeadsIsSaid()
    {
        const auto inside = staysInside(m_top, m_top + u"/twice.md"_s);
        QVERIFY(!inside);
        QVERIFY(inside.error().message.contains(QFileInfo(m_dir.path()).canonicalFilePath() + u"/outside.md"_s));
    }
};

QTEST_APPLESS_MAIN(InsideFolderTest)
#include "tst_insidefolder.moc"
