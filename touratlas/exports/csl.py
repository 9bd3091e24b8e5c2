"""CSL-JSON: the article, its references and the reports, for Zotero and other programs that cite.

A reference has the words that the article prints, as its title: who wrote what and when can't be told from them for
sure. In the article's view there is no report, since a title can say what happened.
Source: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from touratlas.dates import Edge, Precision
from touratlas.exports.common import Format, Group, Options
from touratlas.model import ArticleSource, WebSource
from touratlas.record import event_records
from touratlas.words import View

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from touratlas.article import Reference
    from touratlas.check import Atlas
    from touratlas.dates import Endpoint, When

_PARTS = {Precision.YEAR: 1, Precision.MONTHS: 1, Precision.MONTH: 2, Precision.DAYS: 2}


def make(atlas: Atlas, options: Options) -> bytes:
    """The list: articles, each before its references, then what was announced, then in the later view the reports."""
    items = [*_articles(atlas), *_web(atlas, "schedule", {})]
    if options.view is View.LATER:
        items += _web(atlas, "report", _uses(atlas))
    return (json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _articles(atlas: Atlas) -> Iterator[dict[str, Any]]:
    for name, source in atlas.tour.articles().items():
        yield _article(atlas, name, source)
        yield from (_reference(name, one) for one in atlas.articles[name].references)


def _article(atlas: Atlas, name: str, source: ArticleSource) -> dict[str, Any]:
    item: dict[str, Any] = {"id": name, "type": "webpage" if source.url else "document"}
    item |= {"title": source.title or name, "language": source.language or atlas.tour.tour.language}
    item |= {"publisher": source.publisher} if source.publisher else {}
    item |= {"URL": source.url} if source.url else {}
    return item | ({"note": source.about} if source.about else {})


def _reference(source: str, one: Reference) -> dict[str, Any]:
    """An entry of an article's list; it belongs to the number that cites it."""
    item: dict[str, Any] = {
        "id": f"{source}-reference-{one.index + 1}",
        "type": "document",
        "title": one.text,
    }
    if one.label:
        item["citation-number"] = one.label
        inferred = ", as inferred from the order of the list" if one.inferred else ""
        item["note"] = f"Cited as [{one.label}] in the article{inferred}."
    for locator in one.locators:
        if locator.lower().startswith("doi:"):
            item.setdefault("DOI", locator[4:].strip())
        elif locator.lower().startswith(("http://", "https://")):
            item.setdefault("URL", locator)
    return item


def _web(atlas: Atlas, kind: str, uses: Mapping[str, list[str]]) -> Iterator[dict[str, Any]]:
    for name, source in atlas.tour.sources.items():
        if isinstance(source, WebSource) and source.kind == kind:
            item: dict[str, Any] = {"id": name, "type": "webpage" if source.url else "document"}
            item |= {"URL": source.url} if source.url else {}
            item |= {"title": source.title} if source.title else {}
            item |= {"container-title": source.publisher, "publisher": source.publisher}
            issued = _issued(source.published) if source.published else {}
            item |= {"issued": issued} if issued else {}
            told = uses.get(name)
            yield item | ({"note": f"Reports on: {'; '.join(told)}."} if told else {})


def _uses(atlas: Atlas) -> dict[str, list[str]]:
    """The events whose outcome a report tells, by the report."""
    found: dict[str, list[str]] = {}
    for event in event_records(atlas, View.LATER):
        for report in event.outcome.reports if event.outcome else ():
            found.setdefault(report.id, []).append(event.title)
    return found


def _issued(when: When) -> dict[str, Any]:
    """A date of one or two sides, each as exact as it is; about or perhaps is `circa`."""
    sides = [_parts(side) for side in (when.start, when.last) if not isinstance(side, Edge)]
    if not sides:
        return {}
    circa = {"circa": True} if when.uncertain or when.approximate else {}
    return {"date-parts": sides if when.is_interval else sides[:1], **circa}


def _parts(side: Endpoint) -> list[int]:
    day = side.earliest
    return [day.year, day.month, day.day][: _PARTS.get(side.precision, 3)]


FORMAT = Format(
    name="csl",
    suffix=".csl.json",
    media_type="application/vnd.citationstyles.csl+json",
    group=Group.RESEARCH,
    purpose="the article, its references and the reports, for Zotero and other programs that cite",
    lacks="the tour itself; authors and years of references (they are as printed); reports need `--view later`",
    make=make,
)
