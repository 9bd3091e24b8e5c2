"""Every format from fresh processes: another hash seed, time zone and locale change no byte of any file."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.conftest import INVENTED, REAL, ROOT
from touratlas.exports import FORMATS

# The real tour in both views and with a public address, and an invented one as it is: a line a file.
SCRIPT = """
import hashlib, sys
from touratlas.check import open_tour
from touratlas.exports import FORMATS, Options
from touratlas.words import View
real, invented = sys.argv[1:]
for file, options in (
    (real, Options(address="https://example.org")),
    (real, Options(view=View.LATER)),
    (invented, Options()),
):
    atlas = open_tour(file)
    for form in FORMATS:
        print(form.name, hashlib.sha256(form.make(atlas, options)).hexdigest())
"""
PLACES = (
    {"PYTHONHASHSEED": "0", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4242", "TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
)


def test_the_same_bytes_from_any_process() -> None:
    """Fresh processes make the same files, line by line."""
    command = [sys.executable, "-c", SCRIPT, str(REAL), str(INVENTED)]
    running = [
        subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, **place},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for place in PLACES
    ]
    told = [process.communicate() for process in running]
    assert [process.returncode for process in running] == [0, 0], told
    found = [out.splitlines() for out, _ in told]
    assert found[0] == found[1]
    assert len(found[0]) == 3 * len(FORMATS)
