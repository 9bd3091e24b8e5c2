"""How what a browser test needs is brought where it is missing: quietly, and with advice where it can't be had."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable


def as_root(command: list[str]) -> list[str]:
    """A command as it has to be called to have root's rights, without asking for a password."""
    return command if os.geteuid() == 0 else ["sudo", "-n", *command]


def quietly(command: list[str]) -> None:
    """Run a command, and say nothing of how it ended: what it was to bring is there, or isn't."""
    quiet = subprocess.DEVNULL
    with contextlib.suppress(OSError, subprocess.TimeoutExpired):
        subprocess.run(command, check=False, stdin=quiet, stdout=quiet, stderr=quiet, timeout=900)


def ensure(find: Callable[[], object | None], bring: Callable[[], None], doing: str, advice: str) -> int:
    """Bring what can't be found. The exit code: 0 where it is there in the end, 1 with advice where it isn't."""
    if find() is None:
        sys.stderr.write(f"{doing} (once)…\n")
        bring()
    if find() is None:
        sys.stderr.write(advice)
        return 1
    return 0
