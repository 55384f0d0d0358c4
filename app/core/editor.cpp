// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/editor.h"

#include <QFileInfo>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// How an editor is told where to go.
enum class Way {
    GotoFlag, ///< -g FILE:LINE:COLUMN
    LineFlag, ///< -l LINE -c COLUMN FILE
    PlusLine, ///< +LINE FILE
    PlusColumn, ///< +LINE:COLUMN FILE
    Suffix, ///< FILE:LINE:COLUMN
};

std::optional<Way> wayOf(const QString &program)
{
    static const QMap<QString, Way> ways{
        {u"code"_s, Way::GotoFlag},     {u"code-insiders"_s, Way::GotoFlag}, {u"codium"_s, Way::GotoFlag},
        {u"vscodium"_s, Way::GotoFlag}, {u"kate"_s, Way::LineFlag},          {u"kwrite"_s, Way::LineFlag},
        {u"kdevelop"_s, Way::Suffix},   {u"gvim"_s, Way::PlusLine},          {u"gedit"_s, Way::PlusLine},
        {u"xed"_s, Way::PlusLine},      {u"pluma"_s, Way::PlusLine},         {u"emacs"_s, Way::PlusColumn},
        {u"subl"_s, Way::Suffix},       {u"sublime_text"_s, Way::Suffix},    {u"zed"_s, Way::Suffix},
        {u"zeditor"_s, Way::Suffix},    {u"qtcreator"_s, Way::Suffix}};
    const auto way = ways.constFind(program);
    return way == ways.cend() ? std::nullopt : std::optional(*way);
}

QStringList placeArguments(Way way, const QString &file, int line, int column)
{
    const QString place = u"%1:%2:%3"_s.arg(file).arg(line).arg(column);
    switch (way) {
    case Way::GotoFlag:
        return {u"-g"_s, place};
    case Way::LineFlag:
        return {u"-l"_s, QString::number(line), u"-c"_s, QString::number(column), file};
    case Way::PlusLine:
        return {u"+%1"_s.arg(line), file};
    case Way::PlusColumn:
        return {u"+%1:%2"_s.arg(line).arg(column), file};
    case Way::Suffix:
        return {place};
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

std::optional<Command> editorCommand(const QString &editor, const QString &file, int line, int column)
{
    QStringList words = QProcess::splitCommand(editor);
    if (words.isEmpty())
        return {};
    const QString program = words.takeFirst();
    const bool inTerminal = words.contains("-nw"_L1);
    const auto way = inTerminal ? std::nullopt : wayOf(QFileInfo(program).fileName());
    if (!way)
        return {};
    const QStringList place = line > 0 ? placeArguments(*way, file, line, qMax(1, column)) : QStringList{file};
    return Command{.program = program, .arguments = words + place};
}

std::optional<Command> ownEditorCommand(const QString &file, int line, int column)
{
    const auto visual = editorCommand(qEnvironmentVariable("VISUAL"), file, line, column);
    return visual ? visual : editorCommand(qEnvironmentVariable("EDITOR"), file, line, column);
}

} // namespace unmoor
