// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/inspection.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class InspectionTest : public QObject
{
    Q_OBJECT

private:
    static Inspection sample()
    {
        Inspection inspection;
        inspection.contents.format = u"tar.xz"_s;
        inspection.contents.bytes = 9'000'000'000;
        inspection.contents.sha256 = "ab";
        inspection.contents.entries = {
            {.rawName = "top/", .path = u"top"_s, .type = ArchiveEntry::Type::Directory, .mode = 0755},
            {.rawName = "top/main", .path = u"top/main"_s, .mode = 04755, .size = 12, .sha256 = "cd"},
            {.rawName = "top/l",
             .path = u"top/l"_s,
             .type = ArchiveEntry::Type::Symlink,
             .mode = 0777,
             .link = u"main"_s},
        };
        return inspection;
    }

private Q_SLOTS:
    void documentHasExactlyThePromisedKeys()
    {
        const QJsonObject document = inspectionToJson(sample(), u"/a/b.tar.xz"_s, u"x86_64-unknown-linux-gnu"_s);
        const QStringList keys{u"archive"_s, u"bytes"_s,  u"counts"_s, u"entries"_s, u"findings"_s, u"format"_s,
                               u"schema"_s,  u"sha256"_s, u"sizes"_s,  u"target"_s,  u"verdict"_s};
        QCOMPARE(document.keys(), keys);
        QCOMPARE(document.value(u"schema"_s).toInt(), 1);
        QCOMPARE(document.value(u"archive"_s).toString(), u"/a/b.tar.xz"_s);
        QCOMPARE(document.value(u"bytes"_s).toInteger(), 9'000'000'000);
        QCOMPARE(document.value(u"target"_s).toString(), u"x86_64-unknown-linux-gnu"_s);
        QCOMPARE(document.value(u"verdict"_s).toString(), u"pass"_s);
    }

    void entryIsWrittenWithOctalMode()
    {
        const QJsonArray entries = inspectionToJson(sample(), {}, {}).value(u"entries"_s).toArray();
        QCOMPARE(entries.size(), 3);
        const QJsonObject expected{
            {u"path"_s, u"top/main"_s}, {u"type"_s, u"file"_s}, {u"mode"_s, u"4755"_s},         {u"size"_s, 12},
            {u"sha256"_s, u"cd"_s},     {u"link"_s, u""_s},     {u"binary"_s, QJsonValue::Null}};
        QCOMPARE(entries.at(1).toObject(), expected);
        QCOMPARE(entries.at(0).toObject().value(u"mode"_s).toString(), u"0755"_s);
        QCOMPARE(entries.at(2).toObject().value(u"link"_s).toString(), u"main"_s);
    }

    void errorsMakeTheVerdictFail()
    {
        Inspection inspection = sample();
        inspection.report.findings = {{Severity::Warning, u"unexpected-entry"_s, u"x"_s, u"m"_s, u"h"_s}};
        QCOMPARE(inspectionToJson(inspection, {}, {}).value(u"verdict"_s).toString(), u"pass"_s);
        inspection.report.findings.append({Severity::Error, u"missing-entry"_s, u"y"_s, u"m"_s, u"h"_s});

        const QJsonObject document = inspectionToJson(inspection, {}, {});

        QCOMPARE(document.value(u"verdict"_s).toString(), u"fail"_s);
        const QJsonObject counts{{u"files"_s, 1}, {u"errors"_s, 1}, {u"warnings"_s, 1}, {u"infos"_s, 0}};
        QCOMPARE(document.value(u"counts"_s).toObject(), counts);
        QCOMPARE(document.value(u"findings"_s).toArray().at(1).toObject().value(u"code"_s).toString(),
                 u"missing-entry"_s);
    }

    void modesReadAsInLs()
    {
        QCOMPARE(modeText(0755), u"rwxr-xr-x"_s);
        QCOMPARE(modeText(0640), u"rw-r-----"_s);
        QCOMPARE(modeText(04755), u"rwsr-xr-x"_s);
        QCOMPARE(modeText(02644), u"rw-r-Sr--"_s);
        QCOMPARE(modeText(01777), u"rwxrwxrwt"_s);
    }
};

QTEST_GUILESS_MAIN(InspectionTest)
#include "tst_inspection.moc"
