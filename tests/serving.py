"""What tests and benchmarks share to start a server on this machine and wait for it."""

from __future__ import annotations

import socket
import time
import urllib.request


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def wait_for(address: str) -> None:
    """Wait until an address of this machine answers, half a minute at most. Raises TimeoutError where it never does."""
    for _ in range(150):
        try:
            with urllib.request.urlopen(address):  # noqa: S310 - our own server on this machine
                return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(address)
