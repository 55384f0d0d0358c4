// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/runscript.h"

#include "app/workflows/expression.h"
#include "app/workflows/shellpattern.h"
#include "app/workflows/textfilter.h"

#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype longestScript = 64 * 1024; // characters
constexpr qsizetype longestWord = 16 * 1024;
constexpr qsizetype mostPipelines = 500;
constexpr qsizetype mostScriptVariables = 200;
constexpr int deepestScript = 8;

const QString outputFile = u"$GITHUB_OUTPUT"_s;
const QString environmentFile = u"$GITHUB_ENV"_s;

bool isNamePart(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
}

class ScriptReader
{
public:
    ScriptReader(const QString &text, ScriptReading &reading, int depth, int firstLine)
        : m_text(text)
        , m_reading(reading)
        , m_depth(depth)
        , m_firstLine(firstLine)
    {
    }

    QHash<QString, QString> variables;

    /// Reads to the \a end that closes it, or to the end of the text; gives what the last pipeline prints.
    QString read(QChar end)
    {
        QString printed;
        while (m_pos < m_text.size() && m_reading.pipelines.size() < mostPipelines) {
            const QChar c = current();
            if (!end.isNull() && c == end)
                break;
            if (c == u'\n') {
                ++m_pos;
                skipHereDocuments();
                m_isConditional = false;
            } else if (c == u'#') {
                skipLine();
            } else if (c == u'&' || c == u'|') {
                // "&&" and "||": what follows runs sometimes
                m_isConditional = m_isConditional || QStringView(m_text).sliced(m_pos).startsWith(QString(2, c));
                m_pos += QStringView(m_text).sliced(m_pos).startsWith(QString(2, c)) ? 2 : 1;
            } else if (c == u';') {
                ++m_pos;
                m_isConditional = false;
            } else if (c.isSpace() || c == u'(' || c == u')') {
                ++m_pos;
            } else {
                printed = readPipeline(end);
            }
        }
        if (m_pos < m_text.size())
            ++m_pos;
        return printed;
    }

    qsizetype position() const { return m_pos; }

    /// The whole text as if it stood between double quotes.
    QString expandAll()
    {
        QString value;
        while (m_pos < m_text.size())
            appendPart(value, true);
        return limited(value);
    }

private:
    QChar current() const { return m_text.at(m_pos); }
    bool at(QChar c) const { return m_pos < m_text.size() && m_text.at(m_pos) == c; }
    bool isAhead(QStringView text) const { return QStringView(m_text).sliced(m_pos).startsWith(text); }
    static QString limited(const QString &value) { return value.size() > longestWord ? QString(unknownPart) : value; }

    void skipLine()
    {
        const qsizetype end = m_text.indexOf(u'\n', m_pos);
        m_pos = end < 0 ? m_text.size() : end;
    }

    void skipHereDocuments()
    {
        for (const QString &word : std::exchange(m_hereDocuments, {})) {
            while (m_pos < m_text.size()) {
                const qsizetype start = m_pos;
                skipLine();
                const bool isEnd = QStringView(m_text).sliced(start, m_pos - start).trimmed() == word;
                m_pos = std::min(m_pos + 1, m_text.size());
                if (isEnd)
                    break;
            }
        }
    }

    QString readPipeline(QChar end)
    {
        ScriptPipeline pipeline;
        pipeline.line = m_firstLine + int(QStringView(m_text).first(m_pos).count(u'\n'));
        for (;;) {
            const ScriptCommand command = readCommand(end);
            if (!command.words.isEmpty())
                pipeline.commands.append(command);
            if (!at(u'|') || isAhead(u"||"))
                break;
            ++m_pos;
            while (m_pos < m_text.size() && current().isSpace())
                ++m_pos;
        }
        if (pipeline.commands.isEmpty())
            return {};
        m_reading.pipelines.append(pipeline);
        keepOutputs(pipeline);
        return printedBy(pipeline);
    }

    ScriptCommand readCommand(QChar end)
    {
        ScriptCommand command;
        QList<std::pair<QString, QString>> own;
        while (m_pos < m_text.size()) {
            const QChar c = current();
            if (c == u' ' || c == u'\t' || c == u'\r') {
                ++m_pos;
            } else if (isAhead(u"\\\n")) {
                m_pos += 2;
            } else if ((!end.isNull() && c == end) || c == u'\n' || c == u';' || c == u'|' || c == u'(' || c == u')'
                       || (c == u'&' && !isAhead(u"&>"))) {
                break;
            } else if (c == u'#') {
                skipLine();
                break;
            } else if (c == u'<' || c == u'>' || c == u'&') {
                readRedirection(command);
            } else if (const QString name = command.words.isEmpty() ? assignedName() : QString(); !name.isEmpty()) {
                own.append({name, readWord()});
            } else {
                const qsizetype start = m_pos;
                const QString word = readWord();
                if (m_pos == start)
                    ++m_pos; // nothing that a word may hold
                else if (!command.words.isEmpty() || !takesKeyword(m_text.sliced(start, m_pos - start)))
                    command.words.append(word);
            }
        }
        if (command.words.isEmpty())
            for (const auto &[name, value] : own)
                assign(name, value);
        obey(command);
        return command;
    }

    /// Whether \a word is one of the shell's own, which opens or ends a part that may not run.
    bool takesKeyword(const QString &word)
    {
        static const QSet<QString> opening{u"if"_s, u"while"_s, u"until"_s, u"for"_s, u"case"_s, u"function"_s};
        static const QSet<QString> closing{u"fi"_s, u"done"_s, u"esac"_s};
        static const QSet<QString> others{u"then"_s, u"else"_s, u"elif"_s, u"do"_s, u"!"_s, u"{"_s, u"}"_s};
        if (opening.contains(word)) {
            ++m_blocks;
            m_isLoop = word == "for"_L1;
            return !m_isLoop; // "for" stays, for the name behind it
        }
        if (closing.contains(word))
            m_blocks = std::max(0, m_blocks - 1);
        return closing.contains(word) || others.contains(word);
    }

    QString assignedName()
    {
        qsizetype i = m_pos;
        while (i < m_text.size() && isNamePart(m_text.at(i)))
            ++i;
        if (i == m_pos || i >= m_text.size() || m_text.at(i) != u'=' || current().isDigit())
            return {};
        const QString name = m_text.sliced(m_pos, i - m_pos);
        m_pos = i + 1;
        return name;
    }

    void readRedirection(ScriptCommand &command)
    {
        const qsizetype start = m_pos;
        while (m_pos < m_text.size() && QStringView(u"<>&").contains(current()))
            ++m_pos;
        const QStringView sign = QStringView(m_text).sliced(start, m_pos - start);
        if (sign == u"<(" || at(u'(')) { // a process that is read
            command.words.append(unknownPart);
            skipBrackets();
            return;
        }
        if (sign.startsWith(u"<<") && at(u'-'))
            ++m_pos;
        while (at(u' ') || at(u'\t'))
            ++m_pos;
        const QString word = readWord();
        const bool isOfErrors = start > 0 && m_text.at(start - 1) == u'2';
        if (isOfErrors && !command.words.isEmpty() && command.words.constLast() == "2"_L1)
            command.words.removeLast();
        if (sign == u"<<<")
            command.input = unknownPart;
        else if (sign.startsWith(u"<<"))
            m_hereDocuments.append(word);
        else if (sign.startsWith(u'<'))
            command.input = word;
        else if (!isOfErrors && !sign.endsWith(u'&'))
            command.output = word;
    }

    QString readWord()
    {
        QString value;
        while (m_pos < m_text.size() && !QStringView(u" \t\r\n;&|()<>").contains(current()))
            appendPart(value, false);
        return limited(value);
    }

    void appendPart(QString &value, bool isQuoted)
    {
        const QChar c = current();
        if (value.size() > longestWord)
            value = unknownPart;
        if (c == u'$') {
            ++m_pos;
            value += expand(isQuoted);
        } else if (c == u'`') {
            const qsizetype close = m_text.indexOf(u'`', m_pos + 1);
            m_pos = close < 0 ? m_text.size() : close + 1;
            value += unknownPart;
        } else if (c == u'\\') {
            takeEscape(value, isQuoted);
        } else if (c == u'\'' && !isQuoted) {
            const qsizetype close = m_text.indexOf(u'\'', m_pos + 1);
            value += QStringView(m_text).sliced(m_pos + 1, (close < 0 ? m_text.size() : close) - m_pos - 1);
            m_pos = close < 0 ? m_text.size() : close + 1;
        } else if (c == u'"' && !isQuoted) {
            ++m_pos;
            while (m_pos < m_text.size() && !at(u'"'))
                appendPart(value, true);
            m_pos = std::min(m_pos + 1, m_text.size());
        } else {
            value += c;
            ++m_pos;
        }
    }

    void takeEscape(QString &value, bool isQuoted)
    {
        ++m_pos;
        if (m_pos >= m_text.size())
            return;
        const QChar next = current();
        ++m_pos;
        if (next == u'\n')
            return;
        if (isQuoted && !QStringView(u"$`\"\\").contains(next))
            value += u'\\';
        value += next;
    }

    /// What follows a "$".
    QString expand(bool isQuoted)
    {
        if (at(u'('))
            return substituted();
        if (at(u'{'))
            return braced();
        if (!isQuoted && at(u'\'')) {
            const qsizetype close = m_text.indexOf(u'\'', m_pos + 1);
            m_pos = close < 0 ? m_text.size() : close + 1;
            return unknownPart;
        }
        const qsizetype start = m_pos;
        while (m_pos < m_text.size() && isNamePart(current()))
            ++m_pos;
        if (m_pos > start)
            return valueOf(m_text.sliced(start, m_pos - start));
        if (m_pos >= m_text.size() || !QStringView(u"@*#?$!-").contains(current()))
            return u"$"_s; // stands for itself
        ++m_pos;
        return unknownPart;
    }

    QString valueOf(const QString &name) const
    {
        if (name == "GITHUB_OUTPUT"_L1)
            return outputFile;
        if (name == "GITHUB_ENV"_L1)
            return environmentFile;
        return variables.value(name, QString(unknownPart));
    }

    QString substituted()
    {
        ++m_pos;
        if (at(u'(') || m_depth >= deepestScript) {
            --m_pos;
            skipBrackets();
            return unknownPart;
        }
        const int line = m_firstLine + int(QStringView(m_text).first(m_pos).count(u'\n'));
        ScriptReader inner(m_text.sliced(m_pos), m_reading, m_depth + 1, line);
        inner.variables = variables;
        const QString printed = inner.read(u')');
        m_pos += inner.position();
        return printed;
    }

    /// Behind the bracket that closes the one at the position.
    void skipBrackets()
    {
        int open = 0;
        do {
            if (at(u'('))
                ++open;
            else if (at(u')'))
                --open;
            ++m_pos;
        } while (m_pos < m_text.size() && open > 0);
    }

    QString braced()
    {
        const qsizetype start = ++m_pos;
        int open = 1;
        for (; m_pos < m_text.size() && open > 0; ++m_pos) {
            if (at(u'\\'))
                ++m_pos;
            else if (at(u'{'))
                ++open;
            else if (at(u'}'))
                --open;
        }
        m_pos = std::min(m_pos, m_text.size());
        const QString inside = m_text.sliced(start, std::max<qsizetype>(m_pos - 1 - start, 0));
        qsizetype end = 0;
        while (end < inside.size() && isNamePart(inside.at(end)))
            ++end;
        return end == 0 ? QString(unknownPart) : changed(valueOf(inside.first(end)), inside.sliced(end));
    }

    /// "${name<operation>}" of a variable that is \a value.
    QString changed(const QString &value, const QString &operation)
    {
        if (operation.isEmpty() || isUnknownText(value))
            return operation.isEmpty() ? value : QString(unknownPart);
        if (operation.startsWith(":-"_L1) || operation.startsWith(":="_L1))
            return value.isEmpty() ? expanded(operation.sliced(2)) : value;
        if (operation.startsWith(u'-') || operation.startsWith(u'='))
            return value;
        const QChar sign = operation.front();
        if (sign == u'#' || sign == u'%') {
            const bool isLongest = operation.size() > 1 && operation.at(1) == sign;
            const QString pattern = expanded(operation.sliced(isLongest ? 2 : 1));
            if (isUnknownText(pattern) || pattern.contains(u'['))
                return unknownPart;
            return withoutMatch(value, pattern, sign == u'%', isLongest);
        }
        return sign == u'/' ? replaced(value, operation) : QString(unknownPart);
    }

    /// "${name/a/b}" and "${name//a/b}".
    QString replaced(const QString &value, const QString &operation)
    {
        const bool isAll = operation.startsWith("//"_L1);
        const QString rest = operation.sliced(isAll ? 2 : 1);
        const qsizetype slash = rest.indexOf(u'/');
        const QString from = expanded(slash < 0 ? rest : rest.first(slash));
        const QString to = slash < 0 ? QString() : expanded(rest.sliced(slash + 1));
        static const QRegularExpression special(u"[*?\\[]"_s);
        if (from.isEmpty() || isUnknownText(from) || isUnknownText(to) || from.contains(special))
            return unknownPart;
        QString changed = value;
        if (isAll)
            return changed.replace(from, to);
        const qsizetype found = value.indexOf(from);
        return found < 0 ? value : changed.replace(found, from.size(), to);
    }

    QString expanded(const QString &text)
    {
        if (m_depth >= deepestScript)
            return unknownPart;
        ScriptReader inner(text, m_reading, m_depth + 1, m_firstLine);
        inner.variables = variables;
        QString value = inner.expandAll();
        // Outside of quotes a backslash only protects what follows.
        return text.contains("\\\\"_L1) ? value : value.remove(u'"');
    }

    void assign(const QString &name, const QString &value)
    {
        const bool mayNotRun = m_blocks > 0 || m_isConditional;
        if (mayNotRun && variables.value(name, QString(unknownPart)) != value)
            variables.insert(name, unknownPart);
        else if (variables.size() < mostScriptVariables || variables.contains(name))
            variables.insert(name, value);
    }

    /// Commands that set variables.
    void obey(const ScriptCommand &command)
    {
        static const QSet<QString> setters{u"export"_s, u"declare"_s, u"local"_s, u"readonly"_s};
        const QString name = command.words.value(0);
        if (name == "for"_L1 || name == "read"_L1 || name == "unset"_L1) {
            for (const QString &word : command.words.sliced(1))
                variables.insert(word, unknownPart);
        } else if (setters.contains(name)) {
            for (const QString &word : command.words.sliced(1))
                if (const qsizetype equals = word.indexOf(u'='); equals > 0)
                    assign(word.first(equals), word.sliced(equals + 1));
        }
    }

    void keepOutputs(const ScriptPipeline &pipeline)
    {
        const ScriptCommand &last = pipeline.commands.constLast();
        static const QRegularExpression assigned(u"\\A([\\w-]+)=([^\\n]*)\\z"_s);
        static const QRegularExpression command(u"\\A::set-output name=([\\w-]+)::([^\\n]*)\\z"_s);
        const QString printed = printedBy(pipeline);
        const bool isOutput = last.output == outputFile;
        if (const auto match = command.match(printed); match.hasMatch())
            note(m_reading.outputs, match.captured(1), match.captured(2));
        else if (const auto pair = assigned.match(printed);
                 pair.hasMatch() && (isOutput || last.output == environmentFile))
            note(isOutput ? m_reading.outputs : m_reading.exports, pair.captured(1), pair.captured(2));
    }

    void note(QMap<QString, QString> &into, const QString &name, const QString &value) const
    {
        const bool isOther = into.contains(name) && into.value(name) != value;
        into.insert(name, m_blocks > 0 || m_isConditional || isOther ? QString(unknownPart) : value);
    }

    static QString printedBy(const ScriptPipeline &pipeline)
    {
        const QStringList &words = pipeline.commands.constFirst().words;
        QStringList texts = words.mid(1);
        std::optional<QStringList> lines;
        if (words.value(0) == "echo"_L1) {
            texts.removeIf([](const QString &word) { return word == "-n"_L1 || word == "-e"_L1; });
            lines = QStringList{texts.join(u' ')};
        } else if (words.value(0) == "printf"_L1 && texts.size() == 2
                   && (texts.at(0) == "%s"_L1 || texts.at(0) == "%s\\n"_L1)) {
            lines = QStringList{texts.at(1)};
        }
        for (qsizetype i = 1; lines && i < pipeline.commands.size(); ++i)
            lines = filteredLines(pipeline.commands.at(i).words, *lines);
        return lines ? lines->join(u'\n') : QString(unknownPart);
    }

    QString m_text;
    ScriptReading &m_reading;
    int m_depth;
    int m_firstLine;
    qsizetype m_pos = 0;
    int m_blocks = 0; ///< parts of "if", "for" and the like that the position is in
    bool m_isConditional = false; ///< behind "&&" or "||"
    bool m_isLoop = false;
    QStringList m_hereDocuments;
};

} // namespace

ScriptReading readRunScript(const QString &script, const QHash<QString, QString> &variables)
{
    ScriptReading reading;
    ScriptReader reader(script.left(longestScript), reading, 0, 0);
    reader.variables = variables;
    reader.read(QChar());
    return reading;
}

} // namespace unmoor
