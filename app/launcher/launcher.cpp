// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/launcher/launcher.h"

#include "app/binary/basesystem.h"
#include "app/core/words.h"
#include "app/launcher/shellscript.h"
#include "app/launcher/shellwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype mostScriptText = 4 * 1024 * 1024; // of all scripts
constexpr qsizetype mostLauncherFolders = 32;

/// Commands that start the rest of their own line.
QStringList withoutPrefix(QStringList words)
{
    while (!words.isEmpty()) {
        const QString &first = words.first();
        if (first == "command"_L1 || first == "nohup"_L1 || first == "env"_L1) {
            words.removeFirst();
        } else if (first == "exec"_L1) {
            words.removeFirst();
            while (!words.isEmpty() && words.first().startsWith(u'-'))
                words = words.mid(words.first() == "-a"_L1 ? 2 : 1);
        } else {
            break;
        }
    }
    return words;
}

class Reader
{
public:
    Reader(const Bundle &bundle, const BundledFile &script, Launchers &launchers)
        : m_bundle(bundle)
        , m_script(script)
        , m_launchers(launchers)
    {
    }

    void read()
    {
        for (ShellCommand &command : readShellScript(m_script.text, m_script.path)) {
            for (const QString &value : std::as_const(command.variables))
                noteNamed(value);
            command.words = withoutPrefix(command.words);
            // What env(1) sets.
            while (!command.words.isEmpty() && command.words.first().contains(u'=')) {
                const QString assignment = command.words.takeFirst();
                const QString name = assignment.section(u'=', 0, 0);
                command.variables.insert(name, assignment.sliced(name.size() + 1));
            }
            if (!command.words.isEmpty())
                readStart(command);
        }
    }

private:
    const BundledFile *fileOf(const QString &word) const
    {
        const auto path = shellPath(word);
        return path ? m_bundle.file(*path) : nullptr;
    }

    void noteNamed(const QString &value)
    {
        const QStringList parts = value.split(u':');
        for (const QString &part : parts.first(std::min(parts.size(), mostLauncherFolders))) {
            if (const BundledFile *file = fileOf(part))
                m_launchers.named.insert(file);
        }
    }

    void readStart(const ShellCommand &command)
    {
        const BundledFile *started = fileOf(command.words.first());
        if (!started || !started->binary)
            return;
        m_folder = shellPath(command.folder);
        LauncherStart start{.launcher = m_script.path, .program = started};
        if (started->binary->elf() && isLinuxLoaderName(nameOf(started->path)))
            readLoaderArguments(command.words.mid(1), start);
        if (!start.program)
            return;
        start.libraryPath = folders(command.variables.value(u"LD_LIBRARY_PATH"_s), u"LD_LIBRARY_PATH"_s);
        start.dyldPath = folders(command.variables.value(u"DYLD_LIBRARY_PATH"_s), u"DYLD_LIBRARY_PATH"_s);
        start.folder = m_folder;
        if (!m_launchers.firstStart.contains(start.program))
            m_launchers.firstStart.insert(start.program, m_launchers.starts.size());
        m_launchers.starts.append(start);
    }

    /// ld.so [OPTION]… PROGRAM [ARGUMENT]…
    void readLoaderArguments(const QStringList &arguments, LauncherStart &start)
    {
        static const QStringList withValue{u"--library-path"_s,     u"--inhibit-rpath"_s, u"--audit"_s,
                                           u"--preload"_s,          u"--argv0"_s,         u"--glibc-hwcaps-prepend"_s,
                                           u"--glibc-hwcaps-mask"_s};
        start.loader = std::exchange(start.program, nullptr);
        for (qsizetype i = 0; i < arguments.size(); ++i) {
            const QString &argument = arguments.at(i);
            if (!argument.startsWith("--"_L1)) {
                start.program = fileOf(argument);
                break;
            }
            const QString value = arguments.value(i + 1);
            if (argument == "--library-path"_L1) {
                start.hasLoaderPath = true;
                start.loaderPath = folders(value, u"--library-path"_s);
            } else if (argument == "--preload"_L1) {
                noteNamed(value);
            }
            if (withValue.contains(argument))
                ++i;
        }
        if (start.program && !start.program->binary)
            start.program = nullptr;
    }

    QList<SearchFolder> folders(const QString &value, const QString &variable) const
    {
        QList<SearchFolder> folders;
        const QStringList parts = value.split(u':', Qt::SkipEmptyParts);
        for (const QString &part : parts.first(std::min(parts.size(), mostLauncherFolders))) {
            SearchFolder folder{.via = Words::tr("%1 of %2").arg(variable, m_script.path)};
            const bool isRelative = !isUnknown(part) && !part.startsWith(u'/');
            auto path = shellPath(part);
            if (!path && isRelative && m_folder)
                path = joinPath(*m_folder, part);
            if (path) {
                folder.kind = SearchFolder::Kind::InArchive;
                folder.path = *path;
                folder.files = m_bundle.folder(*path);
                folder.stored = *path;
            } else if (!isUnknown(part)) {
                folder.stored = part;
                folder.path = part;
                folder.kind = part.startsWith("/nix/store/"_L1) ? SearchFolder::Kind::Store
                    : part.startsWith(u'/')                     ? SearchFolder::Kind::Absolute
                                                                : SearchFolder::Kind::CurrentFolder;
            } else {
                continue;
            }
            folders.append(folder);
        }
        return folders;
    }

    const Bundle &m_bundle;
    const BundledFile &m_script;
    Launchers &m_launchers;
    std::optional<QString> m_folder; // the current one of the command at hand
};

} // namespace

const LauncherStart *Launchers::startOf(const BundledFile *program) const
{
    const auto found = firstStart.constFind(program);
    return found == firstStart.constEnd() ? nullptr : &starts.at(*found);
}

Launchers readLaunchers(const Bundle &bundle)
{
    Launchers launchers;
    qsizetype read = 0;
    for (const BundledFile *file : bundle.files()) {
        if ((file->mode & 0111) == 0 || !isShellScript(file->text))
            continue;
        read += file->text.size();
        if (read > mostScriptText)
            break;
        Reader(bundle, *file, launchers).read();
    }
    return launchers;
}

} // namespace unmoor
