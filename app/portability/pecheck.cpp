// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/binary/basesystem.h"
#include "app/core/words.h"
#include "app/portability/peresolver.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QList<std::pair<QString, QString>> importNamesOf(const BundledFile &file)
{
    QList<std::pair<QString, QString>> names;
    const PeFacts *pe = file.binary ? file.binary->pe() : nullptr;
    for (const QString &dll : pe ? pe->imports + pe->delayImports : QStringList())
        names.append({dll, peKey(dll)});
    return names;
}

/// Resolves every program and DLL of Windows in an archive, and reports what does not work.
class PeCheck
{
public:
    explicit PeCheck(PortabilityCheck &check)
        : m_check(check)
        , m_resolver(check, m_budget)
        , m_chains(importNamesOf)
    {
    }

    void run()
    {
        for (const BundledFile *file : m_check.files) {
            if (file->binary->pe())
                (file->binary->isProgram() ? m_programs : m_libraries).append(file);
        }
        countAskers();
        for (const BundledFile *file : m_programs + m_libraries)
            checkFile(*file);
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
        reportRuntime();
        reportUnimported();
    }

private:
    void countAskers()
    {
        qsizetype names = 0;
        for (const BundledFile *file : m_programs + m_libraries) {
            const PeFacts &pe = *file->binary->pe();
            names += pe.imports.size() + pe.delayImports.size();
            if (names > mostNames) {
                m_knowsAskers = false;
                return;
            }
            for (const QString &dll : pe.imports + pe.delayImports)
                ++m_askers[peKey(dll)];
        }
    }

    int others(const QString &dll) const { return m_knowsAskers ? m_askers.value(peKey(dll)) - 1 : 0; }

    void checkFile(const BundledFile &file)
    {
        const PeFacts &pe = *file.binary->pe();
        QStringList lacks;
        if (!pe.hasAslr)
            lacks.append(Words::tr("it always lies at the same address (no ASLR)"));
        if (!pe.hasNx)
            lacks.append(Words::tr("its data can be executed (no NX)"));
        checkHardening(m_check, file, lacks,
                       Words::tr("Link it with -Wl,--dynamicbase,--nxcompat (binutils), or /DYNAMICBASE /NXCOMPAT."));
        if (pe.hasSymbols)
            checkSymbols(
                m_check, file, pe.symbolBytes,
                Words::tr("Let Nix strip it (no dontStrip; stripAllList for other folders than bin and lib), or "
                          "by hand: x86_64-w64-mingw32-strip %1.")
                    .arg(file.path));
    }

    void checkProgram(const BundledFile &program)
    {
        const QString folder = folderOf(program.path);
        if (!m_programFolders.contains(folder)) {
            m_programFolders.insert(folder);
            if (m_openFolders.size() < mostSearchFolders)
                m_openFolders.append(folder);
        }
        judge(program, {folder}, Severity::Error);
    }

    /// A DLL that no program imports is opened later, by a path that the program knows.
    void checkPlugin(const BundledFile &library)
    {
        QStringList folders = m_openFolders;
        folders.removeAll(folderOf(library.path));
        folders.prepend(folderOf(library.path));
        const bool mayNeverBeOpened = !m_programs.isEmpty() && !m_check.isMentioned(&library);
        judge(library, folders, mayNeverBeOpened ? Severity::Warning : Severity::Error);
    }

    void judge(const BundledFile &root, const QStringList &folders, Severity severity)
    {
        const auto process = std::make_shared<LoadedProcess>(m_resolver.load(root, folders));
        if (root.binary->isProgram() && !process->steps.isEmpty())
            m_check.report.chains.insert(root.path, process->steps);
        for (const LoadedProcess::Loaded &loaded : std::as_const(process->loaded)) {
            if (!m_firstProcess.contains(loaded.file))
                m_firstProcess.insert(loaded.file, process);
        }
        for (qsizetype i = 0; i < process->steps.size(); ++i) {
            const ResolutionStep &step = process->steps.at(i);
            if (m_check.rejected.contains(process->passedOver.at(i)))
                continue;
            if (step.outcome == ResolutionStep::Outcome::Unreachable)
                reportNotBeside(*process, i, severity);
            else if (step.outcome != ResolutionStep::Outcome::Missing
                     && step.outcome != ResolutionStep::Outcome::Optional)
                continue;
            else if (isVcRuntimeDll(step.name))
                noteRuntime(*process, i);
            else if (step.outcome == ResolutionStep::Outcome::Missing)
                reportMissing(*process, i);
            else
                reportDelayed(*process, i);
        }
    }

    QString copyHint(const QString &dll, const BundledFile &root) const
    {
        const QString folder = folderOf(root.path);
        return Words::tr("Copy %1 to %2, beside the program.")
            .arg(dll, folder.isEmpty() ? Words::tr("the archive's top folder") : folder);
    }

    void reportNotBeside(const LoadedProcess &process, qsizetype index, Severity severity)
    {
        const ResolutionStep &step = process.steps.at(index);
        const BundledFile *library = process.stepFiles.at(index);
        m_check.addOnce(u"pe-dll-not-beside\n"_s + library->path,
                        {severity, u"pe-dll-not-beside"_s, library->path,
                         Words::tr("%1 is in the archive, but Windows looks for it in the folder of the program: %2.")
                                 .arg(library->path, process.chainTo(index))
                             + moreAskers(others(step.name)),
                         copyHint(nameOf(library->path), *process.root())});
    }

    /// An error even of a DLL that no program needs at its start: whoever opens it, it never loads.
    void reportMissing(const LoadedProcess &process, qsizetype index)
    {
        const ResolutionStep &step = process.steps.at(index);
        m_check.addOnce(
            u"pe-import-unresolved\n"_s + peKey(step.name),
            {Severity::Error, u"pe-import-unresolved"_s, process.root()->path,
             Words::tr("%1 needs %2, which is neither beside it nor part of Windows: %3.")
                     .arg(process.root()->path, step.name, process.chainTo(index))
                 + moreAskers(others(step.name)),
             copyHint(step.name, *process.root())
                 + Words::tr(" DLLs of the compiler come from pkgsCross.mingwW64 (stdenv.cc.cc, windows.pthreads, "
                             "windows.mcfgthreads), or are linked with -static.")});
    }

    void reportDelayed(const LoadedProcess &process, qsizetype index)
    {
        const ResolutionStep &step = process.steps.at(index);
        const BundledFile *library = process.stepFiles.at(index);
        QString message =
            Words::tr("%1 loads %2 when it first uses it; the DLL is neither beside it nor part of Windows.")
                .arg(process.askerOf(index)->path, step.name);
        if (library)
            message += Words::tr(" The archive has %1.").arg(library->path);
        m_check.addOnce(u"pe-delay-unresolved\n"_s + peKey(step.name),
                        {Severity::Info, u"pe-delay-unresolved"_s, process.askerOf(index)->path,
                         message + moreAskers(others(step.name)), copyHint(step.name, *process.root())});
    }

    void noteRuntime(const LoadedProcess &process, qsizetype index)
    {
        const QString &name = process.steps.at(index).name;
        if (m_runtimeAsker.isEmpty())
            m_runtimeAsker = process.askerOf(index)->path;
        m_runtimeAskers.insert(process.askerOf(index));
        if (!m_runtime.contains(name, Qt::CaseInsensitive))
            m_runtime.append(name);
    }

    void reportRuntime()
    {
        if (m_runtime.isEmpty())
            return;
        const qsizetype others = m_runtimeAskers.size() - 1;
        QString message = Words::tr("%1 needs the Visual C++ runtime: %2.").arg(m_runtimeAsker, someOf(m_runtime, 6));
        if (others > 0)
            message +=
                others == 1 ? Words::tr(" One more file needs it.") : Words::tr(" %1 more files need it.").arg(others);
        m_check.add(
            Severity::Warning, u"pe-vc-runtime"_s, m_runtimeAsker, message,
            Words::tr("Copy those DLLs beside the program (Microsoft lets them be handed on: vcredist), link the "
                      "runtime statically (/MT; for Rust -C target-feature=+crt-static), or tell users to install "
                      "the Visual C++ redistributable."));
    }

    void reportUnimported()
    {
        if (m_programs.isEmpty() || !m_knowsAskers || m_budget.isUsedUp())
            return;
        for (const BundledFile *library : std::as_const(m_libraries)) {
            const QString name = peKey(nameOf(library->path));
            if (m_askers.contains(name) || !name.endsWith(".dll"_L1) || m_check.copies.contains(library))
                continue;
            if (!m_programFolders.contains(folderOf(library->path)))
                m_check.addOnce(u"pe-dll-not-beside\n"_s + library->path,
                                {Severity::Warning, u"pe-dll-not-beside"_s, library->path,
                                 Words::tr("%1 lies in another folder than the programs: Windows finds it only where a "
                                           "program opens it by its full path.")
                                     .arg(library->path),
                                 copyHint(nameOf(library->path), *m_programs.first())});
            else if (!m_check.isMentioned(library))
                reportUnused(m_check, *library);
        }
    }

    PortabilityCheck &m_check;
    StepBudget m_budget;
    PeResolver m_resolver;
    ChainReader m_chains;
    QList<const BundledFile *> m_programs;
    QList<const BundledFile *> m_libraries;
    QHash<QString, int> m_askers; // by key
    bool m_knowsAskers = true;
    QHash<const BundledFile *, std::shared_ptr<LoadedProcess>> m_firstProcess;
    QSet<QString> m_programFolders;
    QStringList m_openFolders;
    QStringList m_runtime; // DLLs that are missing
    QString m_runtimeAsker;
    QSet<const BundledFile *> m_runtimeAskers;
};

} // namespace

void checkPe(PortabilityCheck &check)
{
    PeCheck(check).run();
}

} // namespace unmoor
