// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/confinement.h"

#include <QFile>
#include <cerrno>
#include <cstddef>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

namespace unmoor {

namespace {

#if __has_feature(address_sanitizer)
constexpr bool isSanitized = true; // the sanitizer says on standard error what it finds
#else
constexpr bool isSanitized = false;
#endif

// --- Files: Landlock (landlock(7)); glibc has no functions for it ----------------------------------------------------

/// What a kernel whose Landlock has version \a abi can refuse, all of it.
landlock_ruleset_attr landlockRules(long abi)
{
    constexpr quint64 firstRights = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
    landlock_ruleset_attr rules = {};
    rules.handled_access_fs = firstRights;
    if (abi >= 2)
        rules.handled_access_fs |= LANDLOCK_ACCESS_FS_REFER;
    if (abi >= 3)
        rules.handled_access_fs |= LANDLOCK_ACCESS_FS_TRUNCATE;
    if (abi >= 4)
        rules.handled_access_net = LANDLOCK_ACCESS_NET_BIND_TCP | LANDLOCK_ACCESS_NET_CONNECT_TCP;
    if (abi >= 5)
        rules.handled_access_fs |= LANDLOCK_ACCESS_FS_IOCTL_DEV;
    if (abi >= 6)
        rules.scoped = LANDLOCK_SCOPE_ABSTRACT_UNIX_SOCKET | LANDLOCK_SCOPE_SIGNAL;
    return rules;
}

void allowReading(int ruleset, const QString &path)
{
    const int file = open(QFile::encodeName(path).constData(), O_PATH | O_CLOEXEC);
    if (file < 0)
        return; // what is not there cannot be read
    landlock_path_beneath_attr rule = {};
    rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE;
    rule.parent_fd = file;
    syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    close(file);
}

bool confineFiles(const QStringList &readable)
{
    const long abi = syscall(SYS_landlock_create_ruleset, nullptr, size_t(0), LANDLOCK_CREATE_RULESET_VERSION);
    if (abi < 1)
        return false;
    const landlock_ruleset_attr rules = landlockRules(abi);
    const int ruleset = int(syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0));
    if (ruleset < 0)
        return false;
    for (const QString &path : readable)
        allowReading(ruleset, path);
    const bool isConfined = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    close(ruleset);
    return isConfined;
}

// --- Calls: seccomp(2) -----------------------------------------------------------------------------------------------

#if defined(__x86_64__)
constexpr quint32 thisArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr quint32 thisArchitecture = AUDIT_ARCH_AARCH64;
#else
constexpr quint32 thisArchitecture = 0; // not confined
#endif

/// A filter of system calls: each call is held against the rules in their order, and refused at the end.
class CallFilter
{
public:
    CallFilter()
    {
        load(offsetof(seccomp_data, arch));
        test(thisArchitecture, 1, 0);
        end(SECCOMP_RET_KILL_PROCESS);
        load(offsetof(seccomp_data, nr));
    }

    void allow(int call)
    {
        test(quint32(call), 0, 1);
        end(SECCOMP_RET_ALLOW);
    }

    void refuse(int call, int error)
    {
        test(quint32(call), 0, 1);
        end(SECCOMP_RET_ERRNO | quint32(error));
    }

    /// Only where the bits \a mask of its argument \a number are \a value. What is looked at has 32 bits.
    void allowWhere(int call, int number, quint32 mask, quint32 value)
    {
        test(quint32(call), 0, 5);
        load(quint32(offsetof(seccomp_data, args) + size_t(number) * sizeof(quint64))); // little-endian: the low half
        m_program.push_back(BPF_STMT(BPF_ALU | BPF_AND | BPF_K, mask));
        test(value, 0, 1);
        end(SECCOMP_RET_ALLOW);
        end(SECCOMP_RET_ERRNO | EPERM);
    }

    bool install()
    {
        end(SECCOMP_RET_ERRNO | EPERM);
        const sock_fprog program{static_cast<unsigned short>(m_program.size()), m_program.data()};
        return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) == 0;
    }

private:
    void load(quint32 offset) { m_program.push_back(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offset)); }
    void end(quint32 action) { m_program.push_back(BPF_STMT(BPF_RET | BPF_K, action)); }
    void test(quint32 value, quint8 ifSame, quint8 ifOther)
    {
        m_program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, ifSame, ifOther));
    }

    std::vector<sock_filter> m_program;
};

/// What readers, the C++ library, threads and an orderly or sudden end need.
constexpr int plainCalls[] = {
    // Reading what is open, and looking at what is there
    SYS_read,
    SYS_readv,
    SYS_pread64,
    SYS_lseek,
    SYS_close,
    SYS_fstat,
    SYS_newfstatat,
    SYS_statx,
    SYS_faccessat,
    SYS_faccessat2,
    SYS_readlinkat,
    SYS_getcwd,
    SYS_fadvise64,
    SYS_ppoll,
#ifdef SYS_open // the older forms of these, which newer processors do not have
    SYS_stat,
    SYS_lstat,
    SYS_access,
    SYS_readlink,
    SYS_poll,
    SYS_time,
#endif
    // Memory
    SYS_brk,
    SYS_mmap,
    SYS_munmap,
    SYS_mremap,
    SYS_mprotect,
    SYS_madvise,
    // Threads
    SYS_futex,
    SYS_set_robust_list,
    SYS_get_robust_list,
    SYS_rseq,
    SYS_membarrier,
    SYS_sched_yield,
    SYS_sched_getaffinity,
    SYS_sched_getparam,
    SYS_sched_getscheduler,
    SYS_getpid,
    SYS_gettid,
    SYS_rt_sigaction,
    SYS_rt_sigprocmask,
    SYS_rt_sigreturn,
    SYS_sigaltstack,
    SYS_restart_syscall,
    SYS_exit,
    SYS_exit_group,
    // Time, chance and this machine
    SYS_clock_gettime,
    SYS_clock_getres,
    SYS_clock_nanosleep,
    SYS_nanosleep,
    SYS_gettimeofday,
    SYS_getrandom,
    SYS_uname,
    SYS_sysinfo,
    SYS_getrusage,
    SYS_getuid,
    SYS_geteuid,
    SYS_getgid,
    SYS_getegid,
};

bool confineCalls()
{
    if (thisArchitecture == 0)
        return false;
    constexpr quint32 whole = ~0U;
    CallFilter filter;
    for (const int call : plainCalls)
        filter.allow(call);
    // Landlock says which files. That they are opened for reading holds without it, too.
    constexpr quint32 writing = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | O_TMPFILE;
    filter.allowWhere(SYS_openat, 2, writing & ~quint32(O_DIRECTORY), O_RDONLY);
#ifdef SYS_open
    filter.allowWhere(SYS_open, 1, writing & ~quint32(O_DIRECTORY), O_RDONLY);
#endif
    if (isSanitized) { // it writes what it finds, and to a pipe what it wants to know whether it is there
        filter.allow(SYS_write);
        filter.allow(SYS_pipe2);
#ifdef SYS_pipe
        filter.allow(SYS_pipe);
#endif
    }
    filter.allowWhere(SYS_write, 0, whole, STDOUT_FILENO);
    // Threads are clones that share everything; clone3 hides what it asks for, and glibc goes on with clone.
    filter.allowWhere(SYS_clone, 0, CLONE_THREAD | CLONE_VM, CLONE_THREAD | CLONE_VM);
    filter.refuse(SYS_clone3, ENOSYS);
    filter.allowWhere(SYS_tgkill, 0, whole, quint32(getpid())); // abort()
    filter.allowWhere(SYS_prlimit64, 2, whole, 0); // asks, and sets nothing
    filter.allowWhere(SYS_prctl, 0, whole, PR_SET_NAME);
    filter.allowWhere(SYS_fcntl, 1, ~3U, 0); // F_DUPFD and what asks for or sets flags of the descriptor and the file
    return filter.install();
}

} // namespace

Confinement confineThisProcess(const QStringList &readable)
{
    close_range(isSanitized ? STDERR_FILENO + 1 : STDERR_FILENO, ~0U, 0);
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return {};
    const bool files = confineFiles(readable);
    return {.files = files, .calls = confineCalls()};
}

} // namespace unmoor
