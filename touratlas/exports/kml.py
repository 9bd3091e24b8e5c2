"""KML: stops, legs and events with their dates, for globes such as Google Earth.

Marks have no icons of ours, since a KML file could only link to them: status is colour, words and a data field.
Source: OGC 07-147r2, KML 2.2.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from touratlas.dates import Edge, parse_when
from touratlas.exports.common import Format, Group, Options
from touratlas.record import (
    background_claims,
    claim_lines,
    event_lines,
    event_records,
    head_record,
    html_lines,
    leg_lines,
    leg_records,
    outcome_lines,
    plain,
    stop_records,
)
from touratlas.views.marks import LIGHT
from touratlas.words import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from touratlas.check import Atlas
    from touratlas.record import (
        BasisRecord,
        ClaimRecord,
        EventRecord,
        LegRecord,
        Moment,
        OutcomeRecord,
        Spot,
        StopRecord,
    )

# What XML 1.0 has no place for, such as the form feed that may stand in a quoted passage.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_KML = "http://www.opengis.net/kml/2.2"
_OPAQUE = {Status.REPORTED: "ff", Status.PLANNED: "a6", Status.POSSIBLE: "66"}  # surer is stronger
_REACHED, _AHEAD = "leg-reached", "leg-ahead"


def make(atlas: Atlas, options: Options) -> bytes:
    """The file: a document with a folder each of stops, legs and events."""
    view = options.view
    root = Element("kml", {"xmlns": _KML})
    document = SubElement(root, "Document", {"id": "tour"})
    head = head_record(atlas.tour, view)
    _text(document, "name", head.title)
    claims = [line for claim in background_claims(atlas) for line in claim_lines(claim)]
    _text(document, "description", html_lines([head.summary, f"Held here: {head.knowledge}.", *claims]))
    _styles(document)
    _data(document, {**plain(head), "claims": _claims(background_claims(atlas))})
    stops, legs, events = (_folder(document, name) for name in ("Stops", "Legs", "Events"))
    for stop in stop_records(atlas, view):
        _stop(stops, stop)
    for leg in leg_records(atlas, view):
        _leg(legs, leg)
    for event in event_records(atlas, view):
        _event(events, event)
    indent(root, " ")
    text: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _folder(parent: Element, name: str) -> Element:
    folder = SubElement(parent, "Folder")
    _text(folder, "name", name)
    return folder


def _stop(folder: Element, stop: StopRecord) -> None:
    told = [f"Status: {stop.status_words}", *_basis_lines(stop.basis), *_outcome_lines(stop.outcome)]
    mark = _placemark(folder, f"stop-{stop.id}", f"{stop.number} {stop.name}", told, stop.when, stop.status)
    _data(mark, {"feature": "stop", "status": stop.status, **_common(stop.when, stop.basis, stop.outcome)})
    _point(mark, stop.place)


def _event(folder: Element, event: EventRecord) -> None:
    lines = event_lines(event)
    mark = _placemark(folder, f"event-{event.id}", event.title, lines, event.when, event.status)
    own = {"feature": "event", "kind": event.kind, "status": event.status, "stop": event.stop}
    own |= {"topics": "; ".join(event.topics), "claims": _claims(event.claims)}
    _data(mark, {**own, **_common(event.when, event.basis, event.outcome)})
    if event.place:
        _point(mark, event.place)


def _leg(folder: Element, leg: LegRecord) -> None:
    told = ["The great circle between the two ends, and not the route that was flown."]
    told += [*_basis_lines(leg.basis), *_outcome_lines(leg.outcome)]
    style = _REACHED if leg.reached else _AHEAD
    mark = _placemark(folder, f"leg-{leg.id}", leg.name, told, leg.when, style)
    _data(
        mark,
        {"feature": "leg", "reached": leg.reached, **_common(leg.when, leg.basis, leg.outcome)},
    )
    lines = leg_lines(leg)
    home = SubElement(mark, "MultiGeometry") if len(lines) > 1 else mark
    for line in lines:
        string = SubElement(home, "LineString")
        _text(string, "tessellate", "1")
        _text(string, "coordinates", " ".join(f"{point.lon!r},{point.lat!r}" for point in line))


def _placemark(
    folder: Element, name: str, title: str, lines: Iterable[str], when: Moment | None, style: str
) -> Element:
    mark = SubElement(folder, "Placemark", {"id": name})
    _text(mark, "name", title)
    _text(mark, "description", html_lines(lines))
    _time(mark, when)
    _text(mark, "styleUrl", f"#{style}")
    return mark


def _time(mark: Element, moment: Moment | None) -> None:
    """A point in time where it is a single day or instant, else a span, of the widest reading."""
    if moment is None or not (moment.first or moment.last):
        return
    when, first, last = parse_when(moment.text), moment.first, moment.last
    if not moment.zone and when.has_time:  # an hour that no zone is known of
        first, last = first[:10], last[:10]
    if Edge.UNKNOWN in (
        when.start,
        when.last,
    ):  # without an end a span would last for ever: what is known is one side
        first = last = first or last
    if first == last:
        _text(SubElement(mark, "TimeStamp"), "when", first)
        return
    span = SubElement(mark, "TimeSpan")
    for key, value in (("begin", first), ("end", last)):
        if value:
            _text(span, key, value)


def _point(mark: Element, spot: Spot) -> None:
    _text(SubElement(mark, "Point"), "coordinates", f"{spot.longitude!r},{spot.latitude!r}")


def _common(
    moment: Moment | None, basis: tuple[BasisRecord, ...], outcome: OutcomeRecord | None
) -> dict[str, object]:
    """Data fields of all features: what of the date KML's own elements can't say, its basis, the outcome."""
    made: dict[str, object] = {}
    if moment:
        made |= {"when": moment.text, "edtf": moment.edtf, "zone": moment.zone}
        made |= {"uncertain": moment.uncertain, "approximate": moment.approximate}
    made |= {f"{one.of}_basis": one.source for one in basis}
    if outcome:
        made |= {"outcome": outcome.status, "outcome_says": outcome.says}
    return made


def _data(parent: Element, values: Mapping[str, object]) -> None:
    extended = SubElement(parent, "ExtendedData")
    for key, value in values.items():
        if value not in ("", None):
            told = str(value).lower() if isinstance(value, bool) else str(value)
            _text(SubElement(extended, "Data", {"name": key}), "value", told)


def _claims(claims: tuple[ClaimRecord, ...]) -> str:
    """Claims with their quotes and citations, as JSON: KML has no field for them."""
    return json.dumps(plain(claims), ensure_ascii=False) if claims else ""


def _basis_lines(basis: tuple[BasisRecord, ...]) -> list[str]:
    return [f"{'Date' if one.of == 'when' else 'Place'}: {one.says}" for one in basis if not one.in_article]


def _outcome_lines(outcome: OutcomeRecord | None) -> tuple[str, ...]:
    return outcome_lines(outcome) if outcome else ()


def _styles(document: Element) -> None:
    blue = (
        LIGHT.article[5:7] + LIGHT.article[3:5] + LIGHT.article[1:3]
    )  # KML's order is alpha, blue, green, red
    for status, alpha in _OPAQUE.items():
        style = SubElement(document, "Style", {"id": status.value})
        _text(SubElement(style, "IconStyle"), "color", f"{alpha}{blue.lower()}")
    for name, alpha, width in ((_REACHED, "ff", "3"), (_AHEAD, "a6", "2")):
        line = SubElement(SubElement(document, "Style", {"id": name}), "LineStyle")
        _text(line, "color", f"{alpha}{blue.lower()}")
        _text(line, "width", width)


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = _NOT_XML.sub(" ", text)


FORMAT = Format(
    name="kml",
    suffix=".kml",
    media_type="application/vnd.google-earth.kml+xml",
    group=Group.MAP_AND_DATA,
    purpose="stops, legs and events on a globe such as Google Earth, with its slider of time",
    lacks="the shapes of marks, fields for uncertain dates and evidence (data fields and text hold them); questions",
    make=make,
)
