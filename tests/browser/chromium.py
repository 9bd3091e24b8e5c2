"""Find Chromium for the browser tests, or bring it: by apt where that is allowed, else Playwright's own
build.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ADVICE = """\
The browser tests need Chromium, and it could be had neither by apt nor from Playwright.
Install it yourself and run `make test` again:
  Debian, Ubuntu   sudo apt-get install chromium
  Fedora           sudo dnf install chromium
  macOS            brew install --cask chromium
or say where it is: TOURATLAS_CHROMIUM=/path/to/chromium make test
"""


def find() -> str | None:
    """The path of a Chromium: the one that TOURATLAS_CHROMIUM names, one on the PATH, or Playwright's."""
    named = os.environ.get("TOURATLAS_CHROMIUM")
    if named:
        return named if Path(named).exists() else None
    for name in NAMES:
        path = shutil.which(name)
        if path:
            return path
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def bring() -> None:
    """Try to install it; say nothing, as `find` tells whether it worked."""
    if shutil.which("apt-get"):
        sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
        _quietly([*sudo, "apt-get", "update", "-qq"])
        _quietly([*sudo, "apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"])
    if find() is None:
        _quietly([sys.executable, "-m", "playwright", "install", "chromium"])


def _quietly(command: list[str]) -> None:
    quiet = subprocess.DEVNULL
    with contextlib.suppress(OSError, subprocess.TimeoutExpired):
        subprocess.run(command, check=False, stdin=quiet, stdout=quiet, stderr=quiet, timeout=900)


def main() -> int:
    """Exit 0 with a Chromium on this machine, 1 with advice."""
    if find() is None:
        sys.stderr.write("Bringing Chromium for the browser tests (once)…\n")
        bring()
    if find() is None:
        sys.stderr.write(ADVICE)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
