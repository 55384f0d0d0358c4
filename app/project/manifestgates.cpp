// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/words.h"
#include "app/project/gates.h"

#include "app/project/projectfiles.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

Gate begin(const ManifestGate &gate)
{
    return {.name = gate.name};
}

Gate failed(const ManifestGate &gate, const QString &message, const QString &hint)
{
    return {.name = gate.name, .outcome = Gate::Outcome::Failed, .message = message, .hint = hint};
}

Gate passed(const ManifestGate &gate, const QString &message)
{
    return {.name = gate.name, .outcome = Gate::Outcome::Passed, .message = message};
}

QString manifestLine(const ManifestGate &gate)
{
    return u"unmoor.toml:%1"_s.arg(gate.line);
}

Gate notKnown(const ManifestGate &gate, const Error &error, const QString &hint)
{
    const bool isUntrusted = error.kind == Error::Kind::Untrusted;
    if (error.kind != Error::Kind::Canceled && !isUntrusted)
        return failed(gate, error.message, hint);
    Gate skipped = begin(gate);
    skipped.message = error.message;
    skipped.hint = isUntrusted ? Words::tr("Trust the checkout to know.") : Words::tr("Check again to know.");
    return skipped;
}

/// A value as it fits into a line.
QString shown(const QString &value)
{
    if (value.isEmpty())
        return Words::tr("nothing");
    const QString line = value.simplified();
    return line.size() <= 80 ? line : line.left(79) + u'…';
}

/// Where the expectation of an eval gate stands, for a person who goes and looks.
QString expectationSource(const ManifestGate &gate)
{
    if (gate.matchesFile)
        return gate.matchesFile->file;
    return gate.equals ? manifestLine(gate) : gate.equalsEval;
}

/// \a version as a whole word: "v1.0.5" and "main-1.0.5.tar.xz" hold it, "11.0.5", "1.0.50" and "1.0.5.1" do not.
QRegularExpression wholeVersion(const QString &version)
{
    return QRegularExpression(
        u"(?<![0-9A-Za-z])(?<![0-9]\\.)[vV]?%1(?![0-9A-Za-z])(?!\\.[0-9])"_s.arg(QRegularExpression::escape(version)));
}

bool isBinary(const QByteArray &data)
{
    return QByteArrayView(data).first(std::min<qsizetype>(data.size(), 8000)).contains('\0');
}

QStringList linesThatMatch(const QByteArray &data, const QString &file, const QRegularExpression &expression)
{
    QStringList places;
    if (isBinary(data))
        return places;
    const QList<QByteArray> lines = data.split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i)
        if (expression.match(QString::fromUtf8(lines[i])).hasMatch())
            places += u"%1:%2"_s.arg(file).arg(i + 1);
    return places;
}

QString handfulOf(const QStringList &places)
{
    constexpr qsizetype handful = 5;
    const QString some = places.first(std::min(handful, places.size())).join(u", "_s);
    if (places.size() <= handful)
        return some;
    return Words::tr("%1 and %n more", nullptr, int(places.size() - handful)).arg(some);
}

/// A file named without a wildcard must be there, and the globs together must find something: a gate that looks at
/// nothing would pass for ever.
Result<QStringList> filesToSearch(const ManifestGate &gate, const QString &root)
{
    QStringList files;
    for (const QString &glob : gate.noVersionIn) {
        const QStringList found = projectFiles(root, glob);
        if (found.isEmpty() && !glob.contains(QRegularExpression(u"[*?\\[]"_s)))
            return failure(Error::Kind::NotFound, Words::tr("there is no file %1").arg(glob));
        files += found;
    }
    files.removeDuplicates();
    if (files.isEmpty())
        return failure(Error::Kind::NotFound, Words::tr("no file matches %1").arg(gate.noVersionIn.join(u", "_s)));
    return files;
}

} // namespace

Gate evalGate(const ManifestGate &gate, const Result<QString> &actual, const Result<QString> &expected)
{
    if (!actual)
        return notKnown(gate, actual.error(), Words::tr("Mend %1 in the flake.").arg(gate.eval));
    const QString source = expectationSource(gate);
    if (!expected)
        return notKnown(gate, expected.error(),
                        Words::tr("Mend %1, or change the gate (%2).").arg(source, manifestLine(gate)));
    if (*actual == *expected)
        return passed(gate, Words::tr("%1 is %2").arg(gate.eval, shown(*actual)));
    return failed(gate, Words::tr("expected %1, the flake says %2").arg(shown(*expected), shown(*actual)),
                  Words::tr("%1 is %2, and %3 says %4. Set one to the other, or change the gate (%5).")
                      .arg(gate.eval, shown(*actual), source, shown(*expected), manifestLine(gate)));
}

Gate flakeCheckGate(const ManifestGate &gate, const Result<void> &check)
{
    if (check)
        return passed(gate, Words::tr("nix flake check found nothing wrong"));
    return notKnown(gate, check.error(), Words::tr("See what fails with: nix flake check --keep-going"));
}

Gate noVersionGate(const ManifestGate &gate, const QString &root, const QString &version)
{
    if (version.isEmpty()) {
        Gate skipped = begin(gate);
        skipped.message = Words::tr("the version is not known");
        skipped.hint = Words::tr("Mend the gate \"Version\" first.");
        return skipped;
    }
    const auto files = filesToSearch(gate, root);
    const QString correct = Words::tr("Correct \"no-version-in\" of the gate (%1).").arg(manifestLine(gate));
    if (!files)
        return failed(gate, files.error().message, correct);
    const QRegularExpression expression = wholeVersion(version);
    QStringList places;
    for (const QString &file : *files) {
        const auto data = readProjectFile(root, file);
        if (!data)
            return failed(gate, data.error().message, correct);
        places += linesThatMatch(*data, file, expression);
    }
    if (places.isEmpty())
        return passed(gate, Words::tr("no %1 in %2").arg(version, handfulOf(*files)));
    return failed(gate, Words::tr("%1 is written in %2").arg(version, handfulOf(places)),
                  Words::tr("Write these places so that they need no change with each release."));
}

Result<QString> textOfFileMatch(const FileMatch &match, const QString &root)
{
    const QRegularExpression expression(match.regex, QRegularExpression::MultilineOption);
    if (!expression.isValid())
        return failure(Error::Kind::InvalidInput,
                       Words::tr("\"%1\" is not a regular expression: %2.").arg(match.regex, expression.errorString()));
    const auto data = readProjectFile(root, match.file);
    if (!data)
        return std::unexpected(data.error());
    const auto found = expression.match(QString::fromUtf8(*data));
    if (!found.hasCaptured(1))
        return failure(Error::Kind::InvalidInput,
                       Words::tr("Nothing in %1 matches \"%2\". Correct the file, or the expression in unmoor.toml.")
                           .arg(match.file, match.regex));
    return found.captured(1);
}

} // namespace unmoor
