// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nix/derivationgraph.h"

#include "app/core/chain.h"
#include "app/core/pool.h"
#include "app/core/words.h"
#include "app/nix/nixquestion.h"
#include "app/nix/nixtext.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr auto storePrefix = "/nix/store/"_L1;

std::unexpected<Error> notUnderstood()
{
    return failure(Error::Kind::Corrupt,
                   Words::tr("Unmoor does not understand what “%1” answered. A newer Nix may have changed it: look for "
                             "an update of Unmoor.")
                       .arg(u"nix derivation show"_s));
}

QString fullPath(const QString &path)
{
    return path.startsWith(u'/') ? path : storePrefix + path;
}

QStringList inputsOf(const QJsonObject &derivation)
{
    const QJsonValue drvs =
        derivation.contains("inputs"_L1) ? derivation["inputs"_L1].toObject()["drvs"_L1] : derivation["inputDrvs"_L1];
    QStringList inputs;
    for (const QString &path : drvs.toObject().keys())
        inputs += fullPath(path);
    std::ranges::sort(inputs);
    return inputs;
}

QStringList outputsOf(const QJsonObject &derivation)
{
    const QJsonObject named = derivation["outputs"_L1].toObject();
    QStringList outputs;
    for (const QJsonValue &output : named) {
        if (const QString path = output.toObject()["path"_L1].toString(); !path.isEmpty())
            outputs += fullPath(path);
    }
    std::ranges::sort(outputs);
    return outputs;
}

DerivationNode nodeOf(const QString &path, const QJsonObject &derivation)
{
    QString name = derivation["name"_L1].toString();
    if (name.isEmpty()) // Nix up to 2.10 names it only in the path.
        name = derivationName(path);
    return {.name = name,
            .system = derivation["system"_L1].toString(),
            .inputs = inputsOf(derivation),
            .outputs = outputsOf(derivation)};
}

/// `nix derivation show` is `nix show-derivation` up to Nix 2.12.
QFuture<Result<QByteArray>> ask(const QString &directory, const QStringList &command, const QStringList &derivations,
                                std::stop_token stop)
{
    return askNix<QByteArray>(nixCommand(command + derivations, directory), std::move(stop),
                              [](const QByteArray &out) -> Result<QByteArray> { return out; });
}

QFuture<Result<DerivationGraph>> parseApart(const QByteArray &json)
{
    return runInPool(*QThreadPool::globalInstance(), [json] { return parseDerivationGraph(json); });
}

} // namespace

Result<DerivationGraph> parseDerivationGraph(const QByteArray &json)
{
    const auto document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return notUnderstood();
    const bool isVersioned = document["version"_L1].isDouble();
    if (isVersioned && !document["derivations"_L1].isObject())
        return notUnderstood();
    const QJsonObject derivations = isVersioned ? document["derivations"_L1].toObject() : document.object();
    DerivationGraph graph;
    graph.reserve(derivations.size());
    for (auto node = derivations.constBegin(); node != derivations.constEnd(); ++node) {
        if (!node->isObject() || !node.key().endsWith(".drv"_L1))
            return notUnderstood();
        const QString path = fullPath(node.key());
        graph.insert(path, nodeOf(path, node->toObject()));
    }
    return graph;
}

QFuture<Result<DerivationGraph>> askDerivationGraph(const QString &directory, const QStringList &derivations,
                                                    std::stop_token stop)
{
    if (derivations.isEmpty())
        return finished<DerivationGraph>({});
    const auto shown = ask(directory, {u"derivation"_s, u"show"_s}, derivations, stop);
    const auto json = inEitherCase(shown, [=](const Result<QByteArray> &answer) {
        const bool retry = !answer && answer.error().kind == Error::Kind::Failed;
        return retry ? ask(directory, {u"show-derivation"_s}, derivations, stop) : finished(answer);
    });
    return andThen(json, parseApart);
}

} // namespace unmoor
