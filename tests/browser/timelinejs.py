"""Find TimelineJS for the test that reads our export with it, or bring it from npm, once."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))  # run as a script by make

from tests.browser.bringing import as_root, ensure, quietly

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
        quietly(as_root(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "npm"]))
    HOME.mkdir(parents=True, exist_ok=True)
    quietly(["npm", "install", "--no-fund", "--no-audit", "--ignore-scripts", "--prefix", str(HOME), PACKAGE])


if __name__ == "__main__":
    sys.exit(ensure(find, bring, "Bringing TimelineJS for a browser test", ADVICE))
