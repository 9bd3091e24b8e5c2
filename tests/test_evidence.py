"""Evidence: every quote has its one passage, every passage is the article's own text, and each way has a way back.

What is expected is worked out here anew, from the bytes of the files: with a plain YAML reader, regular expressions
and the reviewed table of sentences, never with the package's own article reader.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import INVENTED, REAL, ROOT
from touratlas.check import Atlas, check_tour
from touratlas.evidence import Evidence, Held, gather
from touratlas.load import load_tour

ORACLE = ROOT / "tests" / "article" / "oracle_sentences.tsv"


@dataclass(frozen=True)
class Plain:
    """A tour file and its article, read by nothing of ours: the YAML's texts, the article's text without its
    reference list, the entries of that list by label, and what a citation marker looks like.
    """

    raw: dict[str, Any]
    text: str
    body: str
    entries: dict[str, str]
    marker: re.Pattern[str]

    def bare(self, text: str) -> str:
        """A text without markers, Markdown delimiters and white space."""
        text = re.sub(r"\[([^\]^]+)\]\(https?://[^)]+\)", r"\1", self.marker.sub("", text))
        return re.sub(r"[\s*]", "", text)


@cache
def plain(file: Path) -> Plain:
    """A tour file with its one article."""
    raw = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - our own files; texts stay texts
    source = raw["sources"]["article"]
    data = (file.parent / source["file"]).read_bytes()
    assert hashlib.sha256(data).hexdigest() == source["sha256"]
    text = data.decode("utf-8")
    if file == REAL:
        body, _, rest = text.partition("📎 References & Citations\n")
        lines = [line[2:] for line in rest.splitlines() if line.startswith("- ")]
        return Plain(
            raw, text, body, dict(zip(source["markers"], lines, strict=True)), re.compile(r"\[(\d+)\]")
        )
    body, _, rest = text.partition("## Notes\n")
    entries = dict(re.findall(r"^\[\^(\d+)\]: (.*)$", rest, re.MULTILINE))
    return Plain(raw, text, body, entries, re.compile(r"\[\^(\d+)\]"))


@pytest.fixture
def known(atlas: Atlas) -> Plain:
    """What a plain reader finds in the files of the tour that `atlas` is."""
    return plain(REAL if atlas.tour.tour.id == "us-asia-2025" else INVENTED)


def raw_claims(raw: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each claim of a tour file with the id it should get, in the file's order."""
    holders = [*raw["stops"], *raw.get("legs", ()), raw["background"]]
    for event in (event for holder in holders for event in holder.get("events", ())):
        for number, claim in enumerate(event["claims"], 1):
            yield f"{event['id']}/{number}", claim
    for number, claim in enumerate(raw["background"]["claims"], 1):
        yield f"background/{number}", claim


def exact(quote: str | dict[str, str]) -> str:
    """The words of a quote, in either way of writing it."""
    return quote if isinstance(quote, str) else quote["exact"]


def raw_quotes(node: Any) -> Iterator[str]:
    """The words of all quotes below a node of a tour file."""
    if isinstance(node, list):
        for one in node:
            yield from raw_quotes(one)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key == "quotes":
                yield from map(exact, value)
            else:
                yield from raw_quotes(value)


def all_held(evidence: Evidence) -> list[Held]:
    """Every resolved quote: of claims, bases and answers."""
    held = [quote for claim in evidence.claims for quote in claim.quotes]
    return held + [quote for quotes in evidence.grounds.values() for quote in quotes]


def test_every_quote_of_every_claim_holds(atlas: Atlas, known: Plain) -> None:
    """Claims come in the file's order with all their quotes, word for word; every claim has one, and none is loose."""
    assert atlas.evidence.loose == ()
    found = [
        (claim.id, [known.bare(quote.passage.quote.of(known.text)) for quote in claim.quotes])
        for claim in atlas.evidence.claims
    ]
    written = [
        (name, [known.bare(exact(quote)) for quote in claim["quotes"]])
        for name, claim in raw_claims(known.raw)
    ]
    assert found == written
    assert all(quotes for _, quotes in found)


def test_every_quote_of_bases_and_answers_holds(atlas: Atlas, known: Plain) -> None:
    """Bases and answers have all their quotes too."""
    found = [known.bare(quote.passage.quote.of(known.text)) for quote in all_held(atlas.evidence)]
    written = [known.bare(words) for words in raw_quotes(known.raw)]
    assert sorted(found) == sorted(written)


def test_a_quote_stands_once(atlas: Atlas, known: Plain) -> None:
    """With the prefix and suffix that the file gives it, each quote of a claim is in the article exactly once."""
    text = known.bare(known.text)
    for name, claim in raw_claims(known.raw):
        for quote in claim["quotes"]:
            parts = (
                [quote]
                if isinstance(quote, str)
                else [quote.get(key, "") for key in ("prefix", "exact", "suffix")]
            )
            words = "".join(known.bare(part) for part in parts)
            assert text.count(words) == 1, (name, words)
    assert atlas.evidence.claims


def test_passages_are_the_articles_own_text(atlas: Atlas, known: Plain) -> None:
    """Passage and quote are verbatim, the quote lies in its passage, and its line and column are where it begins."""
    for quote in all_held(atlas.evidence):
        passage = quote.passage
        text = atlas.articles[quote.source].text
        assert passage.span.of(text) == known.text[passage.span.start : passage.span.end] != ""
        assert passage.span.covers(passage.quote)
        before = known.text[: passage.quote.start]
        assert (passage.line, passage.column) == (before.count("\n") + 1, len(before) - before.rfind("\n"))


def test_passages_are_whole_sentences(atlas: Atlas, known: Plain) -> None:
    """A passage begins where a line or a sentence does and ends where one does: no reader sees half of one."""
    for quote in all_held(atlas.evidence):
        span = quote.passage.span
        before = known.text[: span.start].rstrip(" ")
        after = known.text[span.end :]
        assert before.endswith(("\n", ".", "?", "]", "。", "- ", "-", ":", "*", "”")), before[-40:]
        assert re.match(r"[*\s]|$", after) or known.text[span.end - 1] in ".?]。", after[:40]


def test_citations_lead_to_the_lists_entries(atlas: Atlas, known: Plain) -> None:
    """Every label that a quote shows is an entry of the article's list, with that entry's words."""
    seen = set()
    for quote in all_held(atlas.evidence):
        for citation in quote.citations:
            assert citation.reference is not None
            assert citation.reference.label == citation.label
            assert known.bare(citation.reference.text) == known.bare(known.entries[citation.label])
            seen.add(citation.label)
    assert seen == set(known.entries)


def test_direct_and_nearby_are_apart_and_complete(atlas: Atlas, known: Plain) -> None:
    """No label is both; together they are the markers of the passage, or the entry's own label; markers inside a
    quote are always direct.
    """
    entries = {known.bare(text): label for label, text in known.entries.items()}
    for quote in all_held(atlas.evidence):
        direct = [citation.label for citation in quote.direct]
        nearby = [citation.label for citation in quote.nearby]
        assert len({*direct, *nearby}) == len(direct) + len(nearby)
        passage = quote.passage.span.of(known.text)
        own = {
            label
            for text, label in entries.items()
            if quote.passage.span.start > len(known.body) and known.bare(passage) in text
        }
        assert {*direct, *nearby} == set(known.marker.findall(passage)) | own
        assert set(known.marker.findall(quote.passage.quote.of(known.text))) <= set(direct)


REVIEWED = (
    # claim, its quote (from 0), direct, nearby: judged from the article by the rule of DESIGN.md, section 4
    ("arrival/1", 0, "8", "19"),  # "… for the ASEAN summit[8], which …, while skipping … [19]"
    ("asean-summit/3", 0, "19", "8"),  # the other half of the same sentence
    ("arrival/2", 0, "1 8", ""),  # two markers in one run behind the quote
    ("peace-signing/1", 0, "", "18"),  # [18] stands before it, behind Anwar's name
    ("anwar-meeting/1", 0, "18", ""),
    ("anwar-meeting/2", 0, "7 18", "1 2"),  # markers inside the quote; those of the first half are near
    ("background/1", 0, "1 2", "7 18"),  # and the other way round
    ("background/1", 1, "", "2 5"),  # "The trip included stops …, with each leg … [2][5]"
    (
        "malaysia-talks/1",
        0,
        "6",
        "5",
    ),  # "… South Korea[5][6], as well as … since 2017[6]": [6] is direct, not near
    ("japan-trade-deal/1", 1, "5 6", ""),
    ("xi-meeting/3", 0, "", "3"),  # a comma and another clause stand before [3]
    ("xi-meeting/2", 1, "3", ""),  # an entry of the list cites itself
    ("us-china-delegations/1", 0, "6 3", ""),  # in the text's order, not the numbers'
    ("takaichi-meeting/1", 0, "", ""),  # a sentence without a marker
    ("background/9", 0, "", ""),
    ("background/19", 0, "", "4"),
    ("farmers/1", 0, "13", ""),
)


@pytest.mark.parametrize(("claim", "quote", "direct", "nearby"), REVIEWED)
def test_reviewed_citations(real: Atlas, claim: str, quote: int, direct: str, nearby: str) -> None:
    """What a person finds to be cited for a passage, and what only stands near it."""
    held = next(one for one in real.evidence.claims if one.id == claim).quotes[quote]
    found = [" ".join(citation.label for citation in part) for part in (held.direct, held.nearby)]
    assert found == [direct, nearby]


def test_sentences_lead_back_to_claims(atlas: Atlas) -> None:
    """`by_sentence` and `events_at` are the passages of the claims turned round, no more and no less."""
    pairs = {
        (quote.source, sentence, claim.id)
        for claim in atlas.evidence.claims
        for quote in claim.quotes
        for sentence in quote.passage.sentences
    }
    back = {(*key, claim.id) for key, claims in atlas.evidence.by_sentence.items() for claim in claims}
    assert back == pairs
    events = {claim.id: claim.event.id if claim.event else None for claim in atlas.evidence.claims}
    for source, article in atlas.articles.items():
        for number in range(len(article.sentences)):
            expected = {events[claim] for where, at, claim in pairs if (where, at) == (source, number)} - {
                None
            }
            found = atlas.evidence.events_at(source, number)
            assert set(found) == expected
            assert len(found) == len(set(found))


def test_events_and_background_have_their_claims(atlas: Atlas, known: Plain) -> None:
    """Each event's claims, and the background's, are those written below it, in order."""
    written: dict[str, list[str]] = {}
    for name, claim in raw_claims(known.raw):
        written.setdefault(name.rpartition("/")[0], []).append(" ".join(claim["says"].split()))
    for _, event in atlas.tour.events():
        found = atlas.evidence.of_event(event.id)
        assert [" ".join(one.claim.says.split()) for one in found] == written.pop(event.id)
        assert all(one.event is event for one in found)
    assert [" ".join(one.claim.says.split()) for one in atlas.evidence.of_background()] == written.pop(
        "background"
    )
    assert written == {}
    assert atlas.evidence.of_event("no-such-event") == ()


def test_stops_of_claims(atlas: Atlas) -> None:
    """A claim knows the stop it is told at, and none where it is told of a way or of nothing."""
    stops = {event.id: number for number, stop in enumerate(atlas.tour.stops) for event in stop.events}
    for claim in atlas.evidence.claims:
        assert claim.stop == (stops.get(claim.event.id) if claim.event else None)


def test_references_lead_back_to_sentences(atlas: Atlas, known: Plain) -> None:
    """`by_reference` has, for each marker of the text, exactly the sentences that it stands in."""
    article = atlas.articles["article"]
    expected: dict[tuple[str, str], list[int]] = {}
    for marker in known.marker.finditer(known.body):
        (sentence,) = (
            one.index for one in article.sentences if one.span.start <= marker.start() < one.span.end
        )
        numbers = expected.setdefault(("article", marker[1]), [])
        if sentence not in numbers:
            numbers.append(sentence)
    assert {key: list(numbers) for key, numbers in atlas.evidence.by_reference.items()} == expected
    assert expected


def test_each_sentence_has_claims_or_a_reason(atlas: Atlas) -> None:
    """Every sentence of the article has claims or the curator's reason for having none, and never both."""
    with_claims, reasons = set(atlas.evidence.by_sentence), set(atlas.evidence.left_out)
    assert with_claims.isdisjoint(reasons)
    countable = {
        (source, sentence.index)
        for source, article in atlas.articles.items()
        for sentence in article.sentences
        if sentence.countable
    }
    assert countable <= with_claims | reasons
    assert reasons <= countable


def test_reasons_are_those_of_the_file(atlas: Atlas, known: Plain) -> None:
    """`left_out` has each entry of the file, with its words."""
    written = [" ".join(entry["why"].split()) for entry in known.raw["sources"]["article"]["left_out"]]
    assert sorted(" ".join(why.split()) for _, why in atlas.evidence.left_out.values()) == sorted(written)


def test_counts_of_a_report(atlas: Atlas, known: Plain) -> None:
    """What `check` says that it verified is what stands in the files."""
    counts = check_tour(atlas.loaded.path).counts
    holders = [*known.raw["stops"], *known.raw["legs"], known.raw["background"]]
    assert counts["stop"] == len(known.raw["stops"])
    assert counts["event"] == sum(len(holder.get("events", ())) for holder in holders)
    assert counts["claim"] == len(list(raw_claims(known.raw)))
    assert counts["quote"] == len(list(raw_quotes(known.raw)))
    assert counts["reference"] == len(known.entries)
    assert counts["citation"] == sum(
        1 for quote in all_held(atlas.evidence) for one in quote.citations if one.direct
    )


def test_counted_sentences(real: Atlas) -> None:
    """The sentences counted are those of the reviewed table: of paragraphs and lists, not headings and references."""
    kinds = [row.split("\t")[3] for row in ORACLE.read_text(encoding="utf-8").splitlines()[1:]]
    prose = sum(kind in {"paragraph", "list-item"} for kind in kinds)
    assert check_tour(real.loaded.path).counts["sentence"] == prose


# What doesn't hold, on a small tour of its own.

ARTICLE = """A Lamp

Mira lights a lamp in Utrecht[1]. Mira lights a lamp in Utrecht, again[2]. It burns.

References
[1] Lamp office, letter.
[2] Lamp office, receipt.
"""
TOUR = """
touratlas: 1
tour: {id: lamp, title: Lamp, summary: A lamp., as_of: "2031-03-01"}
sources:
  article: {kind: article, file: one.txt, sha256: "%(sha)s"}
%(sources)s
places: {utrecht: {name: Utrecht, country: NL, at: [52.09, 5.12], zone: Europe/Amsterdam}}
stops:
  - id: utrecht
    place: utrecht
    events:
      - id: %(event)s
        title: A lamp
        kind: ceremony
        status: planned
        claims: [{says: A lamp., quotes: [%(quote)s]}]
background: {claims: [{says: It burns., quotes: [{exact: It burns., source: article}]}]}
"""


def small(
    folder: Path, quote: str, *, event: str = "lamp", second: str | None = None, options: str = ""
) -> Evidence:
    """The evidence of a tour with one quote, from an article and, where `second` is its text, another."""
    (folder / "one.txt").write_text(ARTICLE, encoding="utf-8")
    sources = ""
    if second is not None:
        (folder / "two.txt").write_text(second, encoding="utf-8")
        sha = hashlib.sha256(second.encode()).hexdigest()
        sources = f'  second: {{kind: article, file: two.txt, sha256: "{sha}"{options}}}'
    sha = hashlib.sha256(ARTICLE.encode()).hexdigest()
    file = folder / "tour.yaml"
    file.write_text(TOUR % {"sha": sha, "quote": quote, "event": event, "sources": sources}, encoding="utf-8")
    loaded = load_tour(file)
    assert loaded.tour is not None, loaded.findings
    return gather(loaded.tour, loaded.articles)


@pytest.mark.parametrize(
    ("quote", "places"),
    [
        ("Nobody lights a lamp", 0),
        ("Mira lights a lamp in Utrecht", 2),
        ("{exact: It burns., prefix: It smokes.}", 0),
    ],
)
def test_quotes_that_do_not_hold_are_kept_as_loose(tmp_path: Path, quote: str, places: int) -> None:
    """A quote found never or twice is no evidence: it is kept apart, with its places, and the claim has none."""
    evidence = small(tmp_path, quote)
    (loose,) = evidence.loose
    assert len(loose.places) == places
    assert loose.path == ("stops", 0, "events", 0, "claims", 0, "quotes", 0)
    assert evidence.of_event("lamp")[0].quotes == ()
    assert list(evidence.by_sentence.values()) == [evidence.of_background()]


def test_a_quote_names_its_article_where_there_are_two(tmp_path: Path) -> None:
    """With two articles a quote without a source is loose, even where only one of them has it."""
    evidence = small(tmp_path, '"lamp in Utrecht, again"', second="Another text, of nothing.")
    (loose,) = evidence.loose
    assert (loose.source, loose.places) == (None, ())
    named = small(tmp_path, "{exact: of nothing, source: second}", second="Another text, of nothing.")
    assert named.loose == ()
    assert named.of_event("lamp")[0].quotes[0].source == "second"


def test_reasons_count_for_the_article_that_the_quote_names(tmp_path: Path) -> None:
    """A reason may stand under one article and be about a sentence of the other: it counts there."""
    options = (
        ', left_out: [{quote: {exact: "Mira lights a lamp in Utrecht, again", source: article}, why: Twice.}]'
    )
    quote = "{exact: of nothing, source: second}"
    evidence = small(tmp_path, quote, second="Another text, of nothing.", options=options)
    ((source, sentence),) = evidence.left_out
    assert source == "article"
    assert (
        load_tour(tmp_path / "tour.yaml")
        .articles["article"]
        .sentences[sentence]
        .span.of(ARTICLE)
        .endswith("[2].")
    )


def test_a_quote_over_two_sentences_counts_for_both(tmp_path: Path) -> None:
    """A passage of two sentences is found from either of them, and shows both whole."""
    evidence = small(tmp_path, '"in Utrecht, again. It burns"')
    (held,) = evidence.of_event("lamp")[0].quotes
    assert held.passage.span.of(ARTICLE) == "Mira lights a lamp in Utrecht, again[2]. It burns."
    first, second = held.passage.sentences
    assert evidence.events_at("article", first) == evidence.events_at("article", second) == ("lamp",)
    assert [len(evidence.by_sentence["article", sentence]) for sentence in (first, second)] == [1, 2]


def test_an_event_called_background_keeps_its_claims(tmp_path: Path) -> None:
    """An event may have the id `background`; its claims and those of no event stay apart, on sentences too."""
    evidence = small(tmp_path, '"lamp in Utrecht, again"', event="background")
    assert [held.claim.says for held in evidence.of_event("background")] == ["A lamp."]
    assert [held.claim.says for held in evidence.of_background()] == ["It burns."]
    assert sorted(held.claim.says for claims in evidence.by_sentence.values() for held in claims) == [
        "A lamp.",
        "It burns.",
    ]
    one = small(tmp_path, "It burns.", event="background")
    assert [len(claims) for claims in one.by_sentence.values()] == [2]


def test_equal_quotes_are_held_each_at_its_place(real: Atlas) -> None:
    """Two claims that share a quote each have it, at its own place in the file and the same place in the article."""
    first, second = (
        real.evidence.of_event(name)[0].quotes[0] for name in ("takaichi-meeting", "emperor-meeting")
    )
    assert first.path != second.path
    assert first.passage == second.passage
    for held in (first, second):
        node = real.loaded.root
        assert node is not None
        found = node.find(held.path)
        assert (found.text or "").startswith("In Japan, Trump will meet")
