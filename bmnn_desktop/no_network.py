"""Take the network away from this process before anything else is loaded.

Linux: a seccomp filter lets `socket()` make AF_UNIX only. Each `execv` would stack another
filter, so a process that already gets EACCES for AF_INET keeps the one it has.
"""

from __future__ import annotations

import errno
import os
import socket
import sys

from bmnn_desktop.errors import NetworkOpen

_CUPS_SOCKET = "/run/cups/cups.sock"
_NO_SUCH_TYPE = 0xFF  # the kernel refuses it (EINVAL), so the probe never makes a socket


def enter() -> None:
    """Install the filter, point CUPS at its UNIX socket and forbid core dumps.

    Raises NetworkOpen when the filter cannot be had.
    """
    if sys.platform != "linux":
        return
    import resource  # noqa: PLC0415  (POSIX only)

    # libcups opens localhost TCP when it is told nothing.
    os.environ["CUPS_SERVER"] = _CUPS_SOCKET
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if not is_silent():
        _install_filter()


def is_silent() -> bool:
    """Tell whether a filter refuses AF_INET sockets to this process."""
    try:
        socket.socket(socket.AF_INET, _NO_SUCH_TYPE).close()
    except OSError as error:
        return error.errno == errno.EACCES
    return False


def _install_filter() -> None:
    try:
        import pyseccomp  # noqa: PLC0415  (Linux only)
    except (ImportError, OSError, RuntimeError) as error:  # its library is not on this computer
        raise NetworkOpen from error
    refused = pyseccomp.ERRNO(errno.EACCES)
    rules = pyseccomp.SyscallFilter(defaction=pyseccomp.ALLOW)
    rules.add_rule(refused, "socket", pyseccomp.Arg(0, pyseccomp.NE, int(socket.AF_UNIX)))
    rules.add_rule(refused, "io_uring_setup")
    rules.load()
