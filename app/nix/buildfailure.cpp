// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nix/buildfailure.h"

#include "app/nix/failuretable.h"
#include "app/nix/nixtext.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <array>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// In the order of BuildFailure::Kind.
constexpr std::array kindNames{
    "interrupted"_L1,
    "hash-mismatch"_L1,
    "lock-file-outdated"_L1,
    "missing-attribute"_L1,
    "feature-disabled"_L1,
    "import-from-derivation"_L1,
    "file-not-in-git"_L1,
    "disk-full"_L1,
    "host-key-changed"_L1,
    "host-unknown"_L1,
    "key-refused"_L1,
    "host-unreachable"_L1,
    "nix-not-on-host"_L1,
    "connection-lost"_L1,
    "no-builder"_L1,
    "unsigned-path"_L1,
    "timed-out"_L1,
    "log-limit"_L1,
    "killed"_L1,
    "not-reproducible"_L1,
    "hook-failed"_L1,
    "no-output"_L1,
    "daemon-down"_L1,
    "git-ownership"_L1,
    "builder-failed"_L1,
    "evaluation-error"_L1,
    "nix-missing"_L1,
    "other"_L1,
};
static_assert(kindNames.size() == size_t(BuildFailure::Kind::Other) + 1);

/// What Nix says for itself: without the lines of a builder's log and of source code that it quotes.
QString ownWords(const QString &message)
{
    static const QRegularExpression quoted(u"^[ \\t]*(?:>|\\d*\\|)[^\\n]*\\n?"_s, QRegularExpression::MultilineOption);
    return withoutEscapes(message).remove(quoted);
}

/// The last "error:" of nested ones, without trace and position.
QString innermostError(const QString &words)
{
    static const QRegularExpression start(u"(?:^|\\n)\\s*error:"_s);
    QRegularExpressionMatch last;
    const qsizetype at = words.lastIndexOf(start, -1, &last);
    static const QRegularExpression trace(u"\\n\\s*(?:at |… |\\n)[\\s\\S]*"_s);
    return (at < 0 ? words : words.sliced(last.capturedEnd())).trimmed().remove(trace).simplified();
}

/// The innermost position is the last: traces begin at the caller.
void readPosition(BuildFailure &failure, const QString &words)
{
    static const QRegularExpression position(u"\\bat (/\\S+):(\\d+):(\\d+)"_s);
    QRegularExpressionMatch match;
    if (words.lastIndexOf(position, -1, &match) < 0)
        return;
    failure.file = match.captured(1);
    failure.line = match.captured(2).toInt();
    failure.column = match.captured(3).toInt();
}

void readDerivation(BuildFailure &failure, const QString &words)
{
    static const QRegularExpression derivation(u"/[^\\s'\"]*/[0-9a-z]{32}-[^\\s'\"^]+\\.drv"_s);
    failure.derivationPath = derivation.match(words).captured();
    failure.derivation = derivationName(failure.derivationPath);
}

/// What the row's words are about, for what is offered.
QString subjectOf(BuildFailure::Kind kind, const QRegularExpressionMatch &match)
{
    switch (kind) {
    case BuildFailure::Kind::FeatureDisabled:
    case BuildFailure::Kind::FileNotInGit:
    case BuildFailure::Kind::GitOwnership:
        return match.captured(1);
    case BuildFailure::Kind::DaemonDown:
        return match.captured(1).isEmpty() ? QString() : QFileInfo(match.captured(1)).group();
    case BuildFailure::Kind::MissingAttribute:
        return match.captured(2).simplified();
    case BuildFailure::Kind::NoBuilder:
        return match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
    default:
        return {};
    }
}

BuildFailure failureOf(BuildFailure::Kind kind, const QString &message, const QRegularExpressionMatch &match)
{
    const QString words = ownWords(message);
    BuildFailure failure{.kind = kind, .message = innermostError(words), .detail = withoutEscapes(message).trimmed()};
    readDerivation(failure, words);
    readPosition(failure, words);
    failure.subject = subjectOf(kind, match);
    if (kind == BuildFailure::Kind::HashMismatch) {
        failure.specified = match.captured(2);
        failure.got = match.captured(3);
    }
    describe(failure, match);
    return failure;
}

/// Nothing known: the last error is what ended the run.
QString lastError(const QStringList &messages)
{
    for (auto message = messages.crbegin(); message != messages.crend(); ++message) {
        if (message->contains("error:"_L1))
            return *message;
    }
    return messages.isEmpty() ? QString() : messages.last();
}

/// ssh explains a changed host key on many lines, with the fingerprint among them.
void keepAllWords(BuildFailure &failure, const QStringList &messages)
{
    if (failure.kind == BuildFailure::Kind::HostKeyChanged || failure.kind == BuildFailure::Kind::HostUnknown)
        failure.detail = messages.join(u'\n');
}

} // namespace

QString failureKindName(BuildFailure::Kind kind)
{
    return kindNames.at(size_t(kind));
}

QJsonObject toJson(const BuildFailure &failure)
{
    return {{u"kind"_s, failureKindName(failure.kind)},
            {u"derivation"_s, failure.derivation},
            {u"message"_s, failure.message},
            {u"hint"_s, failure.hint}};
}

BuildFailure classifyFailure(const QStringList &messages)
{
    QStringList words;
    for (const QString &message : messages)
        words += ownWords(message);
    for (const FailureRow &row : failureTable()) {
        for (qsizetype i = 0; i < words.size(); ++i) {
            if (const auto match = row.pattern.match(words[i]); match.hasMatch()) {
                BuildFailure failure = failureOf(row.kind, messages[i], match);
                keepAllWords(failure, messages);
                return failure;
            }
        }
    }
    return failureOf(BuildFailure::Kind::Other, lastError(messages), {});
}

} // namespace unmoor
