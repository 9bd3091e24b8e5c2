"""What a change of stop costs the server, and how the app holds under many readers, beside an empty
Streamlit app.

    python bench/app_load.py [--readers 50] [--rounds 6] [--think 5]

For each of both apps a server of its own is started on this machine and driven at the websocket, as
browsers do: every reader opens the app, then changes the stop every `--think` seconds for `--rounds`
rounds, by the message that a press of a pill sends (a rerun of the page's fragment); the empty app is run whole, as it
has no fragment. Printed are the milliseconds of processor time of the server a rerun (one reader, no pause) and the
50th and 95th percentile of the time until a rerun has ended (all readers). Linux only: processor time is read from
/proc.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.state.session_state import STREAMLIT_INTERNAL_KEY_PREFIX
from websockets.typing import Subprotocol

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.serving import free_port, wait_for  # noqa: E402

STOPS = ("", "kuala-lumpur", "tokyo", "gyeongju", "xi")
EMPTY = "import streamlit as st\nst.set_page_config(page_title='Empty')\nst.title('Empty')\n"


@dataclass
class Reader:
    """One browser at the websocket level: it learns from the answers which page, fragment and component a press of a
    pill goes through, and the address that the page has then.
    """

    address: str
    times: list[float] = field(default_factory=list)
    fragment: str = ""
    component: str = ""
    page: str = ""
    query: str = ""

    async def read(self, rounds: int, think: float, delay: float) -> None:
        """Open the app, then change the stop `rounds` times."""
        await asyncio.sleep(delay)
        async with websockets.connect(
            self.address, subprotocols=[Subprotocol("streamlit")], max_size=None, proxy=None
        ) as link:
            await self._ask(link, BackMsg(rerun_script=ClientState()))
            for number in range(rounds):
                await asyncio.sleep(think)
                self.times.append(await self._ask(link, self._press(STOPS[(number + 1) % len(STOPS)])))

    def _press(self, stop: str) -> BackMsg:
        """What the browser sends for a press of a stop's pill; a plain rerun where the app has no such component."""
        state = ClientState(fragment_id=self.fragment, page_script_hash=self.page, query_string=self.query)
        if self.component:
            pressed = [{"event": "go", "value": {"stop": stop, "event": "", "view": "article"}}]
            trigger = state.widget_states.widgets.add()
            trigger.id = f"{STREAMLIT_INTERNAL_KEY_PREFIX}_{self.component}__events"
            trigger.json_trigger_value = json.dumps(pressed)
        return BackMsg(rerun_script=state)

    async def _ask(self, link: websockets.ClientConnection, message: BackMsg) -> float:
        start = time.perf_counter()
        await link.send(message.SerializeToString())
        while True:
            data = await asyncio.wait_for(link.recv(), 120)
            answer = ForwardMsg()
            answer.ParseFromString(data if isinstance(data, bytes) else data.encode())
            kind = answer.WhichOneof("type")
            if kind == "navigation":
                self.page = answer.navigation.page_script_hash
            if kind == "page_info_changed":
                self.query = answer.page_info_changed.query_string
            if kind == "delta" and answer.delta.new_element.HasField("bidi_component"):
                self.fragment = answer.delta.fragment_id
                self.component = answer.delta.new_element.bidi_component.id
            if kind == "script_finished":
                return time.perf_counter() - start


def processor_seconds(pid: int) -> float:
    """The processor time that a process has used, user and system, in seconds (proc(5))."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(app: Path, readers: int, rounds: int, think: float) -> tuple[float, float, float]:
    """Milliseconds: processor time a rerun, and the median and 95th percentile of a rerun under load."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(app), "--server.headless", "true"]
    command += [
        "--server.port",
        str(port),
        "--server.address",
        "127.0.0.1",
        "--browser.gatherUsageStats",
        "false",
    ]
    silent = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=app.parent, stdout=silent, stderr=silent) as server:
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health")
            address = f"ws://127.0.0.1:{port}/_stcore/stream"
            asyncio.run(Reader(address).read(4 * len(STOPS), 0, 0))  # warm
            before, alone = processor_seconds(server.pid), 100
            asyncio.run(Reader(address).read(alone, 0, 0))
            cost = (processor_seconds(server.pid) - before) / (alone + 1)
            crowd = [Reader(address) for _ in range(readers)]
            asyncio.run(_all(crowd, rounds, think))
        finally:
            server.terminate()
    times = sorted(one for reader in crowd for one in reader.times)
    return cost * 1000, statistics.median(times) * 1000, times[int(0.95 * (len(times) - 1))] * 1000


async def _all(crowd: list[Reader], rounds: int, think: float) -> None:
    spread = think / len(crowd)
    await asyncio.gather(
        *(reader.read(rounds, think, number * spread) for number, reader in enumerate(crowd))
    )


def main() -> None:
    """Measure both apps and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--think", type=float, default=5.0)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.py"
        empty.write_text(EMPTY, encoding="utf-8")
        rows = {
            name: measure(app, wanted.readers, wanted.rounds, wanted.think)
            for name, app in {"empty": empty, "Touratlas": ROOT / "app.py"}.items()
        }
    write = sys.stdout.write
    write(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, ")
    write(f"{wanted.readers} readers, a change every {wanted.think:g} s\n\n")
    write("| app | server CPU a rerun | median rerun under load | 95th percentile |\n|---|---|---|---|\n")
    for name, (cost, middle, late) in rows.items():
        write(f"| {name} | {cost:.1f} ms | {middle:.0f} ms | {late:.0f} ms |\n")
    ratio = rows["Touratlas"][2] / rows["empty"][2]
    write(f"\n95th percentile: {ratio:.1f} times that of the empty app.\n")


if __name__ == "__main__":
    main()
