"""Find Chromium for the browser tests, or bring it: by apt where that is allowed, else Playwright's own
build.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))  # run as a script by make

from tests.browser.bringing import as_root, ensure, quietly

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
        quietly(as_root(["apt-get", "update", "-qq"]))
        quietly(as_root(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"]))
    if find() is None:
        quietly([sys.executable, "-m", "playwright", "install", "chromium"])


if __name__ == "__main__":
    sys.exit(ensure(find, bring, "Bringing Chromium for the browser tests", ADVICE))
