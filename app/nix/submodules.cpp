// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nix/submodules.h"

#include "app/core/plainfile.h"
#include "app/core/words.h"

#include <QDir>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qint64 largestModulesFile = 1024 * 1024;

bool canComeFromAMissingFile(BuildFailure::Kind kind)
{
    return kind == BuildFailure::Kind::FileNotInGit || kind == BuildFailure::Kind::EvaluationError
        || kind == BuildFailure::Kind::BuilderFailed || kind == BuildFailure::Kind::Other;
}

/// Not "lib" in "glib/x", but "lib" in "/nix/store/…-source/lib/x" and in "lib/x: …".
bool namesPath(const QString &text, const QString &folder)
{
    return text.contains(QRegularExpression(u"(?<![\\w.-])%1(?![\\w.-])"_s.arg(QRegularExpression::escape(folder))));
}

/// Whether a line says of a path in \a folder that it is not there. A path alone may be anywhere in a trace.
bool saysThatIsMissing(const QString &text, const QString &folder)
{
    static const QRegularExpression missing(
        u"no such file|does not exist|does not contain|cannot stat|not found|can(not|'t) (open|find|read)|missing"_s,
        QRegularExpression::CaseInsensitiveOption);
    return std::ranges::any_of(text.split(u'\n'),
                               [&](const QString &line) { return line.contains(missing) && namesPath(line, folder); });
}

} // namespace

QStringList submoduleFolders(const QString &directory)
{
    static const QRegularExpression path(u"^\\s*path\\s*=\\s*\"?([^\"\\n]+?)\"?\\s*$"_s,
                                         QRegularExpression::MultilineOption);
    const QString root = gitRoot(QDir(directory).absolutePath());
    const auto text =
        readPlainFile({.path = QDir(root).filePath(u".gitmodules"_s), .most = largestModulesFile, .folder = root});
    QStringList folders;
    for (const auto &match : path.globalMatch(QString::fromUtf8(text.value_or(QByteArray()))))
        folders += QDir::cleanPath(match.captured(1));
    return folders;
}

BuildFailure withSubmoduleNamed(BuildFailure failure, const QString &directory)
{
    if (!canComeFromAMissingFile(failure.kind) || directory.isEmpty())
        return failure;
    const QString words = failure.subject + u'\n' + failure.message + u'\n' + failure.detail + u'\n' + failure.tail;
    for (const QString &folder : submoduleFolders(directory)) {
        const bool isSubject = failure.kind == BuildFailure::Kind::FileNotInGit && namesPath(failure.subject, folder);
        if (!isSubject && !saysThatIsMissing(words, folder))
            continue;
        failure.message += u' '
            + Words::tr("%1 is a git submodule, and Nix leaves submodules out of a flake's source unless told "
                        "otherwise.")
                  .arg(folder);
        failure.hint = Words::tr("Write inputs.self.submodules = true; into flake.nix (Nix 2.27 and newer), or "
                                 "submodules = true below [project] in unmoor.toml, which asks Nix for the source with "
                                 "?submodules=1. Or make %1 an input of the flake.")
                           .arg(folder);
        return failure;
    }
    return failure;
}

} // namespace unmoor
