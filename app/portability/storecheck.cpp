// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portability/storecheck.h"

#include "app/core/words.h"
#include "app/launcher/shellscript.h"
#include "app/launcher/shellwords.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype mostStoreScriptText = 4 * 1024 * 1024; // of all scripts
constexpr qsizetype mostOfOneScript = 64 * 1024;

bool isInStore(const QString &word)
{
    return word.startsWith("/nix/store/"_L1) && word.size() > 11;
}

/// "HASH-NAME" of a path of the store.
QString storeName(const QString &path)
{
    return path.section(u'/', 3, 3);
}

/// How a script hands over to the store.
struct StoreUse
{
    enum class Kind { None, Search, Import, Source, Run }; ///< the worst last

    Kind kind = Kind::None;
    QString path;

    void take(Kind other, const QString &otherPath)
    {
        if (other > kind) {
            kind = other;
            path = QString(otherPath).remove(unknownMark);
        }
    }
};

/// Variables in which programs, modules and libraries are looked for.
bool isSearchPath(const QString &name)
{
    static const QRegularExpression expression(
        u"^(PATH|PYTHONPATH|PERL5LIB|PERLLIB|RUBYLIB|NODE_PATH|GEM_PATH|LUA_C?PATH|CLASSPATH|TCLLIBPATH|GUILE_LOAD_"
        u"PATH|"
        "LD_LIBRARY_PATH|LD_PRELOAD|DYLD_LIBRARY_PATH|DYLD_INSERT_LIBRARIES|JAVA_HOME|PYTHONHOME)$"_s);
    return expression.match(name).hasMatch();
}

/// A word after which the rest of the line is a command of its own.
bool isPrefixCommand(const QString &word)
{
    static const QStringList words{u"exec"_s, u"command"_s, u"nohup"_s,  u"env"_s,   u"eval"_s,   u"sudo"_s,
                                   u"nice"_s, u"time"_s,    u"setsid"_s, u"xargs"_s, u"builtin"_s};
    return words.contains(word);
}

StoreUse useOfShell(const BundledFile &file)
{
    StoreUse use;
    QStringList tested;
    for (const ShellCommand &command : readShellScript(file.text, file.path)) {
        for (auto it = command.variables.cbegin(); it != command.variables.cend(); ++it) {
            const QStringList parts = it.value().split(u':');
            const auto inStore = std::ranges::find_if(parts, isInStore);
            if (isSearchPath(it.key()) && inStore != parts.end())
                use.take(StoreUse::Kind::Search, *inStore);
        }
        QStringList words = command.words;
        // What stands before a command: exec -a NAME, env NAME=VALUE.
        while (!words.isEmpty() && (isPrefixCommand(words.first()) || words.first().contains(u'='))) {
            words.removeFirst();
            while (!words.isEmpty() && words.first().startsWith(u'-'))
                words = words.mid(words.first() == "-a"_L1 || words.first() == "-u"_L1 ? 2 : 1);
        }
        if (words.isEmpty())
            continue;
        const QString &name = words.first();
        if (name == "["_L1 || name == "[["_L1 || name == "test"_L1)
            tested += words.filter(u"/nix/store/"_s);
        else if (isInStore(name))
            use.take(StoreUse::Kind::Run, name);
        else if ((name == "."_L1 || name == "source"_L1) && isInStore(words.value(1)))
            use.take(StoreUse::Kind::Source, words.at(1));
        // The loader of the store, or an interpreter, with a program of the store.
        else if (isPrefixCommand(name) && isInStore(words.value(1)))
            use.take(StoreUse::Kind::Run, words.at(1));
    }
    // What a command substitution runs is no command of the outermost level.
    static const QRegularExpression substituted(uR"(^[^#\n]*(?:\$\(|`)\s*["']?(/nix/store/[^\s"'`)]+))"_s,
                                                QRegularExpression::MultilineOption);
    if (const auto match = substituted.match(QString::fromUtf8(file.text.left(mostOfOneScript))); match.hasMatch())
        use.take(StoreUse::Kind::Run, match.captured(1));
    // A script that looks first whether the file is there has another way.
    if (std::ranges::any_of(tested, [&](const QString &path) { return use.path.startsWith(path); }))
        return {};
    return use;
}

/// Scripts of other languages are read by the line: what imports, sources or runs, and the path behind it.
StoreUse useOfOther(const QByteArray &text)
{
    static const QRegularExpression path(u"/nix/store/[^\\s\"'`,;:)\\]}]+"_s);
    static const QRegularExpression imports(
        uR"(sys\.path|addsitedir|\bimport\b|\brequire\b|require_relative|\brequire\(|\buse\s+lib\b|\bunshift\b|@INC\b|\$LOAD_PATH|\$:|\bload\b|load_file|dofile|package\.c?path|auto_path|site\.|importlib|runpy|LoadLibrary|\bCDLL\b|dlopen|ffi)"_s);
    static const QRegularExpression sources(uR"((^|[;&|]\s*)(source|\.)\s)"_s);
    static const QRegularExpression runs(
        uR"(\bexecv?[lpe]*\b|\bspawn\w*\b|\bsystem\b|subprocess|popen|\bPopen\b|\brun\(|check_call|check_output|child_process|os\.exec|Open3|`/nix/store|(^|[;&|(]\s*)["']?/nix/store/)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression searches(uR"(\bPATH\b|LIBRARY_PATH|PYTHONPATH|\bset\s+-gx\b)"_s);
    // A list of folders may have each on a line of its own.
    static const QRegularExpression adds(uR"(sys\.path|addsitedir|@INC|\$LOAD_PATH|package\.c?path|auto_path)"_s);
    static const QRegularExpression element(uR"(^["'][^"']*["'],?$)"_s);
    const bool addsFolders = adds.match(QString::fromUtf8(text.left(mostOfOneScript))).hasMatch();
    StoreUse use;
    const QList<QByteArray> lines = text.left(mostOfOneScript).split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (!lines.at(i).contains("/nix/store/"))
            continue;
        const QString line = QString::fromUtf8(lines.at(i)).trimmed().left(8192);
        if (line.startsWith(u'#') || line.startsWith("//"_L1) || line.startsWith("--"_L1) || line.startsWith(u';'))
            continue;
        const QString found = path.match(line).captured();
        if (found.isEmpty())
            continue;
        if (runs.match(line).hasMatch())
            use.take(StoreUse::Kind::Run, found);
        else if (sources.match(line).hasMatch())
            use.take(StoreUse::Kind::Source, found);
        else if (imports.match(line).hasMatch())
            use.take(StoreUse::Kind::Import, found);
        else if (searches.match(line).hasMatch())
            use.take(StoreUse::Kind::Search, found);
        else if (addsFolders && element.match(line).hasMatch())
            use.take(StoreUse::Kind::Import, found);
    }
    return use;
}

class StoreCheck
{
public:
    explicit StoreCheck(PortabilityCheck &check)
        : m_check(check)
    {
    }

    void run()
    {
        for (const BundledFile *file : m_check.bundle.files()) {
            if (file->binary)
                checkWrapper(*file);
            else if ((file->mode & 0111) != 0 && file->text.startsWith("#!"))
                checkScript(*file);
            else if (file->path.endsWith(".desktop"_L1) || file->path.endsWith(".service"_L1))
                checkUnit(*file);
        }
    }

private:
    /// Installers of Nix bring the paths that they then start.
    bool isBrought(const QString &path)
    {
        if (!m_knowsParts) {
            m_knowsParts = true;
            for (const BundledFile *file : m_check.bundle.files()) {
                if (!file->path.contains("store/"_L1))
                    continue;
                const QStringList parts = file->path.split(u'/');
                const qsizetype store = parts.indexOf("store"_L1);
                if (store >= 0 && store + 1 < parts.size() && m_brought.size() < mostNames)
                    m_brought.insert(parts.at(store + 1));
            }
        }
        return m_brought.contains(storeName(path));
    }

    void checkWrapper(const BundledFile &file)
    {
        const QString &program = file.wrappedProgram;
        if (program.isEmpty() || !file.binary->isProgram() || isBrought(program) || m_check.rejected.contains(&file))
            return;
        // A program that was wrapped may name itself, and others that it starts at some time.
        const QString name = nameOf(file.path);
        QString wrapped = nameOf(program);
        const bool isHidden = wrapped.startsWith(u'.') && wrapped.contains("-wrapped"_L1);
        wrapped = isHidden ? wrapped.sliced(1, wrapped.lastIndexOf("-wrapped"_L1) - 1) : QString();
        if (!file.isCompiledWrapper && (!isHidden || wrapped != name))
            return;
        const BundledFile *beside =
            m_check.bundle.file(joinPath(folderOf(file.path), nameOf(program)).value_or(QString()));
        QString message =
            Words::tr("%1 is a wrapper, which starts %2: users have no such file.").arg(file.path, program);
        if (beside && beside != &file)
            message += Words::tr(" The program itself is %1.").arg(beside->path);
        m_check.add(
            Severity::Error, u"runs-from-store"_s, file.path, message,
            Words::tr("Pack the program in place of its wrapper (.%1-wrapped of the package), and let it find what "
                      "the wrapper sets beside itself; or write a launcher that starts it by a path relative to "
                      "its own.")
                .arg(name));
    }

    /// Entries of a desktop's menu and units of systemd name what they start.
    void checkUnit(const BundledFile &file)
    {
        static const QRegularExpression start(u"^(?:Try)?Exec(?:Start[A-Za-z]*)?=[-@:+!\"]*(/nix/store/[^\\s\"]+)"_s,
                                              QRegularExpression::MultilineOption);
        const auto match = start.match(QString::fromUtf8(file.text.left(mostOfOneScript)));
        if (!match.hasMatch() || isBrought(match.captured(1)))
            return;
        m_check.add(
            Severity::Error, u"runs-from-store"_s, file.path,
            Words::tr("%1 starts %2, which users do not have.").arg(file.path, match.captured(1)),
            Words::tr("Name the program without a folder (Exec=%1), so that it is found where users install it.")
                .arg(nameOf(match.captured(1))));
    }

    void checkScript(const BundledFile &file)
    {
        m_read += file.text.size();
        if (m_read > mostStoreScriptText || !file.text.contains("/nix/store/"))
            return;
        const StoreUse use = isShellScript(file.text) ? useOfShell(file) : useOfOther(file.text);
        if (use.kind == StoreUse::Kind::None || isBrought(use.path))
            return;
        const bool isSearch = use.kind == StoreUse::Kind::Search;
        QString message = Words::tr("%1 runs %2, which users do not have.");
        if (isSearch)
            message = Words::tr("%1 looks for programs or libraries in %2, which users do not have.");
        else if (use.kind == StoreUse::Kind::Source)
            message = Words::tr("%1 reads the script %2, which users do not have.");
        else if (use.kind == StoreUse::Kind::Import)
            message = Words::tr("%1 imports from %2, which users do not have.");
        m_check.add(isSearch ? Severity::Warning : Severity::Error, u"runs-from-store"_s, file.path,
                    message.arg(file.path, use.path),
                    Words::tr("Write the launcher for the release, without makeWrapper and wrapProgram: DIR=$(dirname "
                              "\"$(readlink -f \"$0\")\"), and everything by a path below $DIR. What it imports has to "
                              "be in the archive."));
    }

    PortabilityCheck &m_check;
    bool m_knowsParts = false;
    QSet<QString> m_brought;
    qsizetype m_read = 0;
};

} // namespace

void checkStoreUse(PortabilityCheck &check)
{
    StoreCheck(check).run();
}

} // namespace unmoor
