// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nix/flaketexts.h"

#include "app/core/chain.h"
#include "app/nix/nixanswers.h"
#include "app/nix/nixcommand.h"
#include "app/nix/nixquestion.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QPromise>
#include <memory>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Texts = QMap<QString, QString>;

/// One question for each is slow: more are not asked.
constexpr qsizetype mostAskedTexts = 50;

/// tryEval catches `throw` and `assert`. An attribute named outPath would make Nix print the set as that path alone.
const QString allTexts = u"s: builtins.mapAttrs (n: v: let t = builtins.tryEval v; in if t.success && "
                         u"builtins.isString t.value then t.value "
                         "else null) (builtins.removeAttrs s [ \"outPath\" \"__toString\" ])"_s;

Result<Texts> parseTexts(const QByteArray &json)
{
    Texts texts;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    for (auto it = object.begin(); it != object.end(); ++it)
        if (it->isString())
            texts.insert(it.key(), it->toString());
    return texts;
}

Result<QStringList> parseNames(const QByteArray &json)
{
    // A document is an object or an array: the names become one.
    return QJsonDocument::fromJson(json).toVariant().toStringList();
}

/// Asks for one attribute after the other. What is called a version is asked first, since not all may be.
class TextSurvey : public std::enable_shared_from_this<TextSurvey>
{
public:
    TextSurvey(FlakeSource source, QString attribute, std::stop_token stop)
        : m_source(std::move(source))
        , m_attribute(std::move(attribute))
        , m_stop(std::move(stop))
    {
        m_promise.start();
    }

    QFuture<Result<Texts>> start()
    {
        auto future = m_promise.future();
        askNix<QStringList>(eval(m_attribute, u"builtins.attrNames"_s), m_stop, parseNames)
            .then([self = shared_from_this()](const Result<QStringList> &names) {
                if (!names)
                    return self->finish(std::unexpected(names.error()));
                self->m_names = *names;
                std::ranges::stable_partition(self->m_names, [](const QString &name) {
                    return name.contains(u"version"_s, Qt::CaseInsensitive);
                });
                self->m_names = self->m_names.first(qMin(self->m_names.size(), mostAskedTexts));
                self->next();
            });
        return future;
    }

private:
    Command eval(const QString &attribute, const QString &apply) const
    {
        return nixCommand({u"eval"_s, u"--json"_s, installable(m_source.reference, attribute), u"--apply"_s, apply},
                          m_source.directory);
    }

    void next()
    {
        if (m_asked == m_names.size())
            return finish(m_found);
        const QString name = m_names[m_asked++];
        const QString attribute = m_attribute + u'.' + quotedAttribute(name);
        askNix<QString>(eval(attribute, u"v: if builtins.isString v then v else null"_s), m_stop,
                        [](const QByteArray &json) { return json.trimmed() == "null" ? QString() : parseValue(json); })
            .then([self = shared_from_this(), name](const Result<QString> &text) {
                if (text && !text->isEmpty())
                    self->m_found.insert(name, *text);
                else if (!text && text.error().kind != Error::Kind::Failed)
                    return self->finish(std::unexpected(text.error()));
                self->next();
            });
    }

    void finish(Result<Texts> result)
    {
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

    FlakeSource m_source;
    QString m_attribute;
    std::stop_token m_stop;
    QStringList m_names;
    Texts m_found;
    qsizetype m_asked = 0;
    QPromise<Result<Texts>> m_promise;
};

} // namespace

QFuture<Result<Texts>> surveyTexts(const FlakeSource &source, const QString &attribute, std::stop_token stop)
{
    const Command all = nixCommand(
        {u"eval"_s, u"--json"_s, installable(source.reference, attribute), u"--apply"_s, allTexts}, source.directory);
    return inEitherCase(askNix<Texts>(all, stop, parseTexts), [source, attribute, stop](const Result<Texts> &texts) {
        if (texts || texts.error().kind != Error::Kind::Failed)
            return finished(texts);
        return std::make_shared<TextSurvey>(source, attribute, stop)->start();
    });
}

} // namespace unmoor
