// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/words.h"
#include "app/portability/machofilecheck.h"
#include "app/portability/machoresolver.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// The processors that the archive is judged for: the target's; without one, and for a universal target, those that the
/// files are made for. Each slice of a file is a program of its own.
QStringList machinesOf(const PortabilityCheck &check)
{
    if (check.target && !check.target->machine.isEmpty())
        return {check.target->machine};
    QStringList machines;
    for (const BundledFile *file : check.files) {
        if (file->binary->machO())
            machines += file->binary->machines();
    }
    machines.removeDuplicates();
    std::ranges::stable_partition(machines,
                                  [](const QString &machine) { return universalMachines().contains(machine); });
    std::ranges::stable_partition(machines,
                                  [](const QString &machine) { return machine == universalMachines().first(); });
    constexpr qsizetype most = 4; // hostile files may name more
    return machines.first(std::min(machines.size(), most));
}

/// Resolves every program and library of macOS in an archive as a Mac of one processor does, and reports what does not
/// work.
class MachOCheck
{
public:
    MachOCheck(PortabilityCheck &check, MachOFileCheck &fileCheck, const QStringList &machines, const QString &machine)
        : m_check(check)
        , m_machines(machines)
        , m_machine(machine)
        , m_resolver(check, m_budget)
        , m_fileCheck(fileCheck)
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
                noteChain(library->path, chain);
        }
        reportUnusedLibraries();
    }

private:
    /// The chains of a file with several slices are those of its first.
    void noteChain(const QString &path, const QList<ResolutionStep> &chain)
    {
        if (!m_check.report.chains.contains(path))
            m_check.report.chains.insert(path, chain);
    }

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
            for (const MachOLoad &load : loadsOf(*file))
                ++m_askers[load.name];
            // A library that another slice asks for is used, too.
            for (const MachOSlice &slice : file->binary->machO()->slices) {
                for (const MachOLoad &load : slice.loads)
                    m_leaves.insert(nameOf(load.name));
            }
        }
    }

    int others(const QString &name) const { return m_knowsAskers ? m_askers.value(name) - 1 : 0; }

    void checkProgram(const BundledFile &program)
    {
        const LauncherStart *start = m_check.launchers.startOf(&program);
        MachOContext context{.machine = m_machine, .programFolders = {folderOf(program.path)}};
        const bool isHardened = sliceFor(program, m_machine)->hasHardenedRuntime;
        if (start && !isHardened)
            context.dyldPath = start->dyldPath;
        addNewFolders(m_everyRPath, m_resolver.rPathOf(program, context));
        const auto process = std::make_shared<LoadedProcess>(m_resolver.load(program, context));
        if (!process->steps.isEmpty())
            noteChain(program.path, process->steps);
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
        MachOContext context{.machine = m_machine, .outerRPath = m_everyRPath};
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
            const MachOName kind = machoNameKind(step.name);
            if (kind == MachOName::Foreign && step.outcome != ResolutionStep::Outcome::Optional)
                reportLoadPath(process, i, severity, ignored);
            else if (isRejected
                     || (step.outcome != ResolutionStep::Outcome::Missing
                         && step.outcome != ResolutionStep::Outcome::Unreachable))
                continue;
            else if (const BundledFile *other = process.passedOver.at(i); other && other->binary)
                reportOtherMachine(process, i, *other, severity);
            else if (kind == MachOName::RPath)
                reportRPath(process, i, severity);
            else if (step.outcome == ResolutionStep::Outcome::Missing)
                reportMissing(process, i, severity);
            else
                reportUnreachable(process, i, severity);
        }
    }

    /// The library is there, but without a slice for the processor that the program was started on.
    void reportOtherMachine(const LoadedProcess &process, qsizetype index, const BundledFile &library,
                            Severity severity)
    {
        m_check.addOnce(
            u"wrong-machine\n"_s + library.path,
            {severity, u"wrong-machine"_s, library.path,
             Words::tr("%1 is made for %2 alone, but %3, which loads it, is made for %4, too: %5.")
                     .arg(library.path, someOf(library.binary->machines()), process.root()->path, m_machine,
                          process.chainTo(index))
                 + moreAskers(others(process.steps.at(index).name)),
             Words::tr("Build it for both processors, and join the two: lipo -create ARM64 X86_64 -output %1. Sign it "
                       "after that.")
                 .arg(library.path)});
    }

    QString changeHint(const BundledFile &asker, const QString &name, const BundledFile *library) const
    {
        // What nixpkgs builds for itself, and macOS has as well.
        static const QStringList systems{u"libiconv.2.dylib"_s, u"libc++.1.dylib"_s, u"libc++abi.1.dylib"_s,
                                         u"libz.1.dylib"_s, u"libresolv.9.dylib"_s};
        if (!library && systems.contains(nameOf(name)))
            return Words::tr(
                       "macOS has this library: install_name_tool -change %1 /usr/lib/%2 %3, then codesign -f -s - %3.")
                .arg(name, nameOf(name), asker.path);
        const QString way = library
            ? relativeTo(folderOf(asker.path), library->path)
            : relativeTo(folderOf(asker.path), folderOf(asker.path) + "/lib/"_L1 + nameOf(name));
        const QString copy = library ? QString() : Words::tr("Copy the library into the archive. ");
        return copy
            + Words::tr("install_name_tool -change %1 @loader_path/%2 %3, then codesign -f -s - %3.")
                  .arg(name, way, asker.path);
    }

    void reportLoadPath(const LoadedProcess &process, qsizetype index, Severity severity, const LauncherStart *ignored)
    {
        const ResolutionStep &step = process.steps.at(index);
        const BundledFile &asker = *process.askerOf(index);
        const BundledFile *library = process.stepFiles.at(index);
        const bool isSaved = step.outcome == ResolutionStep::Outcome::Bundled;
        QString message = step.name.startsWith(u'/')
            ? Words::tr("%1 loads %2, a path that only the building machine has: %3.")
            : Words::tr("%1 loads %2, which depends on the user's current folder: %3.");
        message = message.arg(asker.path, step.name, process.chainTo(index));
        if (isSaved)
            message +=
                Words::tr(" Only the launcher saves it: %1 matches %2 by its name. Started without the launcher, or "
                          "with the hardened runtime, it fails.")
                    .arg(step.via, library->path);
        else if (library)
            message += Words::tr(" The archive has %1, which matches by name.").arg(library->path);
        else
            message += Words::tr(" The archive has no file of that name.");
        if (ignored && !ignored->dyldPath.isEmpty())
            message += Words::tr(" The DYLD_LIBRARY_PATH of %1 does not help: the hardened runtime ignores it.")
                           .arg(ignored->launcher);
        m_check.addOnce(
            u"macho-load-path\n"_s + step.name,
            {isSaved ? Severity::Warning : severity, u"macho-load-path"_s, asker.path,
             message + moreAskers(others(step.name)),
             changeHint(asker, step.name, library)
                 + Words::tr(
                     " In a derivation that belongs in postFixup: fixDarwinDylibNames renames only libraries in "
                     "$out/lib.")});
    }

    void reportRPath(const LoadedProcess &process, qsizetype index, Severity severity)
    {
        const ResolutionStep &step = process.steps.at(index);
        const BundledFile &asker = *process.askerOf(index);
        const BundledFile *library = process.stepFiles.at(index);
        const QString tried =
            step.tried.isEmpty() ? Words::tr("nowhere, since there is no LC_RPATH") : someOf(step.tried, 6);
        QString message =
            Words::tr("%1 needs %2, which is in none of the places where dyld looks: %3. It looks in: %4.")
                .arg(process.root()->path, step.name, process.chainTo(index), tried);
        QString hint = Words::tr("Copy %1 into the archive, and name its folder: install_name_tool -add_rpath "
                                 "@loader_path/lib %2, then codesign -f -s - %2.")
                           .arg(nameOf(step.name), asker.path);
        if (library) {
            message += Words::tr(" The archive has it in %1.").arg(library->path);
            const QString way = relativeTo(folderOf(asker.path), folderOf(library->path));
            hint = Words::tr("install_name_tool -add_rpath @loader_path/%1 %2, then codesign -f -s - %2.")
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
                         Words::tr("%1 needs %2, which is not in the archive: %3.")
                                 .arg(process.root()->path, step.name, process.chainTo(index))
                             + moreAskers(others(step.name)),
                         Words::tr("Copy %1 to that place when packing.").arg(nameOf(step.name))});
    }

    void reportUnreachable(const LoadedProcess &process, qsizetype index, Severity severity)
    {
        const ResolutionStep &step = process.steps.at(index);
        const BundledFile &asker = *process.askerOf(index);
        const BundledFile *library = process.stepFiles.at(index);
        m_check.addOnce(u"library-unreachable\n"_s + step.name,
                        {severity, u"library-unreachable"_s, library->path,
                         Words::tr("%1 is in the archive, but dyld looks for it in %2: %3.")
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
            const QStringList machines = library->binary->machines();
            const auto isSlice = [&](const QString &machine) { return machines.contains(machine); };
            if (*std::ranges::find_if(m_machines, isSlice) != m_machine)
                continue; // said of its first slice
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
    QStringList m_machines;
    QString m_machine;
    StepBudget m_budget;
    MachOResolver m_resolver;
    MachOFileCheck &m_fileCheck;
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
    MachOFileCheck fileCheck(check);
    for (const bool isProgram : {true, false}) {
        for (const BundledFile *file : check.files) {
            if (file->binary->machO() && file->binary->isProgram() == isProgram)
                fileCheck.check(*file);
        }
    }
    fileCheck.finish();
    const QStringList machines = machinesOf(check);
    for (const QString &machine : machines)
        MachOCheck(check, fileCheck, machines, machine).run();
}

} // namespace unmoor
