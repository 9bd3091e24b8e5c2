"""Find TimelineJS for the test that reads our export with it, or bring it from npm, once."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

PACKAGE = "@knight-lab/timelinejs@3.9.11"
HOME = Path(__file__).parents[2] / "build" / "npm"
ADVICE = """\
A browser test reads the export for TimelineJS with TimelineJS itself, which npm brings; there is none here.
Install it and run `make test` again:
  Debian, Ubuntu   sudo apt-get install npm
  Fedora           sudo dnf install npm
  macOS            brew install node
"""


def find() -> Path | None:
    """The folder of TimelineJS's scripts and styles."""
    folder = HOME / "node_modules" / "@knight-lab" / "timelinejs" / "dist"
    return folder if (folder / "js" / "timeline.js").is_file() else None


def bring() -> None:
    """Try to install it; say nothing, as `find` tells whether it worked."""
    if not shutil.which("npm") and shutil.which("apt-get"):
        sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
        _quietly([*sudo, "apt-get", "install", "-y", "-qq", "--no-install-recommends", "npm"])
    HOME.mkdir(parents=True, exist_ok=True)
    _quietly(
        ["npm", "install", "--no-fund", "--no-audit", "--ignore-scripts", "--prefix", str(HOME), PACKAGE]
    )


def _quietly(command: list[str]) -> None:
    quiet = subprocess.DEVNULL
    with contextlib.suppress(OSError, subprocess.TimeoutExpired):
        subprocess.run(command, check=False, stdin=quiet, stdout=quiet, stderr=quiet, timeout=900)


def main() -> int:
    """Exit 0 with TimelineJS on this machine, 1 with advice."""
    if find() is None:
        sys.stderr.write("Bringing TimelineJS for a browser test (once)…\n")
        bring()
    if find() is None:
        sys.stderr.write(ADVICE)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
