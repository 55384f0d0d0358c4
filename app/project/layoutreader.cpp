// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/words.h"
#include "app/project/manifestparts.h"

#include "app/project/projectfiles.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

const QStringList &placeholders()
{
    static const QStringList names{u"name"_s, u"version"_s, u"tag"_s, u"triple"_s};
    return names;
}

ExpectedFile::Mode readMode(const TomlTable &file)
{
    const QString mode = file.string("mode"_L1, u"any"_s);
    if (mode != u"executable" && mode != u"any")
        file.refuse("mode"_L1,
                    Words::tr("%1 must be \"executable\" or \"any\", not \"%2\".").arg(file.label("mode"_L1), mode));
    return mode == u"executable" ? ExpectedFile::Mode::Executable : ExpectedFile::Mode::Any;
}

/// "1", "1+", "0+", "2-4" into minCount and maxCount; false where it is none of these, or asks for nothing.
bool parseCount(const QString &text, ExpectedFile &file)
{
    static const QRegularExpression expression(uR"(\A([0-9]{1,6})(?:(\+)|-([0-9]{1,6}))?\z)"_s);
    const auto match = expression.match(text);
    if (!match.hasMatch())
        return false;
    file.minCount = match.captured(1).toInt();
    if (match.hasCaptured(2))
        file.maxCount = -1;
    else
        file.maxCount = match.hasCaptured(3) ? match.captured(3).toInt() : file.minCount;
    return file.maxCount == -1 || (file.maxCount > 0 && file.minCount <= file.maxCount);
}

void readCount(const TomlTable &table, ExpectedFile &file)
{
    const QString count = table.string("count"_L1, u"1"_s);
    if (!parseCount(count, file))
        table.refuse("count"_L1,
                     Words::tr("%1 must be a number or a range of files, such as \"1\", \"1+\", \"0+\" or \"2-4\", "
                               "not \"%2\".")
                         .arg(table.label("count"_L1), count));
}

ExpectedFile readFile(const TomlTable &table)
{
    ExpectedFile file{.path = templateText(table, "path"_L1, placeholders(), table.requiredString("path"_L1)),
                      .mode = readMode(table)};
    if (!file.path.isEmpty() && !staysInside(file.path))
        table.refuse(
            "path"_L1,
            Words::tr("%1 must be relative to the layout's root, not %2.").arg(table.label("path"_L1), file.path));
    readCount(table, file);
    return file;
}

QString readLayoutRoot(const TomlTable &layout)
{
    const QString root = templateText(layout, "root"_L1, placeholders(), layout.string("root"_L1));
    if (root.contains(u'/') || root == u"." || root == u"..")
        layout.refuse("root"_L1,
                      Words::tr("%1 must be the name of a single folder, or \"\" for an archive without one.")
                          .arg(layout.label("root"_L1)));
    return root;
}

ExpectedLayout readLayout(const TomlTable &table, const QString &fileLabel)
{
    ExpectedLayout layout{.root = readLayoutRoot(table), .allow = table.strings("allow"_L1)};
    for (const TomlTable &file : table.tables("file"_L1, fileLabel, {u"path"_s, u"mode"_s, u"count"_s}))
        layout.files += readFile(file);
    for (const QString &glob : layout.allow)
        templateText(table, "allow"_L1, placeholders(), glob);
    return layout;
}

} // namespace

QMap<QString, ExpectedLayout> readLayouts(const TomlTable &root)
{
    QMap<QString, ExpectedLayout> layouts;
    const auto tables = root.table("layout"_L1, u"[layout]"_s, {});
    if (!tables)
        return layouts;
    for (const QString &name : tables->keys()) {
        const QString label = u"[layout.%1]"_s.arg(name);
        const QByteArray key = name.toUtf8();
        const auto table = tables->table(QLatin1StringView(key), label, {u"root"_s, u"file"_s, u"allow"_s});
        layouts.insert(name, table ? readLayout(*table, Words::tr("a file of %1").arg(label)) : ExpectedLayout());
    }
    return layouts;
}

} // namespace unmoor
