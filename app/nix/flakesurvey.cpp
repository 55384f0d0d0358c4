// SPDX-License-Identifier: GPL-3.0-or-later
#include "nix/flakesurvey.h"

#include "nix/nixanswers.h"
#include "nix/nixcommand.h"
#include "nix/nixquestion.h"

#include <QPromise>
#include <memory>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Outputs = QList<FlakeOutput>;

/// A flake with more packages than this is no project's own.
constexpr qsizetype mostAttributes = 500;

/// An attribute named outPath would make Nix print the set as that path alone.
const QString factsOf = u"{ inherit (d) name drvPath; outputPath = d.outPath; }"_s;

/// tryEval catches `throw` and `assert`, the ways in which flakes say that a system is not supported.
QString allPackages()
{
    return u"builtins.mapAttrs (s: builtins.mapAttrs (n: d: let v = %1; "
           "t = builtins.tryEval (builtins.deepSeq v v); in if t.success then t.value else null))"_s.arg(factsOf);
}

QString allNames()
{
    return u"builtins.mapAttrs (s: p: let t = builtins.tryEval (builtins.attrNames p); in "
           "if t.success then t.value else [ ])"_s;
}

/// Asks for one attribute after the other, since one that cannot be evaluated fails a common question.
class Survey : public std::enable_shared_from_this<Survey>
{
public:
    Survey(QString directory, std::stop_token stop, Error first)
        : m_directory(std::move(directory))
        , m_reference(flakeReference(m_directory))
        , m_stop(std::move(stop))
        , m_firstError(std::move(first))
    {
        m_promise.start();
    }

    QFuture<Result<Outputs>> start()
    {
        auto future = m_promise.future();
        askNix<Outputs>(eval(u"packages"_s, allNames()), m_stop, parseOutputNames)
            .then([self = shared_from_this()](const Result<Outputs> &names) {
                if (!names)
                    return self->finish(std::unexpected(names.error()));
                self->m_names = names->first(qMin(names->size(), mostAttributes));
                self->next();
            });
        return future;
    }

private:
    Command eval(const QString &attribute, const QString &apply) const
    {
        return nixCommand({u"eval"_s, u"--json"_s, installable(m_reference, attribute), u"--apply"_s, apply},
                          m_directory);
    }

    void next()
    {
        if (m_asked == m_names.size())
            return finish(result());
        const FlakeOutput asked = m_names[m_asked++];
        const auto parse = [asked](const QByteArray &json) { return parseOutput(json, asked.system, asked.output); };
        askNix<FlakeOutput>(eval(packageAttribute(asked.system, asked.output), u"d: "_s + factsOf), m_stop, parse)
            .then([self = shared_from_this()](const Result<FlakeOutput> &output) {
                if (output)
                    self->m_found += *output;
                else if (output.error().kind != Error::Kind::Failed)
                    return self->finish(std::unexpected(output.error()));
                self->next();
            });
    }

    Result<Outputs> result() const
    {
        if (m_found.isEmpty())
            return std::unexpected(m_firstError);
        return m_found;
    }

    void finish(Result<Outputs> result)
    {
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

    QString m_directory;
    QString m_reference;
    std::stop_token m_stop;
    Error m_firstError;
    Outputs m_names;
    Outputs m_found;
    qsizetype m_asked = 0;
    QPromise<Result<Outputs>> m_promise;
};

} // namespace

QFuture<Result<Outputs>> surveyOutputs(const QString &directory, std::stop_token stop)
{
    const QString packages = installable(flakeReference(directory), u"packages"_s);
    const Command all = nixCommand({u"eval"_s, u"--json"_s, packages, u"--apply"_s, allPackages()}, directory);
    return askNix<Outputs>(all, stop, parseOutputs)
        .then([directory, stop](const Result<Outputs> &outputs) {
            if (outputs || outputs.error().kind != Error::Kind::Failed)
                return QtFuture::makeReadyValueFuture(outputs);
            return std::make_shared<Survey>(directory, stop, outputs.error())->start();
        })
        .unwrap();
}

} // namespace unmoor
