"""How `touratlas check` grows with the size of a tour: seconds and peak memory for 1,000 to 10,000 events.

    PYTHONPATH=. python bench/check_scale.py              # the table, best of three runs a size
    PYTHONPATH=. python bench/check_scale.py --write DIR 10000   # only write that tour and its article

Each run is a fresh process of the command line on a sound tour with an article of its own: as many stops as
ten events each make, every event with a date, a basis, people, topics, two claims and an outcome, every
sentence of the article claimed. The bar: 10,000 events in five seconds at most, and seconds and memory that
grow no faster than the number of events. The exit code is 1 where either is missed.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

SIZES = (1_000, 2_000, 5_000, 10_000)
MOST_SECONDS = 5.0
RUNS = 3
EVENTS_A_STOP = 10
FIRST_DAY = date(2001, 1, 1)

# Kept apart by far less than a day's flight.
CITIES = (
    ("Kuala Lumpur", "MY", "3.1412, 101.6865", "Asia/Kuala_Lumpur"),
    ("Tokyo", "JP", "35.6895, 139.6917", "Asia/Tokyo"),
    ("Gyeongju", "KR", "35.8562, 129.2247", "Asia/Seoul"),
    ("Hanoi", "VN", "21.0245, 105.8412", "Asia/Ho_Chi_Minh"),
    ("Manila", "PH", "14.6042, 120.9822", "Asia/Manila"),
)
TOPICS = ("trade", "tariffs", "rare-earths", "investment", "defence")
PEOPLE = 100


def article_text(events: int) -> str:
    """An article of one paragraph a stop and two sentences an event, each with a citation marker."""
    lines = ["A long tour, told in full", ""]
    for start in range(0, events, EVENTS_A_STOP):
        lines.append(f"Stop {start // EVENTS_A_STOP + 1}")
        sentences = [
            f"Group {event} met its hosts on the first day[1]. Round {event} ended with a joint statement[2]."
            for event in range(start, min(start + EVENTS_A_STOP, events))
        ]
        lines.append(" ".join(sentences))
    lines += [
        "",
        "References",
        "1. A newspaper's report of the mornings.",
        "2. A newspaper's report of the rounds.",
    ]
    return "\n".join(lines) + "\n"


def tour_text(events: int, article: str) -> str:
    """A sound tour file of so many events, for the article of the same size."""
    digest = hashlib.sha256(article.encode()).hexdigest()
    parts = [_head(digest), "stops:\n"]
    stops = range(-(-events // EVENTS_A_STOP))
    parts += [_stop(stop, min(EVENTS_A_STOP, events - stop * EVENTS_A_STOP)) for stop in stops]
    return "".join(parts)


def _head(digest: str) -> str:
    people = "".join(
        f"  person-{number}: {{name: Person {number}, role: Negotiator, delegation: {CITIES[number % 5][1]}}}\n"
        for number in range(PEOPLE)
    )
    places = "".join(
        f"  place-{number}: {{name: {name}, country: {country}, at: [{at}], zone: {zone}}}\n"
        for number, (name, country, at, zone) in enumerate(CITIES)
    )
    topics = "".join(f"  {topic}: {topic.capitalize()}\n" for topic in TOPICS)
    return (
        "touratlas: 1\n"
        'tour: {id: scale, title: A long tour, summary: Made to measure., as_of: "2001-01-01"}\n'
        "sources:\n"
        f"  article: {{kind: article, file: article.txt, sha256: {digest}}}\n"
        "  report: {kind: report, publisher: A newspaper, url: 'https://example.org/'}\n"
        f"topics:\n{topics}people:\n{people}places:\n{places}"
    )


def _stop(number: int, events: int) -> str:
    day = FIRST_DAY + timedelta(days=2 * (number + 1))
    first, last = day.isoformat(), (day + timedelta(days=1)).isoformat()
    place = f"place-{number % len(CITIES)}"
    head = (
        f"  - id: stop-{number}\n    place: {place}\n    when: {first}/{last}\n"
        "    basis: {when: report, place: report}\n    events:\n"
    )
    return head + "".join(_event(number * EVENTS_A_STOP + at, first, lead=at == 0) for at in range(events))


def _event(number: int, day: str, *, lead: bool) -> str:
    hour = 8 + number % EVENTS_A_STOP
    people = f"person-{number % PEOPLE}, person-{(number * 7 + 1) % PEOPLE}"
    return (
        f"      - id: event-{number}\n        title: Round {number} of the talks\n"
        + ("        lead: true\n" if lead else "")
        + f"        kind: talks\n        status: planned\n        when: {day}T{hour:02}:00/{hour:02}:45\n"
        "        basis: {when: report}\n"
        f"        people: [{people}]\n        delegations: [MY, JP]\n"
        f"        topics: [{TOPICS[number % len(TOPICS)]}]\n        claims:\n"
        f"          - says: Group {number} met its hosts.\n"
        f'            quotes: ["Group {number} met its hosts on the first day"]\n'
        f"          - says: Round {number} ended with a joint statement.\n"
        f"            by: person-{number % PEOPLE}\n"
        f'            quotes: ["Round {number} ended with a joint statement"]\n'
        f"        outcome: {{status: happened, says: It took place., when: {day}, from: [report]}}\n"
    )


def write_tour(folder: Path, events: int) -> Path:
    """Write the tour and its article into a folder; the tour file's path."""
    article = article_text(events)
    (folder / "article.txt").write_text(article, encoding="utf-8")
    tour = folder / "tour.yaml"
    tour.write_text(tour_text(events, article), encoding="utf-8")
    return tour


def measure(tour: Path) -> tuple[float, float, float]:
    """Wall seconds, processor seconds and peak resident memory (MiB) of one fresh `touratlas check`."""
    started = time.perf_counter()
    child = subprocess.Popen([sys.executable, "-m", "touratlas", "check", str(tour)], stdout=subprocess.PIPE)
    output = child.stdout.read() if child.stdout else b""
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - started
    if child.returncode:
        raise SystemExit(f"the tour isn't sound: {output.decode()[:2000]}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def pace() -> float:
    """Processor seconds of ten million additions in Python: how fast this machine is just now (0.5 is usual)."""
    started, total = time.process_time(), 0
    for number in range(10_000_000):
        total += number
    return time.process_time() - started


def main() -> int:
    """Print the table; 1 where the bar is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--write", type=Path, metavar="DIR", help="only write the tour of the size given")
    parser.add_argument("sizes", nargs="*", type=int, default=list(SIZES), metavar="EVENTS")
    options = parser.parse_args()
    if options.write:
        options.write.mkdir(parents=True, exist_ok=True)
        sys.stdout.write(f"{write_tour(options.write, options.sizes[0])}\n")
        return 0
    return _table(options.sizes)


def _table(sizes: list[int]) -> int:
    rows: list[tuple[int, float, float]] = []
    sys.stdout.write(f"pace of this machine: {pace():.2f} s for ten million additions\n")
    sys.stdout.write("events   seconds   processor s   ms an event   peak MiB\n")
    for events in sizes:
        with tempfile.TemporaryDirectory() as folder:
            tour = write_tour(Path(folder), events)
            runs = [measure(tour) for _ in range(RUNS)]
        seconds, processor, peak = (min(column) for column in zip(*runs, strict=True))
        rows.append((events, seconds, peak))
        sys.stdout.write(
            f"{events:6,} {seconds:9.2f} {processor:13.2f} {1000 * seconds / events:13.3f} {peak:10.0f}\n"
        )
        sys.stdout.flush()
    (small, least, low), (large, most, high) = rows[0], rows[-1]
    growth = large / small
    linear = most / least <= 1.15 * growth and high / low <= 1.15 * growth
    good = linear and (large > SIZES[-1] or most <= MOST_SECONDS)
    sys.stdout.write(f"{'within' if good else 'MISSES'} the bar ({MOST_SECONDS:g} s, linear)\n")
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
