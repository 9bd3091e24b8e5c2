"""A public address: what is one, and that what helps nobody is refused with its reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.commands import run, run_one
from tests.conftest import REAL
from touratlas.errors import UsageError
from touratlas.public import LONGEST, of_tour, public_address, typed

MACHINE = "of this machine or of a network of one's own"
OWN = "only this machine or its own network knows"


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://tours.example.org:8080/a/b?tour=x#y",
        "https://8.8.8.8/",
        "https://[2606:4700:4700::1111]/",
        "https://xn--mnchen-3ya.de/a%20b",
        "HTTPS://EXAMPLE.ORG./",
    ],
)
def test_what_others_can_reach_stays_as_it_is(address: str) -> None:
    """But for blanks around it."""
    assert public_address(f"  {address}\n") == address


def test_none_is_none() -> None:
    """An empty variable is as good as none."""
    assert public_address("") == public_address("  ") == ""


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        *((f"http://{host}/", MACHINE) for host in ("127.0.0.1", "10.1.2.3", "192.168.0.7", "172.16.0.1")),
        *((f"http://{host}/", MACHINE) for host in ("169.254.1.1", "0.0.0.0", "100.64.0.1", "224.0.0.1")),  # noqa: S104
        *((f"http://[{host}]/", MACHINE) for host in ("::1", "fe80::1", "fd00::1", "::ffff:127.0.0.1")),
        ("http://[2002:7f00:1::]/", MACHINE),
        *(
            (f"http://{host}:8501", OWN)
            for host in ("localhost", "LOCALHOST.", "tours.localhost", "pi.local")
        ),
        *((f"http://{host}", OWN) for host in ("intranet", "a.internal", "box.home.arpa", "nas.lan")),
        *(
            (f"http://{host}/", "no name of a server")
            for host in ("127.1", "2130706433", "0x7f.1", "0177.0.0.1")
        ),
        *((f"http://{host}/", "no name of a server") for host in ("a..org", "-a.org", "a_b.org")),
        ("ftp://example.org", "doesn't begin with https"),
        ("javascript:alert(1)", "doesn't begin with https"),
        ("example.org", "doesn't begin with https"),
        ("https://", "names no server"),
        ("https://example.org:99999", "can't be read"),
        ("https://[::1", "can't be read"),
        ("https://example.org:0", "no port 0"),
        ("https://münchen.de", "characters that an address can't have"),
        ("https://example.org/a b", "characters that an address can't have"),
        ('https://example.org/"><script>', "characters that an address can't have"),
        ("https://example.org/" + "a" * LONGEST, "nobody types more"),
    ],
)
def test_what_helps_nobody_is_refused_with_the_reason(address: str, reason: str) -> None:
    """On one line, with what was expected."""
    with pytest.raises(UsageError) as told:
        public_address(address)
    assert reason in str(told.value)
    assert "expected one such as https://example.org/tours" in str(told.value)


def test_a_password_is_not_repeated() -> None:
    """It is refused, and doesn't come to stand in a log."""
    with pytest.raises(UsageError, match="a name or a password") as told:
        public_address("https://me:s3cret@example.org")
    assert "s3cret" not in str(told.value)


@given(st.text(max_size=40))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    """Never another error."""
    for one in (text, f"https://{text}", f"http://a.org/{text}"):
        try:
            assert public_address(one) == one.strip()
        except UsageError:
            continue


def test_where_a_tour_is() -> None:
    """An address that says itself what it shows stays as it is."""
    assert of_tour("https://a.org", "x-1") == "https://a.org/?tour=x-1"
    assert of_tour("https://a.org/tours/", "x-1") == "https://a.org/tours/?tour=x-1"
    for whole in ("https://a.org/?tour=y", "https://a.org/tour.html", "https://a.org/#x"):
        assert of_tour(whole, "x-1") == whole
    assert typed("https://a.org/x") == "a.org/x"
    assert typed("http://a.org/x") == "http://a.org/x"


def test_the_command_line_refuses_it_before_it_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As an option and as the variable: exit code 2, one line, no file."""
    more = ("export", str(REAL), "--format", "csv", "--to", f"{tmp_path}/")
    done = run(*more, "--address", "http://127.0.0.1:8501")
    assert done.code == 2
    assert MACHINE in done.stderr
    monkeypatch.setenv("TOURATLAS_ADDRESS", "http://pi.local")
    alone = run_one(*more)
    assert alone.returncode == 2
    assert OWN in alone.stderr
    assert "Traceback" not in alone.stderr
    assert list(tmp_path.iterdir()) == []
