// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nix/nixtext.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr QChar escape(u'\x1b');
constexpr QChar bell(u'\a');

/// CSI: parameters up to a letter or another final character.
qsizetype afterControlSequence(QStringView text, qsizetype at)
{
    while (at < text.size() && (text[at] < u'@' || text[at] > u'~'))
        ++at;
    return at + 1;
}

/// OSC: a string up to a bell or ESC \.
qsizetype afterCommandString(QStringView text, qsizetype at)
{
    for (; at < text.size(); ++at) {
        if (text[at] == bell)
            return at + 1;
        if (text[at] == escape)
            return at + 2;
    }
    return at;
}

qsizetype afterEscape(QStringView text, qsizetype at)
{
    if (at + 1 >= text.size())
        return text.size();
    if (text[at + 1] == u'[')
        return afterControlSequence(text, at + 2);
    return text[at + 1] == u']' ? afterCommandString(text, at + 2) : at + 2;
}

} // namespace

QString withoutEscapes(const QString &text)
{
    qsizetype at = text.indexOf(escape);
    if (at < 0)
        return text;
    QString plain;
    plain.reserve(text.size());
    for (qsizetype from = 0;;) {
        plain += QStringView(text).sliced(from, at - from);
        from = qMin(afterEscape(text, at), text.size());
        at = text.indexOf(escape, from);
        if (at < 0)
            return plain += QStringView(text).sliced(from);
    }
}

QString derivationName(const QString &path)
{
    constexpr qsizetype hashLength = 32;
    QStringView name = QStringView(path).sliced(path.lastIndexOf(u'/') + 1);
    if (name.size() > hashLength && name[hashLength] == u'-')
        name = name.sliced(hashLength + 1);
    if (name.endsWith(".drv"_L1))
        name.chop(4);
    return name.toString();
}

} // namespace unmoor
