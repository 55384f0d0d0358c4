// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nix/flakesurvey.h"

#include "app/core/chain.h"
#include "app/core/format.h"
#include "app/core/words.h"
#include "app/nix/buildfailure.h"
#include "app/nix/nixanswers.h"
#include "app/nix/nixcommand.h"
#include "app/nix/nixquestion.h"

#include <QJsonArray>
#include <QJsonDocument>
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
    Survey(FlakeSource source, std::stop_token stop, Error first)
        : m_source(std::move(source))
        , m_stop(std::move(stop))
        , m_firstError(std::move(first))
    {
        m_promise.start();
    }

    QFuture<Result<Outputs>> start()
    {
        auto future = m_promise.future();
        runProcess(eval(u"packages"_s, allNames()), m_stop)
            .then([self = shared_from_this()](const Result<ProcessExit> &run) {
                if (!run)
                    return self->finish(std::unexpected(run.error()));
                const auto kind = classifyFailure(messagesOf(run->err)).kind;
                if (run->code != 0 && kind == BuildFailure::Kind::MissingAttribute)
                    return self->lookElsewhere();
                if (run->code != 0)
                    return self->finish(std::unexpected(nixError(*run, self->m_source.directory)));
                self->takeNames(parseOutputNames(run->out));
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
            return finish(result());
        const FlakeOutput asked = m_names[m_asked++];
        runProcess(eval(packageAttribute(asked.system, asked.output), u"d: "_s + factsOf), m_stop)
            .then([self = shared_from_this(), asked](const Result<ProcessExit> &run) {
                if (!run)
                    return self->finish(std::unexpected(run.error()));
                self->take(asked, *run);
                self->next();
            });
    }

    /// One that Nix would have to build something for, before it can evaluate it, is there all the same.
    void take(const FlakeOutput &asked, const ProcessExit &run)
    {
        if (run.code != 0) {
            if (classifyFailure(messagesOf(run.err)).kind == BuildFailure::Kind::ImportFromDerivation)
                m_found += asked;
        } else if (const auto output = parseOutput(run.out, asked.system, asked.output)) {
            m_found += *output;
        }
    }

    void takeNames(const Result<Outputs> &names)
    {
        if (!names)
            return finish(std::unexpected(names.error()));
        m_names = names->first(qMin(names->size(), mostAttributes));
        next();
    }

    /// Without packages there is nothing to build; what the flake has instead may be what was meant.
    void lookElsewhere()
    {
        static const QStringList others{u"legacyPackages"_s, u"hydraJobs"_s, u"apps"_s, u"defaultPackage"_s};
        if (m_looked == others.size())
            return finish(std::unexpected(noPackages()));
        const QString other = others[m_looked++];
        const auto parse = [](const QByteArray &json) -> Result<QStringList> {
            return QJsonDocument::fromJson(json).toVariant().toStringList();
        };
        askNix<QStringList>(eval(other, u"builtins.attrNames"_s), m_stop, parse)
            .then([self = shared_from_this(), other](const Result<QStringList> &names) {
                if (!names && names.error().kind != Error::Kind::Failed)
                    return self->finish(std::unexpected(names.error()));
                if (names) {
                    self->m_elsewhere += u"%1 (%2)"_s.arg(other, someOf(*names));
                    self->noteExample(other);
                }
                self->lookElsewhere();
            });
    }

    /// How what the flake has instead is offered; of programs to run it is not known what makes them.
    void noteExample(const QString &other)
    {
        static const QMap<QString, QString> examples{{u"legacyPackages"_s, u"self.legacyPackages.x86_64-linux.NAME"_s},
                                                     {u"hydraJobs"_s, u"self.hydraJobs.NAME.x86_64-linux"_s},
                                                     {u"defaultPackage"_s, u"self.defaultPackage.x86_64-linux"_s}};
        if (m_example.isEmpty())
            m_example = examples.value(other);
    }

    Error noPackages() const
    {
        const QString what = m_elsewhere.isEmpty()
            ? Words::tr("The flake has no packages, and those are what Unmoor builds.")
            : Words::tr("The flake has no packages, and those are what Unmoor builds. It has %1.")
                  .arg(m_elsewhere.join(u", "_s));
        const QString example = m_example.isEmpty() ? u"import ./release.nix"_s : m_example;
        return {Error::Kind::Failed,
                what + u' '
                    + Words::tr("Offer what is released as packages.SYSTEM.NAME, such as: "
                                "packages.x86_64-linux.release = %1;")
                          .arg(example)};
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

    FlakeSource m_source;
    std::stop_token m_stop;
    Error m_firstError;
    Outputs m_names;
    Outputs m_found;
    qsizetype m_asked = 0;
    qsizetype m_looked = 0;
    QStringList m_elsewhere; ///< "hydraJobs (x86_64-linux)"
    QString m_example; ///< what of it could be offered
    QPromise<Result<Outputs>> m_promise;
};

} // namespace

QFuture<Result<Outputs>> surveyOutputs(const FlakeSource &source, std::stop_token stop)
{
    const QString packages = installable(source.reference, u"packages"_s);
    const Command all = nixCommand({u"eval"_s, u"--json"_s, packages, u"--apply"_s, allPackages()}, source.directory);
    return inEitherCase(askNix<Outputs>(all, stop, parseOutputs), [source, stop](const Result<Outputs> &outputs) {
        if (outputs || outputs.error().kind != Error::Kind::Failed)
            return finished(outputs);
        return std::make_shared<Survey>(source, stop, outputs.error())->start();
    });
}

} // namespace unmoor
