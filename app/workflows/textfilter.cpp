// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/textfilter.h"

#include "app/workflows/expression.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// A command line, taken apart.
struct FilterCall
{
    QString name;
    QMap<QString, QString> variables; ///< of -v
    QStringList programs; ///< of -e, else the first word
    QStringList files;
    bool quiet = false;
    bool extended = false;
    bool isUnderstood = true;
};

FilterCall filterCallOf(const QStringList &words)
{
    FilterCall call;
    call.name = words.value(0).section(u'/', -1);
    const bool isAwk = call.name.endsWith("awk"_L1);
    QStringList rest;
    for (qsizetype i = 1; i < words.size(); ++i) {
        const QString &word = words.at(i);
        if (isAwk && word.startsWith("-v"_L1)) {
            const QString pair = word.size() > 2 ? word.sliced(2) : words.value(++i);
            // awk reads escapes in such a value, differently from one awk to the other
            call.isUnderstood = call.isUnderstood && pair.contains(u'=') && !pair.contains(u'\\');
            call.variables.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
        } else if (!isAwk && (word == "-e"_L1 || word == "--expression"_L1)) {
            call.programs.append(words.value(++i));
        } else if (!isAwk && (word == "-n"_L1 || word == "--quiet"_L1)) {
            call.quiet = true;
        } else if (!isAwk && (word == "-E"_L1 || word == "-r"_L1)) {
            call.extended = true;
        } else if (!isAwk && (word == "-nE"_L1 || word == "-En"_L1 || word == "-nr"_L1 || word == "-ne"_L1)) {
            call.quiet = true;
            call.extended = word != "-ne"_L1;
            if (word == "-ne"_L1)
                call.programs.append(words.value(++i));
        } else if (word.startsWith(u'-') && word.size() > 1) {
            call.isUnderstood = false;
        } else {
            rest.append(word);
        }
    }
    if (call.programs.isEmpty() && !rest.isEmpty())
        call.programs.append(rest.takeFirst());
    call.files = rest;
    return call;
}

std::optional<int> lineCount(const QString &text)
{
    bool isNumber = false;
    const int count = text.toInt(&isNumber);
    return isNumber ? std::optional(count) : std::nullopt;
}

/// head and tail with "-n COUNT", "-nCOUNT" or "-COUNT".
std::optional<QStringList> endsOf(const QStringList &words, const QStringList &lines)
{
    const bool isHead = words.constFirst() == "head"_L1;
    QString count = words.value(1);
    qsizetype taken = 2;
    if (count == "-n"_L1) {
        count = words.value(2);
        taken = 3;
    } else if (count.startsWith("-n"_L1)) {
        count = count.sliced(2);
    } else if (count.startsWith(u'-')) {
        count = count.sliced(1);
    }
    const auto number = lineCount(count.startsWith(u'+') ? count.sliced(1) : count);
    if (!number || words.size() > taken + 1)
        return {};
    const qsizetype size = lines.size();
    if (isHead)
        return lines.first(*number < 0 ? std::max<qsizetype>(size + *number, 0) : std::min<qsizetype>(size, *number));
    if (count.startsWith(u'+'))
        return lines.sliced(std::clamp<qsizetype>(*number - 1, 0, size));
    return lines.last(std::clamp<qsizetype>(std::abs(*number), 0, size));
}

std::optional<QStringList> cutLines(const QStringList &words, const QStringList &lines)
{
    static const QRegularExpression from(u"\\A-c ?(\\d+)-\\z"_s);
    static const QRegularExpression field(u"\\A-d ?(.) -f ?(\\d+)(-?)\\z"_s);
    const QString options = words.mid(1).join(u' ');
    QStringList cut;
    if (const auto match = from.match(options); match.hasMatch()) {
        for (const QString &line : lines)
            cut.append(line.mid(std::max(0, match.captured(1).toInt() - 1)));
        return cut;
    }
    const auto match = field.match(options);
    if (!match.hasMatch() || match.captured(2).toInt() < 1)
        return {};
    const QChar separator = match.captured(1).front();
    const int first = match.captured(2).toInt() - 1;
    for (const QString &line : lines)
        cut.append(!line.contains(separator)         ? line
                       : match.captured(3).isEmpty() ? line.section(separator, first, first)
                                                     : line.section(separator, first));
    return cut;
}

} // namespace

std::optional<QStringList> filteredLines(const QStringList &words, const QStringList &lines)
{
    if (std::ranges::any_of(words, isUnknownText))
        return {};
    const FilterCall call = filterCallOf(words);
    if (call.name == "cat"_L1 || call.name == "tee"_L1)
        return lines;
    if (call.name == "head"_L1 || call.name == "tail"_L1)
        return endsOf(words, lines);
    if (call.name == "cut"_L1)
        return cutLines(words, lines);
    if (call.name == "tr"_L1 && words.size() == 3 && words.at(1) == "-d"_L1 && words.at(2).size() == 1) {
        QStringList without = lines;
        for (QString &line : without)
            line.remove(words.at(2));
        return without;
    }
    if (!call.isUnderstood || call.files.size() > 1)
        return {};
    if (call.name == "awk"_L1 || call.name == "gawk"_L1 || call.name == "mawk"_L1)
        return replayAwk(call.programs.value(0), call.variables, lines);
    if (call.name == "sed"_L1)
        return replaySed(call.programs.join(u'\n'), call.quiet, call.extended, lines);
    return {};
}

QString filteredFile(const QStringList &words)
{
    const QString name = words.value(0).section(u'/', -1);
    if (name == "cat"_L1)
        return words.value(1);
    if (name == "head"_L1 || name == "tail"_L1)
        return words.size() > 1 && !words.constLast().startsWith(u'-') && words.size() > 2 ? words.constLast()
                                                                                           : QString();
    return name == "sed"_L1 || name.endsWith("awk"_L1) ? filterCallOf(words).files.value(0) : QString();
}

} // namespace unmoor
