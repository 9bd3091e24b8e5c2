"""Find Firefox for the browser tests, or bring it; and drive it by WebDriver BiDi, which it speaks itself.

Playwright drives a Firefox of its own making alone, which isn't to be had here; W3C's WebDriver BiDi
(https://www.w3.org/TR/webdriver-bidi/) needs no driver beside the browser.
"""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

sys.path.insert(0, str(Path(__file__).parents[2]))  # run as a script by make

from tests.browser.bringing import as_root, ensure, quietly

NAMES = ("firefox", "firefox-esr")
ADVICE = """\
The browser tests look at the snapshot in Firefox as well, and it could not be had by apt.
Install it yourself and run `make test` again:
  Debian           sudo apt-get install firefox-esr
  Fedora           sudo dnf install firefox
  macOS            brew install --cask firefox
or say where it is: TOURATLAS_FIREFOX=/path/to/firefox make test
"""
# A fresh profile that asks for nothing: what goes to other machines ends at a closed port of this one.
PREFERENCES: dict[str, bool | int | str] = {
    "app.normandy.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.type": 1,
    "toolkit.telemetry.enabled": False,
}
KEYS = {
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "Tab": "\ue004",
    "→": "\ue014",
    "←": "\ue012",
}  # WebDriver's own signs


def find() -> str | None:
    """The path of a Firefox: the one that TOURATLAS_FIREFOX names, or one on the PATH."""
    named = os.environ.get("TOURATLAS_FIREFOX")
    if named:
        return named if Path(named).exists() else None
    return next(filter(None, map(shutil.which, NAMES)), None)


def bring() -> None:
    """Try to install it; say nothing, as `find` tells whether it worked."""
    if shutil.which("apt-get"):
        quietly(as_root(["apt-get", "update", "-qq"]))
        for name in reversed(NAMES):  # Debian's, then Ubuntu's
            if find() is None:
                quietly(as_root(["apt-get", "install", "-y", "-qq", "--no-install-recommends", name]))


class Firefox:
    """One window of a running Firefox."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._asked = 0
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.ask("session.new", capabilities={})
        self._window = self.ask("browsingContext.getTree")["contexts"][0]["context"]
        self.ask("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])

    def ask(self, method: str, **params: Any) -> Any:
        """The answer to a command; what happens meanwhile is noted. `AssertionError` if the command fails."""
        self._asked += 1
        self._socket.send(json.dumps({"id": self._asked, "method": method, "params": params}))
        while True:
            answer = json.loads(self._socket.recv(timeout=60))
            if answer.get("id") == self._asked:
                assert answer["type"] == "success", answer
                return answer["result"]
            self._note(answer)

    def _note(self, event: dict[str, Any]) -> None:
        if event.get("method") == "network.beforeRequestSent":
            self.requests.append(event["params"]["request"]["url"])
        if event.get("method") == "log.entryAdded" and event["params"]["level"] in {"error", "warn"}:
            self.complaints.append(event["params"]["text"])

    def size(self, width: int, height: int) -> None:
        """Make the page so large, in CSS pixels."""
        self.ask(
            "browsingContext.setViewport", context=self._window, viewport={"width": width, "height": height}
        )

    def open(self, url: str) -> None:
        """Go to an address, until all is loaded."""
        self.ask("browsingContext.navigate", context=self._window, url=url, wait="complete")

    def reload(self) -> None:
        """Load the page again."""
        self.ask("browsingContext.reload", context=self._window, wait="complete")

    def back(self) -> None:
        """One step back in what was visited."""
        self.ask("browsingContext.traverseHistory", context=self._window, delta=-1)

    def value(self, expression: str) -> Any:
        """What an expression gives in the page: a text, a number, a yes or no, or nothing."""
        answer = self.ask(
            "script.evaluate", expression=expression, target={"context": self._window}, awaitPromise=True
        )
        assert answer["type"] == "success", answer
        return answer["result"].get("value")

    def until(self, expression: str) -> None:
        """Wait until an expression holds, five seconds at most."""
        waited = (
            "new Promise(done => { const end = Date.now() + 5000; (function look() {"
            f" if ({expression}) done(''); else if (Date.now() > end) done(`not at ${{location.href}}`);"
            " else setTimeout(look, 20); })(); })"
        )
        assert self.value(waited) == "", expression

    def press(self, *keys: str) -> None:
        """Press keys one after the other, by their names or signs."""
        signs = [KEYS.get(key, key) for key in keys]
        strokes = [{"type": kind, "value": sign} for sign in signs for kind in ("keyDown", "keyUp")]
        self._act({"type": "key", "id": "keys", "actions": strokes})

    def click(self, selector: str) -> None:
        """Press the mouse on the middle of what a selector finds first in sight."""
        x, y = self._middle(selector)
        moves = [
            {"type": "pointerMove", "x": x, "y": y},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self._act({"type": "pointer", "id": "mouse", "actions": moves})

    def wheel(self, selector: str, turn: int) -> None:
        """Turn the wheel on the middle of something, with Ctrl held as for zooming."""
        x, y = self._middle(selector)
        held = [
            {"type": "keyDown", "value": "\ue009"},
            {"type": "pause"},
            {"type": "keyUp", "value": "\ue009"},
        ]
        turned = [
            {"type": "pause"},
            {"type": "scroll", "x": x, "y": y, "deltaX": 0, "deltaY": turn},
            {"type": "pause"},
        ]
        self._act(
            {"type": "key", "id": "keys", "actions": held},
            {"type": "wheel", "id": "wheel", "actions": turned},
        )

    def _middle(self, selector: str) -> tuple[int, int]:
        found = self.value(
            f"(() => {{ const box = [...document.querySelectorAll({json.dumps(selector)})].map(one =>"
            " one.getBoundingClientRect()).find(box => box.width);"
            " return `${Math.round(box.x + box.width / 2)} ${Math.round(box.y + box.height / 2)}`; })()"
        )
        x, y = found.split()
        return int(x), int(y)

    def _act(self, *actions: dict[str, Any]) -> None:
        self.ask("input.performActions", context=self._window, actions=list(actions))

    def picture(self) -> bytes:
        """What is to be seen, as PNG."""
        return base64.b64decode(self.ask("browsingContext.captureScreenshot", context=self._window)["data"])

    def paper(self) -> bytes:
        """The page printed on A4, as PDF."""
        page = {"width": 21.0, "height": 29.7}
        return base64.b64decode(self.ask("browsingContext.print", context=self._window, page=page)["data"])


@contextmanager
def firefox(profile: Path, **more: bool | int | str) -> Iterator[Firefox]:
    """A Firefox with a profile of its own in an empty folder, and preferences beside ours (`_` for `.`)."""
    wanted = PREFERENCES | {name.replace("_", "."): value for name, value in more.items()}
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in wanted.items()]
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
    command = [str(find()), "--headless", "--no-remote", "--profile", str(profile)]
    command += ["--remote-debugging-port", "0", "about:blank"]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=_environment()
    ) as running:
        try:
            with connect(f"{_address(running)}/session", max_size=None) as socket:
                yield Firefox(socket)
        finally:
            running.kill()  # its profile goes with it; to end in order takes it seconds


def _environment() -> dict[str, str]:
    """Its own home, where root's rights and another's home would make it stop."""
    return {**os.environ, "MOZ_HEADLESS": "1", "MOZ_DISABLE_CONTENT_SANDBOX": "1"}


def _address(running: subprocess.Popen[str]) -> str:
    """Where it listens, as it says itself."""
    assert running.stderr is not None
    for line in running.stderr:
        if found := re.search(r"WebDriver BiDi listening on (ws://\S+)", line):
            return found[1]
    raise AssertionError("Firefox ended before it listened")


if __name__ == "__main__":
    sys.exit(ensure(find, bring, "Bringing Firefox for the browser tests", ADVICE))
