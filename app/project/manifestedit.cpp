// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/manifestedit.h"

#include "app/core/visibletext.h"
#include "app/core/words.h"
#include "app/project/tomltable.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// A range of the text; \a end is behind its last character.
struct TextSpan
{
    qsizetype begin = 0;
    qsizetype end = 0;
};

/// Where the parser's place is in \a text. The parser counts columns in code points.
qsizetype indexAt(const QString &text, const toml::source_position &at)
{
    qsizetype index = 0;
    for (toml::source_index line = 1; line < at.line; ++line) {
        const qsizetype end = text.indexOf(u'\n', index);
        if (end < 0)
            return text.size();
        index = end + 1;
    }
    for (toml::source_index column = 1; column < at.column && index < text.size(); ++column)
        index += text.at(index).isHighSurrogate() ? 2 : 1;
    return qMin(index, text.size());
}

TextSpan spanOf(const QString &text, const toml::node &node)
{
    return {indexAt(text, node.source().begin), indexAt(text, node.source().end)};
}

qsizetype lineStart(const QString &text, qsizetype index)
{
    return index == 0 ? 0 : text.lastIndexOf(u'\n', index - 1) + 1;
}

/// Behind the line end; the text's end where the last line has none.
qsizetype nextLine(const QString &text, qsizetype index)
{
    const qsizetype end = text.indexOf(u'\n', index);
    return end < 0 ? text.size() : end + 1;
}

QString keyText(const toml::table &table, std::string_view key)
{
    const toml::node *node = table.get(key);
    const auto *text = node ? node->as_string() : nullptr;
    return text ? QString::fromStdString(text->get()) : QString();
}

VersionSource formVersion(const toml::table &project)
{
    VersionSource source;
    const toml::node *node = project.get("version");
    const toml::table *table = node ? node->as_table() : nullptr;
    if (!table)
        return source;
    source.eval = keyText(*table, "eval");
    source.match = {keyText(*table, "file"), keyText(*table, "regex")};
    source.literal = keyText(*table, "literal");
    source.kind = table->contains("eval") ? VersionSource::Kind::Eval
        : table->contains("file")         ? VersionSource::Kind::File
                                          : VersionSource::Kind::Literal;
    return source;
}

QList<const toml::table *> targetsOf(const toml::table &root)
{
    QList<const toml::table *> targets;
    const toml::node *node = root.get("target");
    const toml::array *array = node ? node->as_array() : nullptr;
    for (size_t i = 0; array && i < array->size(); ++i)
        if (const toml::table *target = array->get(i)->as_table())
            targets += target;
    return targets;
}

QStringList layoutsOf(const toml::table &root)
{
    QStringList names;
    const toml::node *node = root.get("layout");
    if (const toml::table *layouts = node ? node->as_table() : nullptr)
        for (const auto &[key, layout] : *layouts)
            names += QString::fromStdString(std::string(key.str()));
    return names;
}

/// What \a edit makes of the parsed \a toml.
template <typename T>
Result<T> edited(const QString &toml, const std::function<Result<T>(const toml::table &root)> &edit)
{
    const QByteArray bytes = toml.toUtf8();
    const toml::parse_result parsed = toml::parse(std::string_view(bytes.constData(), size_t(bytes.size())));
    if (parsed)
        return edit(parsed.table());
    return failure(
        Error::Kind::InvalidInput,
        Words::tr("Mend the text first: in line %1 it is not TOML.").arg(parsed.error().source().begin.line));
}

/// The lines of \a table: from its header to its last value, and the empty line behind them.
TextSpan tableLines(const QString &toml, const toml::table &table)
{
    TextSpan lines{lineStart(toml, indexAt(toml, table.source().begin)), 0};
    lines.end = nextLine(toml, lines.begin);
    for (const auto &[key, node] : table)
        lines.end = qMax(lines.end, nextLine(toml, spanOf(toml, node).end));
    if (lines.end < toml.size() && toml.at(lines.end) == u'\n')
        ++lines.end;
    return lines;
}

QString withoutLines(QString toml, const TextSpan &lines)
{
    return toml.remove(lines.begin, lines.end - lines.begin);
}

/// In the place of the value at \a old, and of a comment behind it.
QString withValue(QString toml, const TextSpan &old, const QString &value)
{
    const qsizetype end = toml.indexOf(u'\n', old.end);
    const qsizetype lineEnd = end < 0 ? toml.size() : end;
    const bool hasComment = QStringView(toml).sliced(old.end, lineEnd - old.end).trimmed().startsWith(u'#');
    return toml.replace(old.begin, (hasComment ? lineEnd : old.end) - old.begin, value);
}

/// A line behind the other values of \a table.
QString withLine(QString toml, const toml::table &table, const QString &line)
{
    TextSpan lines = tableLines(toml, table);
    while (lines.end > 1 && toml.at(lines.end - 1) == u'\n' && toml.at(lines.end - 2) == u'\n')
        --lines.end;
    const bool needsEnd = lines.end > 0 && toml.at(lines.end - 1) != u'\n';
    return toml.insert(lines.end, (needsEnd ? u"\n"_s : QString()) + line + u'\n');
}

Result<QString> withKey(const QString &toml, const toml::table &table, const QString &key, const QString &value)
{
    if (const toml::node *node = table.get(key.toStdString())) {
        const TextSpan old = spanOf(toml, *node);
        if (value.isEmpty())
            return withoutLines(toml, {lineStart(toml, old.begin), nextLine(toml, old.end)});
        return withValue(toml, old, value);
    }
    return value.isEmpty() ? toml : withLine(toml, table, u"%1 = %2"_s.arg(key, value));
}

/// A table that has lines of its own, as opposed to { … } and to keys with dots.
bool hasHeader(const QString &toml, const toml::table *table)
{
    const qsizetype begin = table ? indexAt(toml, table->source().begin) : toml.size();
    return begin < toml.size() && toml.at(begin) == u'[' && !table->is_inline();
}

const toml::table *findTarget(const QString &toml, const toml::table &root, const QString &triple)
{
    for (const toml::table *target : targetsOf(root))
        if (keyText(*target, "triple") == triple && hasHeader(toml, target))
            return target;
    return nullptr;
}

std::unexpected<Error> noTable(const QString &name)
{
    return failure(Error::Kind::InvalidInput,
                   Words::tr("The text has no table %1 with lines of its own: write it there.").arg(name));
}

std::unexpected<Error> noTarget(const QString &triple)
{
    return noTable(Words::tr("[[target]] of %1").arg(triple));
}

} // namespace

Result<ManifestForm> formOfManifest(const QString &toml)
{
    return edited<ManifestForm>(toml, [](const toml::table &root) -> Result<ManifestForm> {
        ManifestForm form;
        form.layouts = layoutsOf(root);
        for (const toml::table *target : targetsOf(root))
            if (!target->contains("dropped"))
                form.targets.append({keyText(*target, "triple"), keyText(*target, "system"), keyText(*target, "output"),
                                     keyText(*target, "archive"), keyText(*target, "layout")});
        const toml::node *node = root.get("project");
        if (const toml::table *project = node ? node->as_table() : nullptr) {
            form.name = keyText(*project, "name");
            form.repository = keyText(*project, "repository");
            form.changelog = keyText(*project, "changelog");
            form.tag = keyText(*project, "tag");
            form.version = formVersion(*project);
        }
        return form;
    });
}

Result<QString> withProjectKey(const QString &toml, const QString &key, const QString &value)
{
    return edited<QString>(toml, [&](const toml::table &root) -> Result<QString> {
        const toml::node *node = root.get("project");
        const toml::table *project = node ? node->as_table() : nullptr;
        if (!hasHeader(toml, project))
            return noTable(u"[project]"_s);
        return withKey(toml, *project, key, value);
    });
}

Result<QString> withTargetKey(const QString &toml, const QString &triple, const QString &key, const QString &value)
{
    return edited<QString>(toml, [&](const toml::table &root) -> Result<QString> {
        const toml::table *target = findTarget(toml, root, triple);
        if (!target)
            return noTarget(triple);
        return withKey(toml, *target, key, value);
    });
}

Result<ManifestCut> cutTarget(const QString &toml, const QString &triple)
{
    return edited<ManifestCut>(toml, [&](const toml::table &root) -> Result<ManifestCut> {
        const toml::table *target = findTarget(toml, root, triple);
        if (!target)
            return noTarget(triple);
        const TextSpan lines = tableLines(toml, *target);
        return ManifestCut{withoutLines(toml, lines), toml.sliced(lines.begin, lines.end - lines.begin)};
    });
}

Result<QString> withTarget(const QString &toml, const QString &block)
{
    return edited<QString>(toml, [&](const toml::table &root) -> Result<QString> {
        const QList<const toml::table *> targets = targetsOf(root);
        const qsizetype end = targets.isEmpty() ? toml.size() : tableLines(toml, *targets.last()).end;
        const QString before = toml.left(end);
        const QString gap = before.isEmpty() || before.endsWith("\n\n"_L1) ? QString()
            : before.endsWith(u'\n')                                       ? u"\n"_s
                                                                           : u"\n\n"_s;
        return before + gap + block.trimmed() + u"\n\n"_s + toml.sliced(end);
    });
}

QString tomlString(const QString &text)
{
    QString escaped = withVisibleSigns(text);
    escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' + escaped + u'"';
}

QString tomlOf(const VersionSource &source)
{
    switch (source.kind) {
    case VersionSource::Kind::Eval:
        return u"{ eval = %1 }"_s.arg(tomlString(source.eval));
    case VersionSource::Kind::Literal:
        return u"{ literal = %1 }"_s.arg(tomlString(source.literal));
    case VersionSource::Kind::File:
        return u"{ file = %1, regex = %2 }"_s.arg(
            tomlString(source.match.file),
            source.match.regex.contains(u'\'') ? tomlString(source.match.regex) : u'\'' + source.match.regex + u'\'');
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace unmoor
