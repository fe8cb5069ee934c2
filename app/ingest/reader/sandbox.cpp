// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/reader/sandbox.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

namespace longhand::ingest::reader {
namespace {

void limit(__rlimit_resource resource, std::uint64_t value)
{
    const rlimit bounds{value, value};
    ::setrlimit(resource, &bounds);
}

// A parser caught in a loop never looks at the channel, so a thread does: it sees the hang-up.
void end_with(int channel)
{
    std::thread([channel] {
        pollfd waiting{channel, 0, 0};
        while (::poll(&waiting, 1, -1) < 0 && errno == EINTR)
            ;
        ::_exit(0);
    }).detach();
}

void deny(scmp_filter_ctx filter, const char* call)
{
    const int number = seccomp_syscall_resolve_name(call);
    if (number != __NR_SCMP_ERROR)
        seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), number, 0);
}

void deny_writing(scmp_filter_ctx filter, const char* call, unsigned flags_argument)
{
    const int number = seccomp_syscall_resolve_name(call);
    for (const std::uint64_t flag : {O_WRONLY, O_RDWR, O_CREAT, O_TRUNC}) {
        const scmp_arg_cmp has{flags_argument, SCMP_CMP_MASKED_EQ, flag, flag};
        seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EPERM), number, 1, &has);
    }
}

bool filter_calls()
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    if (filter == nullptr)
        return false;
    // Network; other processes; the kernel's wider surface; anything that changes a file system.
    for (const char* call :
         {"socket", "socketpair", "connect", "bind", "listen", "accept", "accept4", "fork", "vfork",
          "execve", "execveat", "ptrace", "process_vm_readv", "process_vm_writev", "pidfd_open",
          "pidfd_getfd", "pidfd_send_signal", "kill", "tkill", "unshare", "setns", "mount",
          "umount2", "pivot_root", "chroot", "bpf", "perf_event_open", "userfaultfd", "keyctl",
          "add_key", "request_key", "init_module", "finit_module", "delete_module", "kexec_load",
          "kexec_file_load", "reboot", "swapon", "swapoff", "io_uring_setup", "io_uring_enter",
          "io_uring_register", "unlink", "unlinkat", "rename", "renameat", "renameat2", "mkdir",
          "mkdirat", "rmdir", "link", "linkat", "symlink", "symlinkat", "chmod", "fchmod",
          "fchmodat", "chown", "fchown", "lchown", "fchownat", "truncate", "ftruncate", "mknod",
          "mknodat", "setxattr", "lsetxattr", "fsetxattr", "utime", "utimes", "utimensat", "creat",
          "memfd_create", "shmget", "msgget", "semget", "mq_open", "setuid", "setgid",
          "open_by_handle_at", "fanotify_init", "inotify_init1", "acct", "quotactl"})
        deny(filter, call);
    deny_writing(filter, "open", 1);
    deny_writing(filter, "openat", 2);
    // These take their flags from memory, where a filter cannot look: the C library falls back.
    for (const char* call : {"openat2", "clone3"})
        seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), seccomp_syscall_resolve_name(call), 0);
    // A new thread is fine, a new process is not.
    const scmp_arg_cmp process{0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0};
    seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1, &process);
    const bool loaded = seccomp_load(filter) == 0;
    seccomp_release(filter);
    return loaded;
}

}  // namespace

void raise_fence(const Fence& fence, int last_kept)
{
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    ::syscall(SYS_close_range, static_cast<unsigned>(last_kept) + 1, ~0U, 0U);
    ::unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC);  // refused on some systems
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, 64);
    if (fence.cpu_s != 0)
        limit(RLIMIT_CPU, fence.cpu_s);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // their shadow is terabytes
    if (fence.memory_bytes != 0)
        limit(RLIMIT_AS, fence.memory_bytes);
#endif
    end_with(fence.channel);
    if (!fence.threads)
        limit(RLIMIT_NPROC, 0);
    if (!filter_calls())
        ::_exit(70);
}

}  // namespace longhand::ingest::reader
