// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/launcher/shellscript.h"

#include "app/binary/bundle.h"
#include "app/launcher/shellwords.h"

#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype mostText = 32 * 1024;
constexpr qsizetype mostValue = 4096;
constexpr qsizetype mostCommands = 500;
constexpr qsizetype mostVariables = 200;
constexpr int mostDepth = 8;

struct Shell
{
    QHash<QString, QString> variables;
    QSet<QString> exported;
    QString folder;
};

class ShellReader
{
public:
    ShellReader(const QString &text, const QString &script, QList<ShellCommand> *commands, int depth)
        : m_text(text)
        , m_script(script)
        , m_commands(commands)
        , m_depth(depth)
    {
    }

    Shell shell;

    /// Reads commands up to \a end (or the end of the text) and says what they print.
    QString readCommands(QChar end)
    {
        QString printed;
        bool isAlternative = false; // behind "||", which matters where what stands before it fails
        while (m_pos < m_text.size() && !isFull()) {
            const QChar c = m_text.at(m_pos);
            if (c == end && !end.isNull())
                break;
            if (c == u'#') {
                skipLine();
            } else if (c == u'\n') {
                ++m_pos;
                skipHereDocument();
            } else if (c == u'|') {
                ++m_pos;
                isAlternative = at(u'|');
                if (isAlternative)
                    ++m_pos;
                else
                    printed = unknown(); // a filter
            } else if (QStringView(u" \t\r;&()").contains(c)) {
                ++m_pos;
            } else {
                const QString output = readCommand(end);
                if (!isAlternative || printed.isEmpty())
                    printed += output;
                isAlternative = false;
            }
        }
        step();
        return printed.size() > mostValue ? unknown() : printed;
    }

    /// Expands the whole text as if it stood between double quotes.
    QString expandAll()
    {
        QString value;
        while (m_pos < m_text.size())
            appendPart(value, true);
        return limited(value);
    }

private:
    static QString limited(const QString &value) { return value.size() > mostValue ? unknown() : value; }
    bool isFull() const { return m_commands && m_commands->size() >= mostCommands; }
    bool at(QChar c) const { return m_pos < m_text.size() && m_text.at(m_pos) == c; }
    void step() { m_pos = std::min(m_pos + 1, m_text.size()); }
    void skipLine()
    {
        const qsizetype end = m_text.indexOf(u'\n', m_pos);
        m_pos = end < 0 ? m_text.size() : end;
    }

    void skipHereDocument()
    {
        if (m_hereDocument.isEmpty())
            return;
        while (m_pos < m_text.size()) {
            const qsizetype start = m_pos;
            skipLine();
            const bool isEnd = QStringView(m_text).sliced(start, m_pos - start).trimmed() == m_hereDocument;
            if (m_pos < m_text.size())
                ++m_pos;
            if (isEnd)
                break;
        }
        m_hereDocument.clear();
    }

    QString readCommand(QChar end)
    {
        static const QSet<QString> keywords{u"if"_s, u"then"_s, u"else"_s, u"elif"_s, u"do"_s,   u"while"_s, u"until"_s,
                                            u"!"_s,  u"{"_s,    u"}"_s,    u"fi"_s,   u"done"_s, u"esac"_s,  u"time"_s};
        QStringList words;
        QHash<QString, QString> own;
        while (m_pos < m_text.size()) {
            const QChar c = m_text.at(m_pos);
            if (c == u' ' || c == u'\t' || c == u'\r') {
                ++m_pos;
                continue;
            }
            if (c == end || QStringView(u"\n;&|()").contains(c))
                break;
            if (c == u'#') {
                skipLine();
                break;
            }
            if (c == u'<' || c == u'>') {
                skipRedirection(words);
                continue;
            }
            if (const QString name = words.isEmpty() ? assignedName() : QString(); !name.isEmpty()) {
                own.insert(name, readWord(end));
                continue;
            }
            const qsizetype start = m_pos;
            const QString word = readWord(end);
            if (words.isEmpty() && keywords.contains(QStringView(m_text).sliced(start, m_pos - start).toString()))
                continue;
            words.append(word);
        }
        return run(words, own);
    }

    /// The variable that is assigned to here; the position is then behind the "=".
    QString assignedName()
    {
        qsizetype i = m_pos;
        while (i < m_text.size() && isNameCharacter(m_text.at(i)))
            ++i;
        if (i == m_pos || i >= m_text.size() || m_text.at(i) != u'=' || m_text.at(m_pos).isDigit())
            return {};
        const QString name = m_text.sliced(m_pos, i - m_pos);
        m_pos = i + 1;
        return name;
    }

    void skipRedirection(QStringList &words)
    {
        const qsizetype start = m_pos;
        while (at(u'<') || at(u'>') || at(u'&') || at(u'-'))
            ++m_pos;
        // "2>": the digit was read as a word of its own
        const bool isAttached = start > 0 && m_text.at(start - 1).isDigit();
        if (isAttached && !words.isEmpty() && words.last().size() == 1)
            words.removeLast();
        const bool isHereDocument = QStringView(m_text).sliced(start, m_pos - start).startsWith(u"<<");
        while (at(u' ') || at(u'\t'))
            ++m_pos;
        const QString word = readWord(QChar());
        if (isHereDocument)
            m_hereDocument = word;
    }

    QString readWord(QChar end)
    {
        QString value;
        while (m_pos < m_text.size()) {
            const QChar c = m_text.at(m_pos);
            if (c == end || QStringView(u" \t\r\n;&|()<>").contains(c))
                break;
            appendPart(value, false);
        }
        return limited(value);
    }

    void appendPart(QString &value, bool isQuoted)
    {
        const QChar c = m_text.at(m_pos);
        if (value.size() > mostValue)
            value = unknown();
        if (c == u'$') {
            ++m_pos;
            value += expand();
        } else if (c == u'`') {
            value += backquoted();
        } else if (c == u'\\') {
            ++m_pos;
            if (m_pos < m_text.size())
                value += m_text.at(m_pos);
            step();
        } else if (c == u'\'' && !isQuoted) {
            const qsizetype close = m_text.indexOf(u'\'', m_pos + 1);
            value += QStringView(m_text).sliced(m_pos + 1, (close < 0 ? m_text.size() : close) - m_pos - 1);
            m_pos = close < 0 ? m_text.size() : close + 1;
        } else if (c == u'"' && !isQuoted) {
            ++m_pos;
            while (m_pos < m_text.size() && !at(u'"'))
                appendPart(value, true);
            step();
        } else {
            value += c;
            ++m_pos;
        }
    }

    /// What follows a "$".
    QString expand()
    {
        if (at(u'('))
            return substituted();
        if (at(u'{'))
            return braced();
        const qsizetype start = m_pos;
        while (m_pos < m_text.size() && isNameCharacter(m_text.at(m_pos)))
            ++m_pos;
        if (m_pos == start) { // "$@", "$$", …
            if (m_pos < m_text.size() && m_text.at(m_pos) != u'"')
                ++m_pos;
            return unknown();
        }
        return valueOf(m_text.sliced(start, m_pos - start));
    }

    QString valueOf(const QString &name) const
    {
        if (name == "0"_L1 || name == "BASH_SOURCE"_L1)
            return QString(rootMark) + u'/' + m_script;
        const auto known = shell.variables.constFind(name);
        if (known != shell.variables.constEnd())
            return *known;
        if (name == "PWD"_L1 && !shell.folder.isEmpty())
            return shell.folder;
        return isInherited(name) ? QString() : unknown();
    }

    QString substituted()
    {
        ++m_pos;
        if (at(u'(') || m_depth >= mostDepth) { // arithmetic, or too deep to follow
            skipTo(u'(', u')');
            return unknown();
        }
        const Shell outer = shell;
        QList<ShellCommand> *commands = std::exchange(m_commands, nullptr);
        ++m_depth;
        const QString printed = readCommands(u')');
        --m_depth;
        m_commands = commands;
        shell = outer;
        return printed;
    }

    QString backquoted()
    {
        const qsizetype close = m_text.indexOf(u'`', m_pos + 1);
        const QString inside = m_text.sliced(m_pos + 1, (close < 0 ? m_text.size() : close) - m_pos - 1);
        m_pos = close < 0 ? m_text.size() : close + 1;
        if (m_depth >= mostDepth)
            return unknown();
        ShellReader reader(inside, m_script, nullptr, m_depth + 1);
        reader.shell = shell;
        return reader.readCommands(QChar());
    }

    /// Behind the bracket that closes the one that was opened last.
    void skipTo(QChar open, QChar close)
    {
        int depth = 1;
        for (; m_pos < m_text.size() && depth > 0; ++m_pos) {
            if (at(open))
                ++depth;
            else if (at(close))
                --depth;
        }
    }

    QString braced()
    {
        ++m_pos;
        const qsizetype start = m_pos;
        skipTo(u'{', u'}');
        const QString inside = m_text.sliced(start, std::max<qsizetype>(m_pos - 1 - start, 0));
        qsizetype end = 0;
        while (end < inside.size() && isNameCharacter(inside.at(end)))
            ++end;
        const QString name = inside.first(end);
        if (end < inside.size() && inside.at(end) == u'[') {
            const qsizetype close = inside.indexOf(u']', end);
            end = close < 0 ? inside.size() : close + 1;
        }
        return name.isEmpty() ? unknown() : changed(name, inside.sliced(end));
    }

    /// "${name<operation>}".
    QString changed(const QString &name, const QString &operation)
    {
        const QString value = valueOf(name);
        if (operation.isEmpty())
            return value;
        const bool isSet = shell.variables.contains(name) && !value.isEmpty();
        for (const QLatin1StringView sign : {":-"_L1, ":="_L1, "-"_L1, "="_L1}) {
            if (operation.startsWith(sign))
                return isSet ? value : expandText(operation.sliced(sign.size()));
        }
        for (const QLatin1StringView sign : {":+"_L1, "+"_L1}) {
            if (operation.startsWith(sign))
                return isSet ? expandText(operation.sliced(sign.size())) : QString();
        }
        return isUnknown(value) ? value : cut(value, operation);
    }

    QString expandText(const QString &text)
    {
        if (m_depth >= mostDepth)
            return unknown();
        ShellReader reader(text, m_script, nullptr, m_depth + 1);
        reader.shell = shell;
        // Quotes in there only keep the text together.
        const QString value = reader.expandAll();
        return QString(value).remove(u'"');
    }

    static QString cut(const QString &value, const QString &operation)
    {
        if (operation == "##*/"_L1)
            return value.sliced(value.lastIndexOf(u'/') + 1);
        QString shorter = value;
        QStringView rest(operation);
        if (!rest.startsWith(u'%') || rest.startsWith(u"%%"))
            return unknown();
        rest = rest.sliced(1);
        while (rest.startsWith(u"/*")) {
            const qsizetype slash = shorter.lastIndexOf(u'/');
            shorter = slash < 0 ? shorter : shorter.first(slash);
            rest = rest.sliced(2);
        }
        if (rest.isEmpty())
            return shorter;
        if (shorter.size() != value.size() || rest.contains(u'*') || rest.contains(u'?') || rest.contains(u'$'))
            return unknown();
        return value.endsWith(rest) ? value.chopped(rest.size()) : value;
    }

    /// What \a words print; a command at the outermost level is also noted.
    QString run(const QStringList &words, const QHash<QString, QString> &own)
    {
        if (words.isEmpty()) {
            for (auto it = own.begin(); it != own.end(); ++it)
                assign(it.key(), it.value());
            return {};
        }
        const QString name = words.first();
        const QStringList arguments = words.mid(1);
        if (name == "export"_L1 || name == "declare"_L1 || name == "typeset"_L1 || name == "local"_L1
            || name == "readonly"_L1)
            return declare(name, arguments);
        if (name == "unset"_L1) {
            for (const QString &variable : arguments)
                shell.variables.remove(variable);
            return {};
        }
        if (name == "cd"_L1 || name == "pushd"_L1) {
            changeFolder(arguments);
            return {};
        }
        if (!m_commands)
            return output(name, arguments);
        note(words, own);
        return {};
    }

    /// What is not known does not replace what is: the line may be one of a branch that is not taken.
    void assign(const QString &name, const QString &value)
    {
        const bool isNew = !shell.variables.contains(name);
        if (isNew ? shell.variables.size() < mostVariables : !isUnknown(value))
            shell.variables.insert(name, value);
    }

    QString declare(const QString &command, const QStringList &arguments)
    {
        bool isExport = command == "export"_L1;
        for (const QString &argument : arguments) {
            if (argument.startsWith(u'-')) {
                isExport = isExport || argument.contains(u'x');
                continue;
            }
            const QString name = argument.section(u'=', 0, 0);
            if (argument.contains(u'='))
                assign(name, argument.sliced(name.size() + 1));
            if (isExport)
                shell.exported.insert(name);
        }
        return {};
    }

    static QStringList withoutOptions(const QStringList &arguments)
    {
        QStringList rest = arguments;
        rest.removeIf([](const QString &argument) { return argument.startsWith(u'-'); });
        return rest;
    }

    QString absolute(const QString &path) const
    {
        if (path.startsWith(rootMark) || path.startsWith(u'/'))
            return normalized(path);
        return shell.folder.isEmpty() ? unknown() : normalized(shell.folder + u'/' + path);
    }

    void changeFolder(const QStringList &arguments)
    {
        const QStringList folders = withoutOptions(arguments);
        shell.folder = folders.isEmpty() ? unknown() : absolute(folders.first());
    }

    QString output(const QString &command, const QStringList &arguments) const
    {
        static const QSet<QString> silent{u"["_s, u"[["_s, u"test"_s, u"true"_s, u":"_s, u"set"_s, u"readlink"_s};
        const QStringList names = withoutOptions(arguments);
        if (command == "pwd"_L1)
            return shell.folder.isEmpty() ? unknown() : shell.folder;
        const bool isCanonical = command == "realpath"_L1 || command == "greadlink"_L1
            || (command == "readlink"_L1 && std::ranges::any_of(arguments, [](const QString &option) {
                                     return option.startsWith(u'-')
                                         && (option.contains(u'f') || option.contains(u'e') || option.contains(u'm'));
                                 }));
        if (names.isEmpty())
            return silent.contains(command) ? QString() : unknown();
        if (isCanonical)
            return absolute(names.first());
        if (command == "dirname"_L1)
            return parentOf(names.first());
        if (command == "basename"_L1)
            return names.first().sliced(names.first().lastIndexOf(u'/') + 1);
        if (command == "echo"_L1)
            return names.join(u' ');
        if (command == "printf"_L1)
            return names.last();
        return silent.contains(command) ? QString() : unknown();
    }

    void note(const QStringList &words, const QHash<QString, QString> &own)
    {
        ShellCommand command{.words = words, .variables = own, .folder = shell.folder};
        for (const QString &name : std::as_const(shell.exported)) {
            if (!own.contains(name) && shell.variables.contains(name))
                command.variables.insert(name, shell.variables.value(name));
        }
        for (QString &word : command.words) {
            const bool isPath = word.contains(u'/') && !word.startsWith(u'-');
            if (isPath && (word.startsWith(rootMark) || !shell.folder.isEmpty()))
                word = absolute(word);
        }
        m_commands->append(command);
    }

    QString m_text;
    QString m_script;
    QList<ShellCommand> *m_commands;
    int m_depth;
    qsizetype m_pos = 0;
    QString m_hereDocument;
};

} // namespace

QList<ShellCommand> readShellScript(const QByteArray &text, const QString &path)
{
    QString script = QString::fromUtf8(QByteArrayView(text).first(std::min(text.size(), mostText)));
    script.remove(rootMark);
    script.remove(unknownMark);
    script.remove(QChar());
    script.remove("\\\n"_L1);
    QList<ShellCommand> commands;
    ShellReader(script, path, &commands, 0).readCommands(QChar());
    return commands;
}

} // namespace unmoor
