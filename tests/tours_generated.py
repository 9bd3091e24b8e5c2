"""A long tour made to measure, for tests of what many events do: sound by `check_tour`, the same at every run.

Every stop lasts a few days and has events with days, hours, spans, uncertain days and no day at all; what lies
after the article's last day is expected or possible.
"""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from pathlib import Path

FIRST_DAY = date(2027, 1, 4)  # a Monday
TOUR_ID = "generated"
CITIES = (
    ("Kuala Lumpur", "MY", "3.1412, 101.6865", "Asia/Kuala_Lumpur"),
    ("Tokyo", "JP", "35.6895, 139.6917", "Asia/Tokyo"),
    ("Gyeongju", "KR", "35.8562, 129.2247", "Asia/Seoul"),
    ("Hanoi", "VN", "21.0245, 105.8412", "Asia/Ho_Chi_Minh"),
    ("Manila", "PH", "14.6042, 120.9822", "Asia/Manila"),
)


def write_tour(folder: Path, *, events: int = 300, stops: int = 20, days: int = 365) -> Path:
    """Write a tour of so many events, stops and days, and its article, into a folder; the tour file's path."""
    article = _article(events)
    (folder / "generated-article.txt").write_text(article, encoding="utf-8")
    file = folder / "generated.yaml"
    file.write_text(_tour(events, stops, days, article), encoding="utf-8")
    return file


def _article(events: int) -> str:
    sentences = [f"Group {number} met its hosts[1]." for number in range(events)]
    paragraphs = [" ".join(sentences[start : start + 10]) for start in range(0, events, 10)]
    return (
        "\n".join(["A long tour, told in full", "", *paragraphs, "", "References", "1. A newspaper."]) + "\n"
    )


def _tour(events: int, stops: int, days: int, article: str) -> str:
    as_of = FIRST_DAY + timedelta(days=days // 2)
    places = "".join(
        f"  place-{number}: {{name: {name}, country: {country}, at: [{at}], zone: {zone}}}\n"
        for number, (name, country, at, zone) in enumerate(CITIES)
    )
    head = (
        "touratlas: 1\n"
        f"tour: {{id: {TOUR_ID}, title: A long tour, summary: Made to measure., as_of: {as_of.isoformat()}}}\n"
        "sources:\n"
        "  article: {kind: article, file: generated-article.txt, "
        f"sha256: {hashlib.sha256(article.encode()).hexdigest()}}}\n"
        "  report: {kind: report, publisher: A newspaper, url: 'https://example.org/'}\n"
        f"places:\n{places}stops:\n"
    )
    parts = [head]
    for stop in range(stops):
        own = range(events * stop // stops, events * (stop + 1) // stops)
        first = FIRST_DAY + timedelta(days=days * stop // stops)
        last = FIRST_DAY + timedelta(days=days * (stop + 1) // stops - 1)
        parts.append(_stop(stop, first, last, own, as_of))
    return "".join(parts)


def _stop(number: int, first: date, last: date, events: range, as_of: date) -> str:
    head = (
        f"  - id: stop-{number}\n    title: {CITIES[number % 5][0]}, visit {number // 5 + 1}\n"
        f"    place: place-{number % 5}\n    when: {first}/{last}\n"
        "    basis: {when: report, place: report}\n    events:\n"
    )
    past = last < as_of
    return head + "".join(
        _event(event, _when(at, first, last), past=past, lead=at == 0) for at, event in enumerate(events)
    )


def _when(at: int, first: date, last: date) -> str:
    """The date of a stop's event by its place on the agenda: one of every kind that a timeline draws."""
    day = min(first + timedelta(days=at), last)
    return (f"{day}", f"{day}T09:30", f"{day}?", f"{first}/{last}", "", f"{day}T20:00~")[at % 6]


def _event(number: int, when: str, *, past: bool, lead: bool) -> str:
    status = "reported" if past else ("planned", "possible")[number % 2]
    return (
        f"      - id: event-{number}\n        title: Round {number} of talks\n"
        + ("        lead: true\n" if lead else "")
        + f"        kind: talks\n        status: {status}\n"
        + (f"        when: {when}\n        basis: {{when: report}}\n" if when else "")
        + "        claims:\n"
        f"          - says: Group {number} met its hosts.\n"
        f'            quotes: ["Group {number} met its hosts"]\n'
    )
