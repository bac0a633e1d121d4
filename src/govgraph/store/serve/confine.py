"""What a process that meets a stranger's query may not do, asked of the operating system and then tried.

No reading of a query finds every spelling of SERVICE, and no setting of the store stops a query that runs. So the
kernel does: the keeper can open no socket and start no program (a system call filter on Linux), and each child has a
clock that kills it, a ceiling on memory and no file to write. Where there is no such filter, a child may open no
further file, hence no socket. A child that could open a socket answers nothing.
"""

from __future__ import annotations

import ctypes
import errno
import gc
import os
import platform
import resource
import signal
import socket
import struct
import sys
from pathlib import Path

_NO_NEW_PRIVILEGES, _SET_FILTER, _FILTER = 38, 22, 2  # of prctl(2)
_AUDIT = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
# socket connect bind listen execve execveat ptrace io_uring_setup: of each architecture
_DENIED = {
    "x86_64": (41, 42, 49, 50, 59, 322, 101, 425),
    "aarch64": (198, 203, 200, 201, 221, 281, 117, 425),
}
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050000 | errno.EACCES, 0x80000000
_OTHER_ABI = 0x40000000  # numbers of the x32 calls, which would get round the list


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("code", ctypes.c_char_p))


def without_network() -> bool:
    """Take sockets and programs from this process and all that it forks; False where the kernel has no filter."""
    machine = platform.machine()
    if sys.platform != "linux" or machine not in _AUDIT:
        return False
    code = _filter(_AUDIT[machine], _DENIED[machine])
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return False
    program = _Program(len(code) // 8, code)
    return not libc.prctl(_SET_FILTER, _FILTER, ctypes.byref(program), 0, 0)


def _filter(audit: int, denied: tuple[int, ...]) -> bytes:
    """Kill what calls by another convention; refuse the calls of the list; allow the rest."""
    count = len(denied)
    lines = [(_LOAD, 0, 0, 4), (_EQUAL, 1, 0, audit), (_RETURN, 0, 0, _KILL)]
    lines += [(_LOAD, 0, 0, 0), (_AT_LEAST, count + 1, 0, _OTHER_ABI)]
    lines += [(_EQUAL, count - at, 0, number) for at, number in enumerate(denied)]
    lines += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _REFUSE)]
    return b"".join(struct.pack("=HBBI", *line) for line in lines)


def limited(seconds: float, memory: int, *, no_files: bool) -> None:
    """The limits of one child: the clock, then memory in MiB over what it has, then files."""
    signal.setitimer(signal.ITIMER_REAL, seconds)  # no handler: the kernel kills, whatever the process is doing
    _first_to_die()
    for kind, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CPU, int(seconds) + 2),
        (resource.RLIMIT_AS, _size() + (memory << 20)),
    ):
        _lower(kind, most)
    if no_files:
        _lower(resource.RLIMIT_NOFILE, 0)
    gc.disable()


def _lower(kind: int, most: int) -> None:
    """Set a limit where the system knows it: macOS has no ceiling on the address space."""
    try:
        resource.setrlimit(kind, (most, most))
    except (ValueError, OSError):
        if kind != resource.RLIMIT_AS:
            raise


def _first_to_die() -> None:
    """When the machine runs out of memory, a child goes before anything else; and it gives way to the server."""
    os.nice(5)
    try:
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
    except OSError:
        return


def _size() -> int:
    """Bytes of address space that this process has."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:
        return 1 << 34
    return pages * resource.getpagesize()


def reaches_network() -> bool:
    """True where a socket can still be opened."""
    try:
        socket.socket(socket.AF_INET, socket.SOCK_STREAM).close()
    except OSError:
        return False
    return True
