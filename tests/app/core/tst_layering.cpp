// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDirIterator>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using Arrows = QMap<QString, QSet<QString>>;

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The list in docs/ARCHITECTURE.md: room → rooms that it may include from.
Arrows allowedArrows(const QString &document)
{
    static const QRegularExpression block(u"```arrows\n(.*?)```"_s, QRegularExpression::DotMatchesEverythingOption);
    Arrows arrows;
    for (const QString &line : block.match(document).captured(1).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList rooms = line.section(u':', 1).split(u' ', Qt::SkipEmptyParts);
        arrows.insert(line.section(u':', 0, 0), QSet<QString>(rooms.begin(), rooms.end()));
    }
    return arrows;
}

/// "app/core/hash.cpp includes ui/theme/theme.h" for each include below \a root that \a allowed does not have.
QStringList strayIncludes(const QString &root, const Arrows &allowed)
{
    static const QRegularExpression include(u"^#include \"([^\"]+)\""_s, QRegularExpression::MultilineOption);
    QStringList stray;
    for (const QString &library : {u"app"_s, u"ui"_s, u"standin"_s}) {
        QDirIterator files(QDir(root).filePath(library), {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = QDir(root).relativeFilePath(files.next());
            const QString room = file.section(u'/', 0, -2);
            for (const auto &match : include.globalMatch(textOf(files.filePath()))) {
                const QString other = match.captured(1).section(u'/', 0, -2);
                if (match.captured(1).startsWith(u"moc_"_s) || other == room)
                    continue;
                if (!allowed.value(room).contains(other))
                    stray += u"%1 includes %2"_s.arg(file, match.captured(1));
            }
        }
    }
    stray.sort();
    return stray;
}

/// The rooms, from \a room on, that lead back to it; empty: none do.
bool leadsTo(const QString &from, const QString &to, const Arrows &arrows, QSet<QString> &seen)
{
    for (const QString &next : arrows.value(from)) {
        if (next == to)
            return true;
        if (!seen.contains(next)) {
            seen.insert(next);
            if (leadsTo(next, to, arrows, seen))
                return true;
        }
    }
    return false;
}

} // namespace

/// The rooms of the house and the arrows between them are those of docs/ARCHITECTURE.md.
class LayeringTest : public QObject
{
    Q_OBJECT

    const QString m_root = QStringLiteral(UNMOOR_SOURCE_DIR);
    const Arrows m_allowed = allowedArrows(textOf(m_root + u"/docs/ARCHITECTURE.md"_s));

private Q_SLOTS:
    void everyIncludeIsAnArrowOfTheDocument()
    {
        QVERIFY(m_allowed.contains(u"app/core"_s));
        const QStringList stray = strayIncludes(m_root, m_allowed);
        QVERIFY2(stray.isEmpty(), qPrintable(stray.join(u'\n')));
    }

    void aStrayIncludeIsFound()
    {
        Arrows fewer = m_allowed;
        fewer[u"app/release"_s].remove(u"app/ledger"_s);
        QVERIFY(!strayIncludes(m_root, fewer).isEmpty());
    }

    void noRoomLeadsBackToItself()
    {
        for (const QString &room : m_allowed.keys()) {
            QSet<QString> seen;
            QVERIFY2(!leadsTo(room, room, m_allowed, seen), qPrintable(room));
        }
    }

    void everyRoomOfTheDocumentIsThere()
    {
        for (const QString &room : m_allowed.keys())
            QVERIFY2(QDir(m_root).exists(room), qPrintable(room));
    }
};

QTEST_GUILESS_MAIN(LayeringTest)
#include "tst_layering.moc"
