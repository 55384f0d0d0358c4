// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portability/contentcheck.h"

#include "app/binary/filenames.h"
#include "app/core/format.h"
#include "app/core/words.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype longestLinkText = 512;

/// "so" of "x.so", "1" of "x.1"; empty where the name has none, as in "main" and ".main-wrapped".
QString extensionOf(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot <= 0 ? QString() : name.sliced(dot + 1);
}

/// Versions are no extension: "tool-1.2".
bool hasExtension(const QString &name)
{
    static const QRegularExpression extension(u"^[A-Za-z][A-Za-z0-9_+]{0,15}$"_s);
    return extension.match(extensionOf(name)).hasMatch();
}

/// Folders in which files are data, whatever their mode, or stand in for others on purpose.
bool liesAmongData(const QString &path)
{
    static const QRegularExpression folder(
        uR"((^|/)(share|etc|doc|docs|man|man[1-9]|info|include|src|licenses|completions?|[a-z]+-completions?|site-functions|vendor_completions\.d|zsh|fish|templates?|skel|node_modules|site-packages|dist-packages|__pycache__|\.git|\.github|DEBIAN|debian)/)"_s);
    return folder.match(path).hasMatch();
}

bool liesAmongTests(const QString &path)
{
    static const QRegularExpression folder(
        uR"((^|/)(tests?|testdata|test-data|test_data|testing|__tests__|fixtures?|spec|specs|examples?|samples?|mocks?|stubs?)/)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return folder.match(path).hasMatch();
}

bool isManual(const QString &path)
{
    static const QRegularExpression folder(uR"((^|/)(doc|docs|man|man[1-9]|cat[1-9]|licenses)/)"_s);
    return folder.match(path).hasMatch();
}

/// Names without an extension that are no program's.
bool isCalledText(const QString &name)
{
    static const QRegularExpression text(
        uR"(^([A-Z]*(make|docker|vagrant|rake|gem|jenkins|proc|brew|pip|pod|fast|just|container|cask|caddy|guard)file|VERSION|RELEASE|MANIFEST|METADATA|RECORD|WHEEL|INSTALLER|PKG-INFO|todo|THANKS|HISTORY|CREDITS|CONTRIBUTORS|MAINTAINERS|COPYRIGHT|PATENTS|OWNERS|HACKING|BUGS|FAQ|SHA(1|224|256|384|512)SUMS?|MD5SUMS?|PkgInfo|CodeResources|control|md5sums|changelog|copyright|version|license|readme|config|defaults|environment|env|manifest|revision)$|^\.DirIcon$|^\.[a-z]+(rc|ignore|attributes|config|keep|profile|env)$|^(LICEN[CS]E|COPYING|README|NOTICE|AUTHORS|CHANGELOG)|^_)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return text.match(name).hasMatch();
}

bool liesAmongPrograms(const QString &path)
{
    const QString folder = nameOf(folderOf(path));
    return folder == "bin"_L1 || folder == "sbin"_L1 || folder == "libexec"_L1 || folder == "MacOS"_L1;
}

/// Of folders for programs alone: libexec holds what programs read, too.
bool isInProgramsFolder(const QString &path)
{
    const QString folder = nameOf(folderOf(path));
    return folder == "bin"_L1 || folder == "sbin"_L1;
}

/// Names of what is started by them.
bool isNamedScript(const QString &name)
{
    static const QStringList extensions{u"sh"_s, u"bash"_s, u"zsh"_s, u"fish"_s, u"py"_s,       u"pl"_s,
                                        u"rb"_s, u"run"_s,  u"bin"_s, u"ps1"_s,  u"appimage"_s, u"command"_s};
    return extensions.contains(extensionOf(name).toLower());
}

class ContentCheck
{
public:
    explicit ContentCheck(PortabilityCheck &check)
        : m_check(check)
        , m_isForWindows(check.target && check.target->os == PortabilityTarget::Os::Windows)
    {
    }

    void run()
    {
        readModes();
        for (const BundledFile *file : m_check.bundle.files()) {
            if (file->binary)
                judgeObject(*file);
            else if (!isFine(file->contentKind))
                judge(*file);
        }
    }

private:
    static bool isFine(ContentKind kind)
    {
        return kind == ContentKind::Unread || kind == ContentKind::Binary || kind == ContentKind::EverySystem
            || kind == ContentKind::AppleDouble;
    }

    /// Packers on Windows and some scripts give every file the executable bit. It then says nothing.
    void readModes()
    {
        qsizetype documents = 0;
        qsizetype executable = 0;
        for (const BundledFile *file : m_check.bundle.files()) {
            const QString name = nameOf(file->path);
            if (file->binary || file->contentKind == ContentKind::Script || isCalledBinary(name)
                || (!hasExtension(name) && !isCalledText(name)))
                continue;
            ++documents;
            executable += (file->mode & 0111) != 0 ? 1 : 0;
        }
        m_modeSaysSomething = documents == 0 || executable * 2 < documents;
    }

    void judge(const BundledFile &file)
    {
        if (liesAmongTests(file.path))
            return;
        const bool isCalled = isCalledBinary(file.path) && !isManual(file.path);
        if (file.contentKind == ContentKind::LfsPointer) {
            reportPointer(file);
        } else if (const auto link = linkText(file); link && mayBeFlattened(file, *link, isCalled)) {
            reportLink(file, *link);
        } else if (isCalled ? !mayBeCalledSo(file) : isMeantToStart(file)) {
            reportContent(file, isCalled);
        }
    }

    /// What a compiler makes before it is linked has the format of programs, too.
    void judgeObject(const BundledFile &file)
    {
        if (!isObject(*file.binary) || liesAmongTests(file.path))
            return;
        const bool isCalled = isCalledBinary(file.path) && !isManual(file.path);
        if (isCalled || isMeantToStart(file))
            reportContent(file, isCalled);
    }

    static bool isObject(const BinaryFacts &facts)
    {
        if (const ElfFacts *elf = facts.elf())
            return elf->kind == ElfFacts::Kind::Object;
        return facts.machO() && !facts.machO()->slices.isEmpty()
            && std::ranges::all_of(facts.machO()->slices,
                                   [](const MachOSlice &slice) { return slice.kind == MachOSlice::Kind::Object; });
    }

    /// What is no binary, and is called like one with good reason.
    bool mayBeCalledSo(const BundledFile &file) const
    {
        const QString extension = extensionOf(nameOf(file.path)).toLower();
        if (file.contentKind == ContentKind::LinkerScript)
            return extension == "so"_L1 || extension == "dll"_L1;
        // Scripts that start a program of Windows by its name, with wine or mono.
        return file.contentKind == ContentKind::Script && extension == "exe"_L1 && m_check.target && !m_isForWindows;
    }

    bool isMeantToStart(const BundledFile &file) const
    {
        const bool isScript = file.contentKind == ContentKind::Script || file.contentKind == ContentKind::MarkedScript;
        if (isScript)
            return false; // its first line is judged elsewhere
        if (file.isNamedProgram)
            return true;
        const QString name = nameOf(file.path);
        const bool isExecutable = (file.mode & 0111) != 0;
        // On Windows the bit means nothing, and users start what is called .exe.
        if (m_isForWindows || isCalledText(name) || liesAmongData(file.path))
            return false;
        // Downloads are saved without the bit, and an install script keeps its name when a page takes its place.
        const bool isAccident = file.contentKind == ContentKind::ErrorPage || file.contentKind == ContentKind::Zeros
            || file.contentKind == ContentKind::Empty;
        if (isAccident && isExecutable && isNamedScript(name))
            return true;
        if (hasExtension(name) || (!isExecutable && !(isAccident && isInProgramsFolder(file.path))))
            return false;
        return m_modeSaysSomething || liesAmongPrograms(file.path) || file.contentKind == ContentKind::ErrorPage
            || file.contentKind == ContentKind::Zeros;
    }

    /// The text of a file that may be what a symbolic link held: one short line.
    static std::optional<QString> linkText(const BundledFile &file)
    {
        QByteArray text = file.text;
        if (file.contentKind == ContentKind::OddLink) {
            text = text.startsWith("!<symlink>") ? text.sliced(10) : text.split('\n').value(3);
            text = text.left(text.indexOf('\0') < 0 ? text.size() : text.indexOf('\0'));
            return QString::fromUtf8(text.left(longestLinkText)).trimmed();
        }
        if (file.contentKind != ContentKind::Text || text.isEmpty() || text.size() > longestLinkText)
            return std::nullopt;
        if (text.endsWith('\n'))
            text.chop(1);
        const QString line = QString::fromUtf8(text);
        const bool isPath = std::ranges::none_of(
            line, [](QChar c) { return c.isSpace() || !c.isPrint() || QStringView(u"<>|\"*?;={}()").contains(c); });
        return isPath && !line.isEmpty() ? std::optional(line) : std::nullopt;
    }

    bool mayBeFlattened(const BundledFile &file, const QString &link, bool isCalled) const
    {
        if (file.contentKind == ContentKind::OddLink)
            return true;
        const QString name = nameOf(file.path);
        const QString target = nameOf(link);
        if (isCalled && (isCalledBinary(target) || link.startsWith(u'/')))
            return true;
        const auto place = link.startsWith(u'/') ? std::nullopt : joinPath(folderOf(file.path), link);
        const BundledFile *behind = place ? m_check.bundle.file(*place) : nullptr;
        if (!behind || behind == &file)
            return false;
        if (isCalled || file.isNamedProgram)
            return true;
        // A note such as "path.txt" may name a program, too.
        const bool isProgram = behind->binary || behind->contentKind == ContentKind::Script;
        return isProgram && !isCalledText(name) && !liesAmongData(file.path)
            && (!hasExtension(name) || extensionOf(name) == extensionOf(target));
    }

    void reject(const BundledFile &file, const QString &code, const QString &message, const QString &hint)
    {
        m_check.rejected.insert(&file);
        m_check.add(Severity::Error, code, file.path, message, hint);
    }

    void reportPointer(const BundledFile &file)
    {
        reject(
            file, u"lfs-pointer"_s,
            Words::tr("%1 is a pointer of Git LFS, a text of %2, instead of the file that it stands for.")
                .arg(file.path, formatBytes(file.text.size())),
            Words::tr("Fetch the file before the build: git lfs pull. In Nix: inputs.self.lfs = true in flake.nix, or "
                      "fetchLFS = true for fetchgit and fetchFromGitHub."));
    }

    void reportLink(const BundledFile &file, const QString &link)
    {
        reject(file, u"link-flattened"_s,
               Words::tr("%1 is a text file that holds \"%2\": a symbolic link that was packed as a plain file.")
                   .arg(file.path, link),
               Words::tr("Pack links as links: zip -y (without it, and with git or a copy on Windows, they become "
                         "texts), or tar. Or pack a copy of the file: cp -L."));
    }

    QString whatItIs(const BundledFile &file) const
    {
        if (file.binary)
            return Words::tr("an object file, which was not linked");
        switch (file.contentKind) {
        case ContentKind::Empty:
            return Words::tr("an empty file");
        case ContentKind::Zeros:
            return Words::tr("nothing but zero bytes");
        case ContentKind::Script:
        case ContentKind::MarkedScript:
            return Words::tr("a script");
        case ContentKind::LinkerScript:
            return Words::tr("a script for the linker");
        case ContentKind::ErrorPage:
            return Words::tr("a web page or the answer of a server (%1)").arg(beginningOf(file));
        case ContentKind::Text:
            return Words::tr("a text (%1)").arg(beginningOf(file));
        case ContentKind::StaticLibrary:
            return Words::tr("a static library (an archive of ar)");
        case ContentKind::Packed:
            return Words::tr("packed data (zip, tar, gzip, xz or the like)");
        default:
            return Words::tr("data of another kind");
        }
    }

    static QString beginningOf(const BundledFile &file)
    {
        constexpr qsizetype most = 40;
        const QString line = QString::fromUtf8(file.text.left(4 * most)).simplified();
        return u'"' + (line.size() > most ? line.first(most) + u'…' : line) + u'"';
    }

    QString causeHint(ContentKind kind) const
    {
        switch (kind) {
        case ContentKind::Empty:
        case ContentKind::Zeros:
            return Words::tr("Most often a step that makes it failed without ending the build, or the disk was full: "
                             "look at what writes it, and end scripts at the first error (set -e).");
        case ContentKind::ErrorPage:
            return Words::tr("Most often the answer of a server was saved in place of the file: download with curl "
                             "--fail, or with fetchurl, which knows the hash.");
        case ContentKind::Packed:
            return Words::tr("Unpack it before it is packed into the release: it is still what was downloaded.");
        case ContentKind::StaticLibrary:
            return Words::tr("Pack the shared library: static ones are for those who link to them, and end in .a or "
                             ".lib.");
        case ContentKind::Text:
            return Words::tr("Take the file that was built. If it is a script, its first line has to say who runs it: "
                             "#!/bin/sh. If it is data, take its executable bit away: chmod -x.");
        default:
            return Words::tr("Look at where it is copied from (file(1) says what it is), and take the file that was "
                             "built.");
        }
    }

    void reportContent(const BundledFile &file, bool isCalled)
    {
        QString claim = Words::tr("its mode says so");
        if (file.isNamedProgram)
            claim = Words::tr("the layout says so");
        if (isCalled)
            claim = Words::tr("its name says so");
        const bool isLibrary = isCalled && !libraryStem(nameOf(file.path)).isEmpty();
        const QString message = isLibrary ? Words::tr("%1 should be a library (%2), but is %3: nothing can load it.")
                                          : Words::tr("%1 should be a program (%2), but is %3: it does not start.");
        const QString hint = file.binary
            ? Words::tr("Take what the linker makes of it: cc FILE.o -o PROGRAM, or cc -shared.")
            : causeHint(file.contentKind);
        reject(file, u"not-a-program"_s, message.arg(file.path, claim, whatItIs(file)), hint);
    }

    PortabilityCheck &m_check;
    bool m_isForWindows;
    bool m_modeSaysSomething = true;
};

} // namespace

bool isCalledBinary(const QString &path)
{
    const QString name = nameOf(path);
    const qsizetype dot = name.lastIndexOf(u'.');
    if (dot < 0)
        return false;
    for (const QLatin1StringView end : {".exe"_L1, ".node"_L1, ".pyd"_L1}) {
        if (name.endsWith(end, Qt::CaseInsensitive))
            return true;
    }
    // The expressions behind libraryStem() are for those that can be one: there may be a million paths.
    return (name.contains(".so"_L1) || name.endsWith(".dylib"_L1) || name.endsWith(".dll"_L1, Qt::CaseInsensitive))
        && !libraryStem(name).isEmpty();
}

void checkContents(PortabilityCheck &check)
{
    ContentCheck(check).run();
}

} // namespace unmoor
