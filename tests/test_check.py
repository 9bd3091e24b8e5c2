"""The whole check: what it counts, what a curator accepted, what it raises."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tour_builder import checked, codes_in, found, sound, written
from touratlas.check import check_loaded, open_tour
from touratlas.errors import InvalidTour, UsageError
from touratlas.finding import Severity
from touratlas.load import load_bytes

ROOT = Path(__file__).parent.parent
REAL = ROOT / "data" / "events.yaml"
SEED = next((ROOT / "seeds").iterdir()).read_bytes()


def test_the_sound_tour_is_sound_and_counted() -> None:
    """What was verified is told by number."""
    report = checked(sound())
    assert report.findings == ()
    assert not report.failed
    assert report.atlas is not None
    assert report.counts == {
        "stop": 2,
        "event": 3,
        "claim": 3,
        "quote": 4,
        "citation": 4,
        "reference": 2,
        "sentence": 3,
    }


def test_the_real_tour_opens() -> None:
    """With its evidence."""
    atlas = open_tour(REAL)
    assert len(atlas.tour.stops) == 4
    assert all(claim.quotes for claim in atlas.evidence.claims)


def test_an_invalid_tour_does_not_open(tmp_path: Path) -> None:
    """Its findings come with the error."""
    file = tmp_path / "t.yaml"
    file.write_text("touratlas: 2\n", encoding="utf-8")
    with pytest.raises(InvalidTour) as raised:
        open_tour(file)
    assert "S207" in {finding.code for finding in raised.value.findings}
    with pytest.raises(UsageError):
        open_tour(tmp_path / "missing.yaml")


def test_an_accepted_warning_bears_the_reason_and_fails_nothing() -> None:
    """By code and by what it is about."""
    tour = sound()
    tour["places"]["kl"]["zone"] = "Europe/Paris"
    assert checked(tour).failed
    tour["accept"] = [{"code": "P505", "of": "kl", "why": "A ship."}]
    report = checked(tour)
    assert [(one.code, one.accepted) for one in report.findings] == [("P505", "A ship.")]
    assert not report.failed
    assert report.atlas is not None


def test_a_warning_alone_leaves_the_tour_usable() -> None:
    """It fails the check, and can be shown."""
    tour = sound()
    tour["places"]["kl"]["zone"] = "Europe/Paris"
    report = checked(tour)
    assert report.failed
    assert report.atlas is not None


@pytest.mark.parametrize(
    "entry",
    [
        {"code": "P505", "of": "tokyo", "why": "W."},
        {"code": "P503", "of": "kl", "why": "W."},
        {"code": "P5", "of": "", "why": "W."},
        {"code": "S999", "of": "kl", "why": "W."},
    ],
)
def test_what_accepts_nothing_is_told(entry: dict[str, str]) -> None:
    """An old acceptance doesn't lie in wait for a new warning."""
    tour = sound()
    tour["accept"] = [entry]
    assert [code for code in codes_in(tour) if code != "S205"] == ([] if not entry["of"] else ["E613"])


def test_errors_cannot_be_accepted() -> None:
    """Only warnings are a matter of judgment."""
    tour = sound()
    tour["places"]["kl"]["zone"] = "Nowhere"
    tour["accept"] = [{"code": "P504", "of": "kl", "why": "W."}]
    assert codes_in(tour) == ["P504", "E613"]


def test_one_acceptance_covers_every_warning_that_it_names() -> None:
    """And thousands of them cost what thousands cost, not millions."""
    tour = sound()
    place = {"name": "N", "country": "MY", "at": ["35.69", "139.69"], "zone": "Asia/Kuala_Lumpur"}
    tour["places"] |= {f"p{number}": dict(place) for number in range(800)}
    tour["accept"] = [{"code": "P503", "of": f"p{number}", "why": "W."} for number in range(800)]
    report = checked(tour)
    assert sum(bool(one.accepted) for one in report.findings) == 800
    assert not report.failed


def test_findings_are_sorted_and_single() -> None:
    """By place; the same thing is never told twice."""
    tour = sound()
    tour["places"]["kl"] |= {"zone": "Nowhere", "country": "XX"}
    tour["stops"][0]["events"][0]["people"] = ["gest", "gest"]
    findings = found(tour)
    assert list(findings) == sorted(set(findings))


def test_checking_twice_gives_the_same() -> None:
    """Nothing is kept from one run to the next."""
    tour = sound()
    tour["places"]["kl"]["zone"] = "Asia/Kuala"
    assert found(tour) == found(tour)


LINES = REAL.read_text(encoding="utf-8").splitlines(keepends=True)
WORDS = ["", "x", "[", "{}", "- a", "2025-02-30", "../..", "NO", "'", "🙂", "1e9", "kuala-lumpur", "article"]


def mutated(seed: int, changes: int) -> bytes:
    """The real tour with lines deleted, doubled, moved, indented, or their values replaced."""
    choice = random.Random(seed)  # noqa: S311 - to be the same every time
    lines = list(LINES)
    for _ in range(changes):
        at = choice.randrange(len(lines))
        what = choice.randrange(6)
        if what == 0:
            del lines[at]
        elif what == 1:
            lines.insert(at, lines[at])
        elif what == 2:
            lines.insert(choice.randrange(len(lines)), lines.pop(at))
        elif what == 3:
            lines[at] = "  " + lines[at]
        elif what == 4:
            lines[at] = lines[at][2:] if lines[at].startswith("  ") else lines[at]
        else:
            key, colon, _ = lines[at].partition(": ")
            lines[at] = f"{key}{colon}{choice.choice(WORDS)}\n"
    return "".join(lines).encode()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32), st.integers(1, 8))
def test_a_damaged_real_tour_raises_nothing(seed: int, changes: int) -> None:
    """Whatever happens to its lines, the answer is findings with places inside the file, sorted, none twice."""
    data = mutated(seed, changes)
    report = check_loaded(load_bytes(data, "t.yaml", lambda name: SEED))
    lines = data.decode().split("\n")
    for one in report.findings:
        assert 1 <= one.line <= len(lines)
        assert 1 <= one.column <= len(lines[one.line - 1]) + 1
        assert "\n" not in one.message
    assert list(report.findings) == sorted(set(report.findings))
    assert (report.atlas is None) == (
        any(one.severity is Severity.ERROR for one in report.findings) or not report.counts
    )


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_damaged_small_tour_raises_nothing(data: st.DataObject) -> None:
    """Any node of the tree replaced by any other kind of value."""
    tour = sound()
    holder: object = tour
    for _ in range(data.draw(st.integers(1, 7))):
        keys = (
            list(holder)
            if isinstance(holder, dict)
            else list(range(len(holder)))
            if isinstance(holder, list)
            else []
        )
        if not keys:
            break
        key = data.draw(st.sampled_from(keys))
        below = holder[key]  # type: ignore[index] # a mapping or a list
        if not isinstance(below, (dict, list)) or not below or data.draw(st.booleans()):
            value = data.draw(
                st.sampled_from(["", "x", [], {}, ["x"], {"x": "y"}, [["x"]], {"kind": "article"}, "1"])
            )
            holder[key] = value  # type: ignore[index]
            break
        holder = below
    report = check_loaded(load_bytes(written(tour), "t.yaml", lambda name: SEED))
    assert list(report.findings) == sorted(set(report.findings))
