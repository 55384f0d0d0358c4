// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standin/graphquery.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor::rehearsal {

namespace {

constexpr int deepest = 20; // levels of fields or values in each other

QStringList tokensOf(const QString &text)
{
    static const QRegularExpression token(
        uR"([_A-Za-z]\w*|\$[_A-Za-z]\w*|"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?|\.\.\.|#[^\n]*|[^\s,])"_s);
    QStringList tokens;
    for (auto it = token.globalMatch(text); it.hasNext();)
        if (const QString found = it.next().captured(); !found.startsWith(u'#')) // a comment
            tokens.append(found);
    return tokens;
}

/// What stops reading says so once; everything after it reads on to nowhere.
class Reader
{
public:
    Reader(const QString &text, const QJsonObject &variables)
        : m_tokens(tokensOf(text))
        , m_variables(variables)
    {
    }

    std::expected<QList<GraphField>, QString> read()
    {
        if (accept(u"query"_s)) {
            if (isName())
                take();
            if (accept(u"("_s))
                skipVariables();
        }
        const QList<GraphField> fields = selection();
        if (m_problem.isEmpty() && !next().isEmpty())
            fail();
        if (!m_problem.isEmpty())
            return std::unexpected(m_problem);
        return fields;
    }

private:
    QString next() const { return m_tokens.value(m_at); }
    QString take() { return m_tokens.value(m_at++); }
    bool isName() const { return !next().isEmpty() && (next()[0].isLetter() || next()[0] == u'_'); }

    bool accept(const QString &token)
    {
        if (next() != token)
            return false;
        ++m_at;
        return true;
    }

    void expect(const QString &token)
    {
        if (!accept(token))
            fail();
    }

    void fail()
    {
        if (m_problem.isEmpty())
            m_problem = next().isEmpty() ? u"Unexpected end of document"_s
                                         : u"Parse error on \"%1\", which the rehearsal does not read"_s.arg(next());
        m_at = m_tokens.size();
    }

    /// Their types are not looked at: what is wrong with a value shows where it is used.
    void skipVariables()
    {
        while (!next().isEmpty() && next() != u")"_s)
            take();
        expect(u")"_s);
    }

    QList<GraphField> selection()
    {
        QList<GraphField> fields;
        expect(u"{"_s);
        if (++m_depth > deepest)
            fail();
        while (isName())
            fields.append(field());
        --m_depth;
        expect(u"}"_s);
        return fields;
    }

    GraphField field()
    {
        GraphField field{.name = take()};
        field.key = field.name;
        if (accept(u":"_s))
            field.name = isName() ? take() : QString();
        if (accept(u"("_s)) {
            field.arguments = members();
            expect(u")"_s);
        }
        if (next() == u"{"_s)
            field.fields = selection();
        return field;
    }

    QJsonObject members()
    {
        QJsonObject object;
        while (isName()) {
            const QString name = take();
            expect(u":"_s);
            object.insert(name, value());
        }
        return object;
    }

    QJsonValue value()
    {
        const QString token = take();
        if (token.startsWith(u'$'))
            return m_variables.value(token.sliced(1));
        if (token == u"{"_s) {
            const QJsonObject object = ++m_depth > deepest ? QJsonObject() : members();
            --m_depth;
            expect(u"}"_s);
            return object;
        }
        // What is left reads as JSON does, but for the names of enumerations.
        const QJsonArray one = QJsonDocument::fromJson('[' + token.toUtf8() + ']').array();
        if (one.size() == 1)
            return one.first();
        if (!token.isEmpty() && token[0].isLetter())
            return token;
        --m_at;
        fail();
        return {};
    }

    QStringList m_tokens;
    QJsonObject m_variables;
    qsizetype m_at = 0;
    int m_depth = 0;
    QString m_problem;
};

} // namespace

std::expected<QList<GraphField>, QString> parseGraphQuery(const QString &text, const QJsonObject &variables)
{
    return Reader(text, variables).read();
}

} // namespace unmoor::rehearsal
