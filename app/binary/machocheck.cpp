// SPDX-License-Identifier: GPL-3.0-or-later
#include "binary/machofilecheck.h"
#include "binary/machoresolver.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Portability)
};

using Outcome = ResolutionStep::Outcome;

constexpr qsizetype mostNames = 2'000'000; // that are counted

/// Resolves every program and library of macOS in an archive, and reports what does not work.
class MachOCheck
{
public:
    explicit MachOCheck(PortabilityCheck &check)
        : m_check(check)
        , m_machine(check.target ? check.target->machine : QString())
        , m_resolver(check, m_budget)
        , m_fileCheck(check)
        , m_chains([this](const BundledFile &file) { return namesOf(file); })
    {
    }

    void run()
    {
        for (const BundledFile *file : m_check.files) {
            if (sliceFor(*file, m_machine))
                (isMachOProgram(*file, m_machine) ? m_programs : m_libraries).append(file);
        }
        countAskers();
        for (const BundledFile *file : m_programs + m_libraries)
            m_fileCheck.check(*file);
        m_fileCheck.finish();
        for (const BundledFile *program : std::as_const(m_programs))
            checkProgram(*program);
        for (const BundledFile *library : std::as_const(m_libraries)) {
            if (!m_firstProcess.contains(library))
                checkPlugin(*library);
        }
        for (const BundledFile *library : std::as_const(m_libraries)) {
            const auto process = m_firstProcess.value(library);
            const QList<ResolutionStep> chain = process ? m_chains.read(*process, *library) : QList<ResolutionStep>();
            if (!chain.isEmpty())
                m_check.report.chains.insert(library->path, chain);
        }
        reportUnusedLibraries();
    }

private:
    const QList<MachOLoad> &loadsOf(const BundledFile &file) const
    {
        static const QList<MachOLoad> none;
        const MachOSlice *slice = sliceFor(file, m_machine);
        return slice ? slice->loads : none;
    }

    QList<std::pair<QString, QString>> namesOf(const BundledFile &file) const
    {
        QList<std::pair<QString, QString>> names;
        for (const MachOLoad &load : loadsOf(file))
            names.append({load.name, machOKey(file, load.name)});
        return names;
    }

    void countAskers()
    {
        qsizetype names = 0;
        for (const BundledFile *file : m_programs + m_libraries) {
            names += loadsOf(*file).size();
            if (names > mostNames) {
                m_knowsAskers = false;
                return;
            }
            for (const MachOLoad &load : loadsOf(*file)) {
                ++m_askers[load.name];
                m_leaves.insert(nameOf(load.name));
            }
        }
    }

    /// Without a target a process has the processor of its root.
    QString machineOf(const BundledFile &root) const
    {
        if (!m_machine.isEmpty())
            return m_machine;
        const QStringList machines = root.binary->machines();
        return machines.contains("aarch64"_L1) ? u"aarch64"_s : machines.value(0);
    }

    int others(const QString &name) const { return m_knowsAskers ? m_askers.value(name) - 1 : 0; }

    void checkProgram(const BundledFile &program)
    {
        const LauncherStart *start = m_check.launchers.startOf(&program);
        MachOContext context{.machine = machineOf(program), .programFolders = {folderOf(program.path)}};
        const bool isHardened = sliceFor(program, m_machine)->hasHardenedRuntime;
        if (start && !isHardened)
            context.dyldPath = start->dyldPath;
        addNewFolders(m_everyRPath, m_resolver.rPathOf(program, context));
        const auto process = std::make_shared<LoadedProcess>(m_resolver.load(program, context));
        if (!process->steps.isEmpty())
            m_check.report.chains.insert(program.path, process->steps);
        adopt(process);
        for (const LoadedProcess::Loaded &loaded : std::as_const(process->loaded))
            m_fileCheck.checkAge(*loaded.file, program, context.machine);
        report(*process, Severity::Error, isHardened ? start : nullptr);
    }

    void adopt(const std::shared_ptr<LoadedProcess> &process)
    {
        for (const LoadedProcess::Loaded &loaded : std::as_const(process->loaded)) {
            if (!m_firstProcess.contains(loaded.file))
                m_firstProcess.insert(loaded.file, process);
        }
    }

    /// A library that no program loads at its start is opened by some program later, or by one outside of the archive.
    void checkPlugin(const BundledFile &library)
    {
        MachOContext context{.machine = machineOf(library), .outerRPath = m_everyRPath};
        constexpr qsizetype most = 32;
        for (const BundledFile *program : std::as_const(m_programs)) {
            const QString folder = folderOf(program->path);
            if (context.programFolders.size() < most && !context.programFolders.contains(folder))
                context.programFolders.append(folder);
        }
        for (const LauncherStart &start : m_check.launchers.starts) {
            if (context.dyldPath.size() < most)
                addNewFolders(context.dyldPath, start.dyldPath);
        }
        const auto process = std::make_shared<LoadedProcess>(m_resolver.load(library, context));
        adopt(process);
        const bool mayNeverBeOpened = !m_programs.isEmpty() && !m_check.isMentioned(&library);
        report(*process, mayNeverBeOpened ? Severity::Warning : Severity::Error, nullptr);
    }

    /// \a ignored is a launcher whose DYLD_LIBRARY_PATH does not count.
    void report(const LoadedProcess &process, Severity severity, const LauncherStart *ignored)
    {
        for (qsizetype i = 0; i < process.steps.size(); ++i) {
            const ResolutionStep &step = process.steps.at(i);
            const bool isRejected = m_check.rejected.contains(process.passedOver.at(i));
            const MachOName kind = kindOf(step.name);
            if (kind == MachOName::Foreign && step.outcome != Outcome::Optional)
                reportLoadPath(process, i, severity, ignored);
            else if (isRejected || (step.outcome != Outcome::Missing && step.outcome != Outcome::Unreachable))
                continue;
            else if (kind == MachOName::RPath)
                reportRPath(process, i, severity);
            else if (step.outcome == Outcome::Missing)
                reportMissing(process, i, severity);
            else
                reportUnreachable(process, i, severity);
        }
    }

    QString changeHint(const BundledFile &asker, const QString &name, const BundledFile *library) const
    {
        // What nixpkgs builds for itself, and macOS has as well.
        static const QStringList systems{u"libiconv.2.dylib"_s, u"libc++.1.dylib"_s, u"libc++abi.1.dylib"_s,
                                         u"libz.1.dylib"_s, u"libresolv.9.dylib"_s};
        if (!library && systems.contains(nameOf(name)))
            return Text::tr(
                       "macOS has this library: install_name_tool -change %1 /usr/lib/%2 %3, then codesign -f -s - %3.")
                .arg(name, nameOf(name), asker.path);
        const QString way = library
            ? relativeTo(folderOf(asker.path), library->path)
            : relativeTo(folderOf(asker.path), folderOf(asker.path) + "/lib/"_L1 + nameOf(name));
        const QString copy = library ? QString() : Text::tr("Copy the library into the archive. ");
        return copy
            + Text::tr("install_name_tool -change %1 @loader_path/%2 %3, then codesign -f -s - %3.")
                  .arg(name, way, asker.path);
    }

    void reportLoadPath(const LoadedProcess &process, qsizetype index, Severity severity, const LauncherStart *ignored)
    {
        const ResolutionStep &step = process.steps.at(index);
        const BundledFile &asker = *process.askerOf(index);
        const BundledFile *library = process.stepFiles.at(index);
        const bool isSaved = step.outcome == Outcome::Bundled;
        QString message = step.name.startsWith(u'/')
            ? Text::tr("%1 loads %2, a path that only the building machine has: %3.")
            : Text::tr("%1 loads %2, which depends on the user's current folder: %3.");
        message = message.arg(asker.path, step.name, process.chainTo(index));
        if (isSaved)
            message +=
                Text::tr(" Only the launcher saves it: %1 matches %2 by its name. Started without the launcher, or "
                         "with the hardened runtime, it fails.")
                    .arg(step.via, library->path);
        else if (library)
            message += Text::tr(" The archive has %1, which matches by name.").arg(library->path);
        else
            message += Text::tr(" The archive has no file of that name.");
        if (ignored && !ignored->dyldPath.isEmpty())
            message += Text::tr(" The DYLD_LIBRARY_PATH of %1 does not help: the hardened runtime ignores it.")
                           .arg(ignored->launcher);
        m_check.addOnce(
            u"macho-load-path\n"_s + step.name,
            {isSaved ? Severity::Warning : severity, u"macho-load-path"_s, asker.path,
             message + moreAskers(others(step.name)),
             changeHint(asker, step.name, library)
                 + Text::tr(" In a derivation that belongs in postFixup: fixDarwinDylibNames renames only libraries in "
                            "$out/lib.")});
    }

    void reportRPath(const LoadedProcess &process, qsizetype index, Severity severity)
    {
        const ResolutionStep &step = process.steps.at(index);
        const BundledFile &asker = *process.askerOf(index);
        const BundledFile *library = process.stepFiles.at(index);
        const QString tried =
            step.tried.isEmpty() ? Text::tr("nowhere, since there is no LC_RPATH") : someOf(step.tried, 6);
        QString message = Text::tr("%1 needs %2, which is in none of the places where dyld looks: %3. It looks in: %4.")
                              .arg(process.root()->path, step.name, process.chainTo(index), tried);
        QString hint = Text::tr("Copy %1 into the archive, and name its folder: install_name_tool -add_rpath "
                                "@loader_path/lib %2, then codesign -f -s - %2.")
                           .arg(nameOf(step.name), asker.path);
        if (library) {
            message += Text::tr(" The archive has it in %1.").arg(library->path);
            const QString way = relativeTo(folderOf(asker.path), folderOf(library->path));
            hint = Text::tr("install_name_tool -add_rpath @loader_path/%1 %2, then codesign -f -s - %2.")
                       .arg(way, asker.path);
        }
        m_check.addOnce(u"macho-rpath-unresolved\n"_s + step.name,
                        {severity, u"macho-rpath-unresolved"_s, process.root()->path,
                         message + moreAskers(others(step.name)), hint});
    }

    void reportMissing(const LoadedProcess &process, qsizetype index, Severity severity)
    {
        const ResolutionStep &step = process.steps.at(index);
        m_check.addOnce(u"needed-unresolved\n"_s + step.name,
                        {severity, u"needed-unresolved"_s, process.root()->path,
                         Text::tr("%1 needs %2, which is not in the archive: %3.")
                                 .arg(process.root()->path, step.name, process.chainTo(index))
                             + moreAskers(others(step.name)),
                         Text::tr("Copy %1 to that place when packing.").arg(nameOf(step.name))});
    }

    void reportUnreachable(const LoadedProcess &process, qsizetype index, Severity severity)
    {
        const ResolutionStep &step = process.steps.at(index);
        const BundledFile &asker = *process.askerOf(index);
        const BundledFile *library = process.stepFiles.at(index);
        m_check.addOnce(u"library-unreachable\n"_s + step.name,
                        {severity, u"library-unreachable"_s, library->path,
                         Text::tr("%1 is in the archive, but dyld looks for it in %2: %3.")
                                 .arg(library->path, someOf(step.tried), process.chainTo(index))
                             + moreAskers(others(step.name)),
                         changeHint(asker, step.name, library)});
    }

    void reportUnusedLibraries()
    {
        const bool hasDynamicProgram = std::ranges::any_of(
            m_programs, [this](const BundledFile *program) { return !loadsOf(*program).isEmpty(); });
        if (!hasDynamicProgram || !m_knowsAskers || m_budget.isUsedUp())
            return;
        for (const BundledFile *library : std::as_const(m_libraries)) {
            const MachOSlice *slice = sliceFor(*library, m_machine);
            QStringList names = m_check.bundle.linkNames(library);
            names << nameOf(library->path) << nameOf(slice->installName);
            const bool isAskedFor =
                std::ranges::any_of(names, [this](const QString &name) { return m_leaves.contains(name); });
            // Bundles are made to be opened by name, and so are addons.
            const bool isPlugin = slice->kind == MachOSlice::Kind::Bundle || library->path.endsWith(".node"_L1);
            if (!isPlugin && !isAskedFor && !m_check.copies.contains(library) && !m_check.isMentioned(library))
                reportUnused(m_check, *library);
        }
    }

    PortabilityCheck &m_check;
    QString m_machine;
    StepBudget m_budget;
    MachOResolver m_resolver;
    MachOFileCheck m_fileCheck;
    ChainReader m_chains;
    QList<const BundledFile *> m_programs;
    QList<const BundledFile *> m_libraries;
    QHash<QString, int> m_askers; // by load command
    QSet<QString> m_leaves; // file names of all load commands
    bool m_knowsAskers = true;
    QHash<const BundledFile *, std::shared_ptr<LoadedProcess>> m_firstProcess;
    QList<SearchFolder> m_everyRPath; // of programs
};

} // namespace

void checkMachO(PortabilityCheck &check)
{
    MachOCheck(check).run();
}

} // namespace unmoor
