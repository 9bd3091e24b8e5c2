"""The command line from outside, many times: each run a process of its own, without the cost of starting one.

One interpreter imports the package, checks one sound tour so that all is warm, and then forks for every run;
the child calls `main` with its own arguments, folder, standard streams, time limit and exit code. A run so
costs some milliseconds instead of a second, and shares with another only what was there before both.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
import tempfile
import traceback
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parent.parent
WARM_UP = ROOT / "tests" / "tours" / "minimal.yaml"


@dataclass(frozen=True, slots=True)
class Ran:
    """What became of it. `code` is negative where a signal ended it; `peak_mib` is its resident memory."""

    code: int
    stdout: str
    stderr: str
    peak_mib: float


def run(*arguments: str, folder: Path = ROOT, seconds: int = 30) -> Ran:
    """One run of the command line in a process of its own, forked from a warm one."""
    server = _server()
    if server.stdin is None or server.stdout is None:
        raise RuntimeError("the server has no pipes")
    server.stdin.write(json.dumps([arguments, str(folder), seconds]) + "\n")
    server.stdin.flush()
    return Ran(**json.loads(server.stdout.readline()))


@cache
def _server() -> subprocess.Popen[str]:
    """The warm interpreter, one for each worker of the tests, until that ends."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(Path(__file__))]
    pipe = subprocess.PIPE
    server = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8", env=environment)
    atexit.register(server.communicate)  # closes its input, at which it ends
    return server


def run_one(*arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """One run in an interpreter of its own, where the start itself matters."""
    command = [sys.executable, "-m", "touratlas", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        env=environment,
        check=False,
        timeout=60,
    )


def _serve() -> None:
    from touratlas.check import check_tour
    from touratlas.reporting import FORMATS

    for form in FORMATS.values():
        form(check_tour(WARM_UP))
    for line in sys.stdin:
        arguments, folder, seconds = json.loads(line)
        sys.stdout.write(json.dumps(asdict(_fork(arguments, folder, seconds))) + "\n")
        sys.stdout.flush()


def _fork(arguments: list[str], folder: str, seconds: int) -> Ran:
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = os.fork()
        if child == 0:
            _run(arguments, folder, seconds, (out, err))
        _, status, usage = os.wait4(child, 0)
        texts = []
        for stream in (out, err):
            stream.seek(0)
            texts.append(stream.read().decode("utf-8", "backslashreplace"))
    return Ran(os.waitstatus_to_exitcode(status), texts[0], texts[1], usage.ru_maxrss / 1024)


def _run(arguments: list[str], folder: str, seconds: int, streams: tuple[IO[bytes], IO[bytes]]) -> None:
    """The child: does one run and never returns."""
    code = 1
    try:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        for number, stream in enumerate(streams, 1):
            os.dup2(stream.fileno(), number)
        os.chdir(folder)
        signal.alarm(seconds)
        sys.argv = ["touratlas", *arguments]
        from touratlas.cli import main

        main()
        code = 0
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else int(left.code is not None)
    except BaseException:  # what an interpreter would print
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    _serve()
