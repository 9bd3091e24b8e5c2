"""Find Chromium for the browser tests, or bring it: by apt where that is allowed, else Playwright's own
build.

Its headless shell comes first where it can be had: the same engine without a window's own pages behind it, which takes
half the processor time for each page that is opened (measured: 2.1 s against 4.2 s for six).
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))  # run as a script by make

from tests.browser.bringing import as_root, ensure, quietly

SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
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
        quietly(as_root(["apt-get", "update", "-qq"]))
        for name in (SHELL, "chromium"):
            if find() is None:
                quietly(as_root(["apt-get", "install", "-y", "-qq", "--no-install-recommends", name]))
    if find() is None:
        quietly([sys.executable, "-m", "playwright", "install", "chromium"])


def quicken() -> None:
    """As root, in a container, try to install the shell beside a Chromium that is there; without it the tests take
    longer, and that is all. On somebody's own machine nothing is added to what is enough.
    """
    named = os.environ.get("TOURATLAS_CHROMIUM") or shutil.which(SHELL)
    if shutil.which("apt-get") and os.geteuid() == 0 and not named:
        quietly(["apt-get", "install", "-y", "-qq", "--no-install-recommends", SHELL])


if __name__ == "__main__":
    quicken()
    sys.exit(ensure(find, bring, "Bringing Chromium for the browser tests", ADVICE))
