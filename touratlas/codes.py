"""The catalogue of codes: every finding that reading and checking a tour can give.

A code never changes its meaning and is never given to another. `docs/codes.md` is generated from this table
(`python -m touratlas.codes`), and `tests/codes/` holds a tour file for each that must give it.
"""

from __future__ import annotations

from dataclasses import dataclass

from touratlas.finding import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding: its id, severity, name, what it means and what to do, and an example line of a
    tour file.
    """

    id: str
    severity: Severity
    name: str
    meaning: str
    remedy: str
    example: str


_ALL: dict[str, Code] = {}


def _code(id_: str, severity: Severity, name: str, meaning: str, remedy: str, example: str) -> Code:
    code = Code(id_, severity, name, meaning, remedy, example)
    if _ALL.setdefault(id_, code) is not code:
        msg = f"two codes are called {id_}"
        raise ValueError(msg)
    return code


def all_codes() -> tuple[Code, ...]:
    """Every code, in the order of their ids."""
    return tuple(_ALL[key] for key in sorted(_ALL))


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

# F: the file as bytes and as YAML
FILE_TOO_LARGE = _code(
    "F101",
    _E,
    "file too large",
    "The file has more bytes than any honest tour needs.",
    "Split the tour, or shorten it.",
    "# a file of more than 32 MiB",
)
FILE_NOT_UTF8 = _code(
    "F102",
    _E,
    "not UTF-8",
    "A byte of the file isn't UTF-8.",
    "Save the file as UTF-8 in your editor.",
    "title: Visit to Málaga   # saved as Latin-1",
)
FILE_CHARACTER = _code(
    "F103",
    _E,
    "character not allowed",
    "A control character, or one that reverses the direction of text, stands in the file; such characters can make a line read otherwise than it is.",
    "Delete the character; for right-to-left text use LRM, RLM or ALM.",
    'title: "Visit\\u202e"',
)
YAML_SYNTAX = _code(
    "F104",
    _E,
    "not YAML",
    "The file can't be read as YAML from this place on.",
    "Look at the line before as well: an open quote, a missing colon, a wrong indent.",
    "title: [unclosed",
)
YAML_DUPLICATE_KEY = _code(
    "F105",
    _E,
    "key set twice",
    "The same key stands twice in one mapping; one of the two would be lost.",
    "Keep one, or rename the other.",
    "title: One\n  title: Two",
)
YAML_ALIAS = _code(
    "F106",
    _E,
    "anchor, alias or merge key",
    "Anchors (`&`), aliases (`*`) and merge keys (`<<`) are not part of the format.",
    "Write the value out; quote text that starts with `&` or `*`.",
    "title: &anchor Visit",
)
YAML_TAG = _code(
    "F107",
    _E,
    "tag",
    "YAML tags (`!`) are not part of the format.",
    "Write plain text; quote text that starts with `!`.",
    "title: !important Visit",
)
YAML_BOUNDS = _code(
    "F108",
    _E,
    "too deep, too long or too many",
    "Nesting, number of values or length of a text is beyond any honest tour.",
    "Shorten or split it.",
    "title: [[[[[[[[[[[[[[[[[[[[[[[[[[[",
)
YAML_DOCUMENTS = _code(
    "F109",
    _E,
    "empty or several documents",
    "The file holds no tour, or more than one.",
    "One tour a file; delete the `---` line.",
    "---\ntouratlas: 1",
)
YAML_KEY = _code(
    "F110",
    _E,
    "key that is not a word",
    "A list or a mapping stands where a key is expected.",
    "Quote the key if it is meant as text.",
    "? [a, b]\n: c",
)

YAML_COMMENT = _code(
    "F111",
    _E,
    "text cut off by a #",
    "In a text without quotes a blank and `#` begin a comment, and what follows is lost.",
    "Put the text in quotes; if it is a comment, put a blank behind the `#`.",
    "title: Stop #2 of the walk",
)

# S: the shape of the tour
KEY_MISSING = _code(
    "S201",
    _E,
    "key missing",
    "A key that is needed isn't there.",
    "Add it.",
    "tour: {id: trip}   # title, summary, … are missing",
)
KEY_UNKNOWN = _code(
    "S202",
    _E,
    "key unknown",
    "No such key exists here; it would be ignored silently elsewhere, and isn't here.",
    "Correct the spelling, or delete it.",
    "titel: Visit",
)
TYPE_WRONG = _code(
    "S203",
    _E,
    "wrong kind of value",
    "Text stands where a list or a mapping is expected, or the other way round.",
    "Write what the message says.",
    "events: arrival",
)
WORD_UNKNOWN = _code(
    "S204",
    _E,
    "word unknown",
    "The value isn't one of the words allowed here.",
    "Take one of those listed.",
    "status: planed",
)
VALUE_EMPTY = _code(
    "S205",
    _E,
    "nothing there",
    "A key has nothing behind it, or a list that needs an entry has none.",
    "Give a value, or delete the key.",
    "title:",
)
NUMBER_WRONG = _code(
    "S206",
    _E,
    "not such a number",
    "A number is expected, or one of another size.",
    "Write a plain number such as 2.7456.",
    "at: [north, 101.7]",
)
VERSION_WRONG = _code(
    "S207",
    _E,
    "format version",
    "The file names a version of the format that this Touratlas doesn't know.",
    "Write `touratlas: 1`.",
    "touratlas: 2",
)
ID_MALFORMED = _code(
    "S208",
    _E,
    "malformed id",
    "An id is written in small letters a–z, digits and single hyphens.",
    "Write it so: it becomes part of addresses.",
    "id: Kuala Lumpur",
)
TEXT_TOO_LONG = _code(
    "S209",
    _E,
    "text too long",
    "The text doesn't fit where it will be shown.",
    "Shorten it; give long titles a `short` of at most 26 characters.",
    "short: Arrival at the international airport",
)
URL_WRONG = _code(
    "S210",
    _E,
    "not a web address",
    "An address must start with http:// or https:// and name a host.",
    "Write the whole address.",
    "url: javascript:alert(1)",
)
VALUE_MALFORMED = _code(
    "S211",
    _E,
    "malformed value",
    "The value hasn't the form that is expected here.",
    "Write what the message says.",
    "sha256: 12345",
)

# D: dates and times
DATE_MALFORMED = _code(
    "D301",
    _E,
    "not a date",
    "The text isn't a date, a time or an interval of the format, or no such day exists.",
    "Write 2025-10-26, 2025-10-26T19:30 or 2025-10-26/2025-10-27.",
    'when: "2025-02-29"',
)
ZONE_DISAGREES = _code(
    "D302",
    _E,
    "no such time there",
    "The offset of a time disagrees with the place's zone, or the clock skips that time there.",
    "Leave the offset out, or correct it.",
    'when: "2025-10-26T10:00+09:00"   # in Kuala Lumpur',
)
ORDER_WRONG = _code(
    "D303",
    _E,
    "out of order",
    "A stop or a leg is surely earlier than the one before it.",
    "Correct the dates or the order.",
    "stops: [second, first]",
)
OUTSIDE_STOP = _code(
    "D304",
    _E,
    "event outside its stop",
    "An event's day isn't one of its stop's (or leg's) days.",
    "Correct one of the two dates.",
    'when: "2025-11-05"   # in a stop of October',
)
OUTCOME_BEFORE_EVENT = _code(
    "D305",
    _E,
    "outcome before its event",
    "What later reports say is dated before the event itself.",
    "Correct one of the two dates.",
    'outcome: {status: happened, when: "2025-10-20", …}',
)
REPORTED_AHEAD = _code(
    "D306",
    _E,
    "reported before it could be",
    "An event is `reported` as past though it is dated after `as_of`, the last day that the article could know.",
    "Write `planned` or `possible`, or correct the date.",
    'status: reported   # when: "2025-11-02", as_of: "2025-10-26"',
)

# I: ids
ID_UNKNOWN = _code(
    "I401",
    _E,
    "id unknown",
    "The file names something that it doesn't declare.",
    "Declare it, or correct the spelling.",
    "people: [anwar-ibrahm]",
)
ID_TWICE = _code(
    "I402",
    _E,
    "id used twice",
    "Two stops, or two events, have the same id.",
    "Rename one: ids are part of addresses.",
    "- id: arrival   # again",
)
LEAD_COUNT = _code(
    "I403",
    _E,
    "not one lead event",
    "A stop with events needs exactly one `lead: true`.",
    "Mark the event that a reader should see first.",
    "events: [two events, no lead]",
)
UNUSED = _code(
    "I404",
    _N,
    "never used",
    "A person, place, topic, delegation or source is declared and never used.",
    "Use it, or delete it.",
    "places: {atlantis: …}",
)
LEG_ENDS = _code(
    "I405",
    _E,
    "leg that joins nothing",
    "A leg joins neither two consecutive stops, nor the origin or the end with the stop beside it, or it is told twice.",
    "Name two stops that follow each other; legs follow from the stops, so only those of which something is known are written.",
    "- {from: tokyo, to: kuala-lumpur}   # against the order of the stops",
)
TERM_NOWHERE = _code(
    "I406",
    _W,
    "term that occurs nowhere",
    "A term of the glossary stands neither in an article nor in a text of the tour.",
    "Write the term as it stands there, or delete it.",
    "glossary: {Plenery: A meeting of all members.}",
)

# P: places
COORDINATES_IMPOSSIBLE = _code(
    "P501",
    _E,
    "impossible coordinates",
    "Latitude lies between -90 and 90, longitude between -180 and 180.",
    "Write `at: [latitude, longitude]`.",
    "at: [101.7, 200]",
)
COORDINATES_SWAPPED = _code(
    "P502",
    _E,
    "coordinates swapped",
    "The coordinates fit the country only with latitude and longitude exchanged.",
    "Write latitude first.",
    "at: [101.7, 2.75]",
)
OUTSIDE_COUNTRY = _code(
    "P503",
    _W,
    "outside its country",
    "The place lies outside the country given, as far as the basemap (Natural Earth 1:50m, de-facto borders) can tell.",
    "Correct it; or, as borders are disputed, accept it with a reason.",
    "at: [48.85, 2.35]   # country: MY",
)
ZONE_UNKNOWN = _code(
    "P504",
    _E,
    "zone unknown",
    "No such time zone is in the IANA database.",
    "Write it as Area/City.",
    "zone: Asia/Kuala Lumpur",
)
ZONE_FOREIGN = _code(
    "P505",
    _W,
    "zone of another country",
    "The time zone isn't one of the country's.",
    "Correct it, or accept it with a reason.",
    "zone: Europe/Paris   # country: MY",
)
LEG_TOO_FAST = _code(
    "P506",
    _W,
    "leg too fast",
    "Even under the widest reading of both dates no airliner gets from one to the other in time.",
    "Check dates and coordinates, or accept it with a reason.",
    'when: "2025-10-27T00:30"   # 9,000 km after 2025-10-27T00:00',
)
COUNTRY_UNKNOWN = _code(
    "P507",
    _E,
    "country unknown",
    "No such country code is in ISO 3166-1.",
    "Write two capital letters, such as MY.",
    "country: UK",
)

# E: evidence
BASIS_MISSING = _code(
    "E601",
    _E,
    "basis missing",
    "A date or a place doesn't say where it comes from.",
    "Add `basis: {when: …}` or `basis: {place: …}`: a source's id, or `inferred` with a note.",
    'when: "2025-10-26"   # and no basis',
)
BASIS_BARE = _code(
    "E602",
    _E,
    "basis without ground",
    "A basis in an article needs the passage (`quotes`); an inferred one needs a `note` that says how.",
    "Add the quote or the note.",
    "basis: {when: inferred}",
)
OUTCOME_UNSUPPORTED = _code(
    "E603",
    _E,
    "outcome without a report",
    "`happened`, `changed` and `not-happened` need what is said and a report made afterwards; a schedule supports none of them, nor can a report tell what happened after it was published. `unknown` says nothing: it has neither `says` nor `when` nor `place`.",
    "Name a source of kind `report` under `from`, or write `unknown`.",
    "outcome: {status: happened, says: …, from: [schedule]}",
)
QUOTE_NOT_FOUND = _code(
    "E604",
    _E,
    "quote not found",
    "The source doesn't contain the passage; the nearest one is shown.",
    "Copy the passage exactly, without citation markers.",
    'quotes: ["Trump landed at the airport of KL"]',
)
QUOTE_AMBIGUOUS = _code(
    "E605",
    _E,
    "quote found more than once",
    "The source contains the passage more than once.",
    "Add a `prefix` or a `suffix`, or quote more.",
    'quotes: ["trade"]',
)
ARTICLE_UNREADABLE = _code(
    "E606",
    _E,
    "article can't be read",
    "The file of an article source is missing, too large, not UTF-8 text, or has control characters in it.",
    "Correct the path, which is relative to the tour file, or the text.",
    "file: ../seeds/missing.txt",
)
ARTICLE_CHANGED = _code(
    "E607",
    _E,
    "article changed",
    "The article's bytes aren't those that the tour was curated from.",
    "Compare the texts; when all quotes still hold, write the new SHA-256.",
    'sha256: "000…"',
)
MARKERS_WRONG = _code(
    "E608",
    _E,
    "markers don't fit the references",
    "The citation markers of the text and the entries of the reference list can't be brought together.",
    "Correct `markers`: the number of each entry, in the list's order.",
    "markers: [1, 2, 3]   # for a list of four",
)
SENTENCE_OPEN = _code(
    "E609",
    _W,
    "sentence without a claim",
    "A sentence of the article has neither a claim nor a reason for having none.",
    "Write a claim, or add it to `left_out` with a reason.",
    "left_out: []",
)
SENTENCE_BOTH = _code(
    "E610",
    _W,
    "left out and claimed",
    "A sentence is left out with a reason, and a claim rests on it.",
    "Delete one of the two.",
    'left_out: [{quote: "…", why: …}]',
)
SOURCE_UNQUOTABLE = _code(
    "E611",
    _E,
    "source that can't be quoted",
    "Only an article's text is in the project; a report can't be quoted from.",
    "Quote an article, or name the report under `from`.",
    "quotes: [{exact: …, source: some-report}]",
)
ANSWER_UNSUPPORTED = _code(
    "E612",
    _E,
    "answer without evidence",
    "A question's answer rests on nothing.",
    "Add `quotes`, or `from` with a source.",
    "- {ask: Why?, answer: Because.}",
)
ACCEPT_IDLE = _code(
    "E613",
    _W,
    "accepts nothing",
    "An entry of `accept` fits no warning of this tour.",
    "Delete it.",
    "accept: [{code: P503, of: nowhere, why: …}]",
)
AUDIT_ENTRY = _code(
    "E614",
    _E,
    "audit entry that fits nothing",
    "An entry under `audit` names no rule of the audit, or its quote isn't found in the article exactly once.",
    "Correct the code (`docs/rules.md` lists them) or the quote.",
    "audit: {off: [{rule: A999, why: …}]}",
)
ACCOUNT_NO_OTHER = _code(
    "E615",
    _E,
    "account of no other source",
    "An entry under `others` of a basis says what another report or schedule has instead; it names an article, or the source that the basis is from itself.",
    "Name another source of kind `report` or `schedule`; what the article says is a claim.",
    "basis: {place: {from: wire, others: [{says: …, from: wire}]}}",
)
OUTCOME_UNLINKED = _code(
    "E616",
    _W,
    "outcome without an address",
    "None of the reports that an outcome rests on has a `url`, so nobody can look it up.",
    "Add the address of one of them, or another report; or accept it with a reason, such as a report in print.",
    "wire: {kind: report, publisher: A wire service}   # the one report of an outcome",
)


def catalogue() -> str:
    """The catalogue as Markdown: the text of `docs/codes.md`."""
    head = (
        "# Codes\n\n"
        "What `touratlas check` can find, by code. Generated from `touratlas/codes.py` by `python -m touratlas.codes`; a test\n"
        "keeps the two in step, and `tests/codes/` holds a tour file for each code that must give it.\n\n"
        "An *error* makes a tour unusable. A *warning* can be accepted in the tour file, with a reason. A *note* never fails.\n"
    )
    entries = (
        f"\n## {code.id} {code.name}\n\n*{code.severity}.* {code.meaning} {code.remedy}\n\n```yaml\n{code.example}\n```\n"
        for code in all_codes()
    )
    return head + "".join(entries)


if __name__ == "__main__":
    from pathlib import Path

    docs = Path(__file__).resolve().parent.parent / "docs"  # of the checkout, whatever the working folder is
    (docs / "codes.md").write_text(catalogue(), encoding="utf-8", newline="\n")
