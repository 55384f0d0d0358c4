// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/words.h"
#include "app/portability/elffilecheck.h"
#include "app/portability/elfresolver.h"
#include "app/portability/elfversioncheck.h"
#include "app/portability/portabilitycheck.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QList<std::pair<QString, QString>> namesOf(const BundledFile &file)
{
    QList<std::pair<QString, QString>> names;
    const ElfFacts *elf = file.binary ? file.binary->elf() : nullptr;
    for (const QString &name : elf ? elf->needed : QStringList())
        names.append({name, name});
    return names;
}

/// Resolves every program and library of Linux in an archive, and reports what does not work.
class ElfCheck
{
public:
    explicit ElfCheck(PortabilityCheck &check)
        : m_check(check)
        , m_resolver(check, m_budget)
        , m_versions(check)
    {
    }

    void run()
    {
        for (const BundledFile *file : m_check.files) {
            if (!file->binary->elf() || isForeignElf(*file->binary->elf()))
                continue;
            (isElfProgram(*file) ? m_programs : m_libraries).append(file);
        }
        countAskers();
        for (const BundledFile *file : m_programs + m_libraries)
            checkElfFile(m_check, *file);
        for (const BundledFile *program : std::as_const(m_programs))
            checkProgram(*program);
        checkLaunchers();
        for (const BundledFile *library : std::as_const(m_libraries)) {
            if (!m_firstProcess.contains(library))
                checkPlugin(*library);
        }
        for (const BundledFile *library : std::as_const(m_libraries))
            describeLibrary(*library);
        reportMusl();
        reportUnusedLibraries();
    }

private:
    void countAskers()
    {
        qsizetype names = 0;
        for (const BundledFile *file : m_programs + m_libraries) {
            const QStringList &needed = file->binary->elf()->needed;
            names += needed.size();
            if (names > mostNames) {
                m_knowsAskers = false;
                return;
            }
            for (const QString &name : needed)
                ++m_askers[name];
        }
    }

    void checkProgram(const BundledFile &program)
    {
        const ElfFacts &elf = *program.binary->elf();
        const LauncherStart *start = m_check.launchers.startOf(&program);
        const ElfInterpreter interpreter = m_resolver.interpreter(program);
        checkElfInterpreter(m_check, program, interpreter, start);
        ElfContext context{.libc = m_resolver.libcOf(elf)};
        if (start)
            context.libraryPath = start->loader && start->hasLoaderPath ? start->loaderPath : start->libraryPath;
        if (interpreter.isBundled())
            context.loader = interpreter.loader;
        const auto process = std::make_shared<ElfProcess>(m_resolver.load(program, context));
        QList<ResolutionStep> chain = process->steps;
        if (interpreter.kind != ElfInterpreter::Kind::None)
            chain.prepend(interpreter.step);
        if (!chain.isEmpty())
            m_check.report.chains.insert(program.path, chain);
        if (interpreter.loader)
            m_loaders.insert(interpreter.loader);
        if (interpreter.kind == ElfInterpreter::Kind::System && context.libc == LibcKind::Musl)
            m_onMusl.append(&program);
        adopt(process);
        reportLosses(*process, Severity::Error);
        checkLoaderMatch(*process, interpreter, program);
        m_versions.check(*process, interpreter);
    }

    /// Remembers what the process loads: those libraries are judged as parts of it.
    void adopt(const std::shared_ptr<ElfProcess> &process)
    {
        for (const ElfProcess::Loaded &loaded : std::as_const(process->loaded)) {
            if (!m_firstProcess.contains(loaded.file))
                m_firstProcess.insert(loaded.file, process);
        }
    }

    /// A library that no program loads at its start is opened by some program later, or by one outside of the archive.
    void checkPlugin(const BundledFile &library)
    {
        const ElfFacts &elf = *library.binary->elf();
        ElfContext context{.libc = m_resolver.libcOf(elf), .hostHasCxx = library.path.endsWith(".node"_L1)};
        context.libraryPath = everyLibraryPath();
        context.outerRPath = everyRPath();
        const auto process = std::make_shared<ElfProcess>(m_resolver.load(library, context));
        adopt(process);
        const bool mayNeverBeOpened = !m_programs.isEmpty() && !m_check.isMentioned(&library);
        reportLosses(*process, mayNeverBeOpened ? Severity::Warning : Severity::Error);
        ElfInterpreter interpreter;
        if (m_loaders.size() == 1)
            interpreter = {.kind = ElfInterpreter::Kind::Explicit, .loader = *m_loaders.begin(), .step = {}};
        m_versions.check(*process, interpreter);
    }

    const QList<SearchFolder> &everyLibraryPath()
    {
        if (!m_everyLibraryPath) {
            m_everyLibraryPath.emplace();
            for (const LauncherStart &start : m_check.launchers.starts)
                addNewFolders(*m_everyLibraryPath, start.hasLoaderPath ? start.loaderPath : start.libraryPath);
        }
        return *m_everyLibraryPath;
    }

    const QList<SearchFolder> &everyRPath()
    {
        if (!m_everyRPath) {
            m_everyRPath.emplace();
            for (const BundledFile *program : std::as_const(m_programs)) {
                const auto process = m_firstProcess.value(program);
                if (process && process->loaded.first().file == program)
                    addNewFolders(*m_everyRPath, process->loaded.first().rPath);
            }
        }
        return *m_everyRPath;
    }

    void reportLosses(const ElfProcess &process, Severity severity)
    {
        for (qsizetype i = 0; i < process.steps.size(); ++i) {
            const ResolutionStep &step = process.steps.at(i);
            // A finding about the file that was passed over names the cause already.
            if (m_check.rejected.contains(process.passedOver.at(i))
                || m_check.rejected.contains(process.stepFiles.at(i)))
                continue;
            if (step.outcome == ResolutionStep::Outcome::Missing)
                reportMissing(process, i, severity);
            else if (step.outcome == ResolutionStep::Outcome::Unreachable)
                reportUnreachable(process, i, severity);
        }
    }

    int others(const QString &name) const { return m_knowsAskers ? m_askers.value(name) - 1 : 0; }

    void reportMissing(const ElfProcess &process, qsizetype index, Severity severity)
    {
        const ResolutionStep &step = process.steps.at(index);
        const BundledFile *root = process.loaded.first().file;
        const BundledFile *passedOver = process.passedOver.at(index);
        QString message = Words::tr("%1 needs %2, which is neither in the archive nor in the base system: %3.")
                              .arg(root->path, step.name, process.chainTo(index));
        if (passedOver && passedOver->binary)
            message += Words::tr(" %1 is made for %2, and is passed over.")
                           .arg(passedOver->path, someOf(passedOver->binary->machines()));
        m_check.addOnce(u"needed-unresolved\n"_s + step.name,
                        {severity, u"needed-unresolved"_s, root->path, message + moreAskers(others(step.name)),
                         Words::tr("Copy %1 into the archive (cp -L from the package that has it), beside the other "
                                   "libraries, and point there in postFixup: patchelf --set-rpath '$ORIGIN/lib'. "
                                   "autoPatchelfHook finds missing libraries while the package is built.")
                             .arg(nameOf(step.name))});
    }

    void reportUnreachable(const ElfProcess &process, qsizetype index, Severity severity)
    {
        const ResolutionStep &step = process.steps.at(index);
        const BundledFile *asker = process.loaded.at(process.stepAskers.at(index)).file;
        const BundledFile *library = process.stepFiles.at(index);
        QStringList looked = step.tried;
        looked.removeDuplicates();
        QString message = Words::tr("%1 is in the archive, but the loader does not look there: %2. It looks in: %3.")
                              .arg(library->path, process.chainTo(index), someOf(looked, 6));
        const bool hasOtherName = nameOf(library->path) != nameOf(step.name);
        if (hasOtherName)
            message += Words::tr(" It is asked for by the name %1.").arg(step.name);
        const QString way = relativeTo(folderOf(asker->path), folderOf(library->path));
        const QString rpath = way.isEmpty() ? u"$ORIGIN"_s : u"$ORIGIN/"_s + way;
        QString hint = Words::tr("In postFixup: patchelf --set-rpath '%1' %2").arg(rpath, asker->path);
        if (step.name.contains(u'/'))
            hint = Words::tr("In postFixup: patchelf --replace-needed %1 %2 %4, and patchelf --set-rpath '%3' %4")
                       .arg(step.name, nameOf(step.name), rpath, asker->path);
        else if (hasOtherName)
            hint += Words::tr(", and a link of that name beside it: ln -s %1 %2").arg(nameOf(library->path), step.name);
        m_check.addOnce(
            u"library-unreachable\n"_s + step.name,
            {severity, u"library-unreachable"_s, library->path, message + moreAskers(others(step.name)), hint + u'.'});
    }

    /// A C library and its loader share private structures: of two builds, neither works with the other's.
    void checkLoaderMatch(const ElfProcess &process, const ElfInterpreter &interpreter, const BundledFile &program)
    {
        const auto index = process.stepOf.value(u"libc.so.6"_s, -1);
        const BundledFile *libc = index < 0 ? nullptr : process.stepFiles.at(index);
        if (!libc || !isFound(process.steps.at(index)) || interpreter.kind != ElfInterpreter::Kind::System)
            return;
        m_check.addOnce(
            u"loader-mismatch\n"_s + libc->path,
            {Severity::Error, u"loader-mismatch"_s, program.path,
             Words::tr("%1 loads the C library of the archive (%2), but is started by the system's own loader %3. The "
                       "two must come from one build.")
                 .arg(program.path, libc->path, program.binary->elf()->interpreter),
             Words::tr(
                 "Leave libc.so.6 and the other parts of glibc out of the archive, or pack the loader beside them "
                 "and start the program with it: %1")
                 .arg(explicitLoaderLine(program, libc))});
    }

    void checkLaunchers()
    {
        QSet<QString> seen;
        for (const LauncherStart &start : m_check.launchers.starts) {
            if (seen.contains(start.launcher))
                continue;
            seen.insert(start.launcher);
            checkElfLauncher(m_check, start);
        }
    }

    /// The part of its first process that the library asks for.
    void describeLibrary(const BundledFile &library)
    {
        const auto process = m_firstProcess.value(&library);
        const QList<ResolutionStep> chain = process ? m_chains.read(*process, library) : QList<ResolutionStep>();
        if (!chain.isEmpty())
            m_check.report.chains.insert(library.path, chain);
    }

    bool isAskedFor(const BundledFile &library) const
    {
        QStringList names = m_check.bundle.linkNames(&library);
        names << nameOf(library.path) << library.binary->elf()->soname;
        return std::ranges::any_of(names, [this](const QString &name) { return m_askers.contains(name); });
    }

    /// Most who take a file that says "musl" expect that it runs everywhere.
    void reportMusl()
    {
        if (m_onMusl.isEmpty())
            return;
        const BundledFile &first = *m_onMusl.first();
        QString message = Words::tr("%1 is started by %2, the loader of musl: it starts on systems that are built on "
                                    "musl (Alpine, Void), and on no other.")
                              .arg(first.path, first.binary->elf()->interpreter);
        if (m_onMusl.size() > 1)
            message += m_onMusl.size() == 2 ? Words::tr(" One more program is like it.")
                                            : Words::tr(" %1 more programs are like it.").arg(m_onMusl.size() - 1);
        m_check.add(
            Severity::Warning, u"musl-loader"_s, first.path, message,
            Words::tr("Link it statically, so that it runs on every Linux: pkgsStatic in Nix, -C "
                      "target-feature=+crt-static for Rust, -static for C. Where only Alpine is meant, say so in "
                      "the notes, and accept this."));
    }

    void reportUnusedLibraries()
    {
        const bool hasDynamicProgram = std::ranges::any_of(
            m_programs, [](const BundledFile *program) { return !program->binary->elf()->needed.isEmpty(); });
        if (!hasDynamicProgram || !m_knowsAskers || m_budget.isUsedUp())
            return;
        QSet<QString> usedSonames; // cp -L of a library's links leaves the same library under each of its names
        for (const BundledFile *library : std::as_const(m_libraries)) {
            if (m_check.isMentioned(library))
                usedSonames.insert(library->binary->elf()->soname);
        }
        usedSonames.remove({});
        for (const BundledFile *library : std::as_const(m_libraries)) {
            const QString name = nameOf(library->path);
            // glibc opens its own parts when it needs them, libgcc_s among them; addons are opened by their host.
            const bool isOpenedByName = !name.contains(".so"_L1) || isLinuxLoaderName(name)
                || isLinuxBaseLibrary(name, LibcKind::Glibc) || name.startsWith("libnss_"_L1);
            if (isOpenedByName || m_loaders.contains(library) || m_check.copies.contains(library)
                || isAskedFor(*library) || m_check.isMentioned(library)
                || usedSonames.contains(library->binary->elf()->soname))
                continue;
            reportUnused(m_check, *library);
        }
    }

    PortabilityCheck &m_check;
    StepBudget m_budget;
    ChainReader m_chains{namesOf};
    ElfResolver m_resolver;
    ElfVersionCheck m_versions;
    QList<const BundledFile *> m_programs;
    QList<const BundledFile *> m_libraries;
    QList<const BundledFile *> m_onMusl; // programs
    QHash<QString, int> m_askers;
    bool m_knowsAskers = true;
    QHash<const BundledFile *, std::shared_ptr<ElfProcess>> m_firstProcess;
    QSet<const BundledFile *> m_loaders; // of the archive, that start a program
    std::optional<QList<SearchFolder>> m_everyLibraryPath;
    std::optional<QList<SearchFolder>> m_everyRPath;
};

} // namespace

void checkElf(PortabilityCheck &check)
{
    ElfCheck(check).run();
}

} // namespace unmoor
