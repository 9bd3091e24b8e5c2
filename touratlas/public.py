"""The public address under which others can follow: what is one, and why something isn't.

A code that leads to `127.0.0.1`, or to a machine that only one's own network knows, helps nobody: such addresses are
refused with the reason, before anything is made of them.
"""

from __future__ import annotations

import re
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlsplit

from touratlas.errors import UsageError
from touratlas.wording import shown

if TYPE_CHECKING:
    from ipaddress import IPv4Address, IPv6Address
    from urllib.parse import SplitResult

VARIABLE: Final = "TOURATLAS_ADDRESS"  # the environment's name for it
LONGEST: Final = 200  # characters: more is neither scanned from the last row nor typed
_ALLOWED = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")  # RFC 3986, section 2
_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")
# Names that no public server bears: RFC 6761, 6762 and 8375, and what ICANN keeps for networks of one's own.
_OWN: Final = frozenset(
    {"localhost", "local", "internal", "lan", "home", "intranet", "corp", "test", "invalid"}
)
_OWN_ENDS: Final = (".home.arpa",)


def public_address(text: str) -> str:
    """An address that others can reach, as it was given, without blanks around it; "" for none.

    Raises UsageError, with the reason, where it isn't http(s), isn't an address, or leads to this machine or to a
    network of one's own.
    """
    address = text.strip()
    if not address:
        return ""
    if reason := _wrong(address):
        named = "this" if "@" in address else shown(address, LONGEST)  # what may be a password isn't repeated
        raise UsageError(
            f"{named} is no public address: {reason}; expected one such as https://example.org/tours"
        )
    return address


def of_tour(address: str, tour: str) -> str:
    """Where a tour is at a public address. An address that already says what it shows (it has a query or a fragment, or
    names a page such as `tour.html`) stays as it is; another gets the tour's id.
    """
    parts = urlsplit(address)
    if parts.query or parts.fragment or re.search(r"\.[A-Za-z]{2,5}$", parts.path):
        return address
    return f"{address.rstrip('?#')}{'' if parts.path else '/'}?tour={quote(tour)}"


def typed(address: str) -> str:
    """An address as one types it: browsers put `https://` before it by themselves, and `http://` has to be typed."""
    return address.removeprefix("https://")


def _wrong(address: str) -> str:
    """Why an address isn't a public one, in a few words; "" where it is."""
    if len(address) > LONGEST:
        return f"it has {len(address)} characters, and nobody types more than {LONGEST}"
    if not _ALLOWED.fullmatch(address):
        return "it has characters that an address can't have (write `%20` for a blank, and `xn--…` for other letters)"
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "it can't be read"
    return _wrong_parts(parts, port) or _wrong_host(host.removesuffix("."))


def _wrong_parts(parts: SplitResult, port: int | None) -> str:
    if parts.scheme not in {"http", "https"}:
        return "it doesn't begin with https:// or http://"
    if "@" in parts.netloc:
        return "it holds a name or a password"
    if port == 0:
        return "there is no port 0"
    return ""


def _wrong_host(host: str) -> str:
    """Why nobody else can reach a host."""
    if not host:
        return "it names no server"
    number = _number(host)
    if number is not None:
        return "" if _reachable(number) else f"{shown(host)} is of this machine or of a network of one's own"
    labels = host.lower().split(".")
    if re.fullmatch(r"\d+|0x[0-9a-f]*", labels[-1]) or not all(map(_LABEL.fullmatch, labels)):
        return f"{shown(host)} is no name of a server"
    own = len(labels) == 1 or labels[-1] in _OWN or host.lower().endswith(_OWN_ENDS)
    return f"only this machine or its own network knows {shown(host)}" if own else ""


def _number(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


def _reachable(number: IPv4Address | IPv6Address) -> bool:
    """Whether a number is one of the internet's; some of IPv6 only wrap one of IPv4."""
    wrapped = getattr(number, "ipv4_mapped", None) or getattr(number, "sixtofour", None)
    return (wrapped or number).is_global and not number.is_multicast
