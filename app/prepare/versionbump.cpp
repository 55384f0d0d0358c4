// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prepare/versionbump.h"

#include "app/core/words.h"
#include "app/project/versionfiles.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Where a version stands: a file of the project, and what finds it there.
struct Place
{
    QString file; ///< relative to the project
    QString expression;
};

/// Collects the edits; several of one file become one.
class Bump
{
public:
    Bump(const Project &project, QString next)
        : m_project(project)
        , m_current(project.versionText())
        , m_next(std::move(next))
    {
    }

    Result<QList<FileEdit>> edits()
    {
        const auto places = placesOf();
        if (!places)
            return std::unexpected(places.error());
        for (const Place &place : *places)
            if (const auto made = change(place); !made)
                return std::unexpected(made.error());
        if (const auto locked = changeLockFiles(); !locked)
            return std::unexpected(locked.error());
        return m_edits;
    }

private:
    QString fromRoot(const QString &file) const
    {
        return QDir(m_project.checkout.root).relativeFilePath(QDir(m_project.directory).filePath(file));
    }

    Result<QList<Place>> placesOf() const
    {
        const ReleaseManifest &manifest = m_project.manifest;
        QList<Place> places;
        if (manifest.version.kind == VersionSource::Kind::File)
            places += {manifest.version.match.file, manifest.version.match.regex};
        else if (manifest.version.kind == VersionSource::Kind::Literal)
            places += {u"unmoor.toml"_s, uR"((?m)^[^#\n]*\bliteral\s*=\s*["']([^"'\n]*)["'])"_s};
        for (const FileMatch &match : manifest.bump)
            places += {match.file, match.regex};
        return places.isEmpty() ? foundPlace() : places;
    }

    /// The one file that tells the version now.
    Result<QList<Place>> foundPlace() const
    {
        if (!m_project.version)
            return std::unexpected(m_project.version.error()); // nothing can be looked for
        QList<Place> places;
        QStringList files;
        for (const FoundVersion &found : versionsInFiles(m_project.directory, m_project.manifest.name)) {
            if (found.version != m_current)
                continue;
            places += {found.match.file, found.match.regex};
            files += found.match.file;
        }
        if (places.size() == 1)
            return places;
        if (places.isEmpty())
            return failure(Error::Kind::NotFound,
                           Words::tr("No file was found that says %1. Name it in [project] of unmoor.toml: bump = [{ "
                                     "file = \"…\", regex = '…(.*)…' }]")
                               .arg(m_current));
        return failure(Error::Kind::Conflict,
                       Words::tr("Several files say %1: %2. Name those that are to change in [project] of unmoor.toml: "
                                 "bump = [{ file = \"…\", regex = '…(.*)…' }]")
                           .arg(m_current, files.join(u", "_s)));
    }

    /// The edit of \a file, which may have been begun; null where there is no such file.
    Result<FileEdit *> editOf(const QString &file)
    {
        const QString path = fromRoot(file);
        for (FileEdit &edit : m_edits)
            if (edit.file == path)
                return &edit;
        const auto text = readCheckoutFile(m_project.checkout.root, path);
        if (!text)
            return std::unexpected(text.error());
        if (text->isNull())
            return nullptr;
        m_edits += FileEdit{path, *text, *text};
        return &m_edits.last();
    }

    void dropUnchanged()
    {
        m_edits.removeIf([](const FileEdit &edit) { return edit.before == edit.after; });
    }

    Result<void> change(const Place &place)
    {
        const auto edit = editOf(place.file);
        if (!edit)
            return std::unexpected(edit.error());
        if (!*edit)
            return failure(Error::Kind::NotFound,
                           Words::tr("There is no file %1 to say the version in.").arg(place.file));
        auto changed = withVersion((*edit)->after, place.expression, m_current, m_next);
        if (!changed && withVersion((*edit)->after, place.expression, m_next, m_next))
            changed = (*edit)->after; // it says so already
        if (!changed)
            return failure(Error::Kind::Conflict, Words::tr("%1: %2").arg(place.file, changed.error().message));
        (*edit)->after = *changed;
        dropUnchanged();
        return {};
    }

    /// Of Cargo: packages without a source are the workspace's own. Of npm: the package itself.
    Result<void> changeLockFiles()
    {
        static const QRegularExpression cargo(
            uR"((?m)^(\[\[package\]\]\nname = "[^"\n]+"\nversion = ")([^"\n]+)("\n)(?!source = ))"_s);
        static const QRegularExpression npm(
            uR"((?m)^(  "version": "|    "": \{\n(?:      .*\n)*?      "version": ")([^"\n]+)("))"_s);
        for (const FileEdit &edit : QList(m_edits)) {
            const QFileInfo file(QDir(m_project.checkout.root).filePath(edit.file));
            const auto beside = [&](const QString &name) {
                return QDir(m_project.directory).relativeFilePath(file.dir().filePath(name));
            };
            Result<void> changed;
            if (file.fileName() == "Cargo.toml"_L1)
                changed = changeLocked(beside(u"Cargo.lock"_s), cargo);
            else if (file.fileName() == "package.json"_L1)
                changed = changeLocked(beside(u"package-lock.json"_s), npm);
            if (!changed)
                return changed;
        }
        dropUnchanged();
        return {};
    }

    Result<void> changeLocked(const QString &name, const QRegularExpression &own)
    {
        const auto edit = editOf(name);
        if (!edit)
            return std::unexpected(edit.error());
        if (!*edit)
            return {};
        const QString text = QString::fromUtf8((*edit)->after);
        QString changed;
        qsizetype at = 0;
        for (const QRegularExpressionMatch &match : own.globalMatch(text)) {
            changed += text.sliced(at, match.capturedStart(2) - at);
            changed += match.captured(2) == m_current ? m_next : match.captured(2);
            at = match.capturedEnd(2);
        }
        (*edit)->after = (changed + text.sliced(at)).toUtf8();
        return {};
    }

    const Project &m_project;
    QString m_current;
    QString m_next;
    QList<FileEdit> m_edits;
};

} // namespace

Result<QByteArray> withVersion(const QByteArray &text, const QString &expression, const QString &current,
                               const QString &next)
{
    const QRegularExpression regex(expression, QRegularExpression::MultilineOption);
    const QString words = QString::fromUtf8(text);
    const QRegularExpressionMatch match = regex.match(words);
    const int group = match.lastCapturedIndex() > 0 ? 1 : 0;
    if (words.toUtf8() != text)
        return failure(Error::Kind::NotFound, Words::tr("it is no text in UTF-8"));
    if (!match.hasMatch())
        return failure(Error::Kind::NotFound, Words::tr("nothing fits the regex %1").arg(expression));
    if (match.captured(group) != current)
        return failure(Error::Kind::NotFound,
                       Words::tr("it says \"%1\", not %2").arg(match.captured(group).left(60), current));
    QString changed = words;
    changed.replace(match.capturedStart(group), match.capturedLength(group), next);
    return changed.toUtf8();
}

Result<QList<FileEdit>> bumpEdits(const Project &project, const QString &next)
{
    return Bump(project, next).edits();
}

} // namespace unmoor
