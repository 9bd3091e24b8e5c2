"""docs/tour-file.md: its example is sound, and what it says agrees with the code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest
from pydantic import TypeAdapter, ValidationError

from touratlas import codes, fields, model, quoting
from touratlas.article import Quote, citations_of, find_quote, read_article, with_markers
from touratlas.article.blocks import BlockKind
from touratlas.audit import RULES
from touratlas.audit.report import summary
from touratlas.check import check_tour
from touratlas.dates import parse_when
from touratlas.errors import DateError
from touratlas.finding import Severity
from touratlas.load import LARGEST_ARTICLE, load_tour
from touratlas.reporting import text as report_text
from touratlas.tree import DEEPEST, LARGEST_FILE, LONGEST_SCALAR, MOST_ENTRIES, MOST_NODES
from touratlas.words import EventKind, Extent, Of, OutcomeStatus, Status, View

if TYPE_CHECKING:
    from touratlas.article import Article

PAGE = (Path(__file__).parent.parent / "docs" / "tour-file.md").read_text("utf-8")

SECTIONS: dict[str, tuple[type[fields.Model], ...]] = {
    "The file": (model.Tour,),
    "The tour": (model.Head,),
    "A source: an article": (model.ArticleSource,),
    "A sentence left out": (quoting.LeftOut,),
    "A correction of a line": (quoting.BlockCorrection,),
    "What is said of the audit": (quoting.Audit,),
    "A rule switched off": (quoting.RuleOff,),
    "An accepted finding": (quoting.AcceptedFinding,),
    "A source: a report or a schedule": (model.WebSource,),
    "A delegation": (model.Delegation,),
    "A person": (model.Person,),
    "A place": (model.Place,),
    "A stop": (model.Stop,),
    "An event": (model.Event,),
    "A claim": (model.Claim,),
    "A quote": (quoting.Quote,),
    "A basis": (model.Basis, model.Ground),
    "An account that disagrees": (model.Account,),
    "An outcome": (model.Outcome,),
    "A question": (model.Question,),
    "A leg": (model.Leg,),
    "The background": (model.Background,),
    "The lesson": (model.Lesson,),
    "An accepted warning": (model.Accept,),
}
WORDS: dict[str, type[StrEnum]] = {
    "Status": Status,
    "Status of an outcome": OutcomeStatus,
    "Kind of event": EventKind,
    "Extent": Extent,
    "The two views": View,
}


@dataclass(frozen=True)
class Fence:
    """A fenced block of the page: its language and its text."""

    language: str
    text: str


def fences() -> list[Fence]:
    """All fenced blocks of the page, in order."""
    return [
        Fence(match[1], match[2])
        for match in re.finditer(r"^```(\w*)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    ]


def prose() -> str:
    """The page without its fenced blocks."""
    return re.sub(r"^```.*?^```$", "", PAGE, flags=re.MULTILINE | re.DOTALL)


def section(heading: str) -> str:
    """What stands under a heading, up to the next heading of any level."""
    found = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", prose(), re.MULTILINE | re.DOTALL)
    assert found is not None, f"no section is called {heading!r}"
    return found[1]


def tables(text: str) -> list[list[list[str]]]:
    """The tables of a piece of the page: their rows as lists of cells, without the head."""
    found = re.findall(r"(?:^\|.*\|\n)+", text, re.MULTILINE)
    return [
        [[cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()[2:]]
        for table in found
    ]


def code(cell: str) -> str:
    """The word between backticks that a cell consists of."""
    match = re.fullmatch(r"`([^`]+)`", cell)
    assert match is not None, f"{cell!r} is no word between backticks"
    return match[1]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the example of the page, which is the current one."""
    (tmp_path / "lantern.txt").write_text(_first("text"), encoding="utf-8", newline="\n")
    (tmp_path / "lantern.yaml").write_text(_first("yaml"), encoding="utf-8", newline="\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _first(language: str) -> str:
    return next(fence.text for fence in fences() if fence.language == language)


def _article() -> Article:
    return with_markers(read_article(_first("text")), ["1", "2"])


def _consoles() -> list[str]:
    """What the page shows behind `$ touratlas check lantern.yaml`, where it shows something."""
    command = "$ touratlas check lantern.yaml\n"
    shown = [fence.text.removeprefix(command) for fence in fences() if fence.text.startswith(command)]
    return [text for text in shown if text]


def test_example_has_no_finding(folder: Path) -> None:
    """What a reader copies from the page is sound, without a single note."""
    assert load_tour(folder / "lantern.yaml").findings == ()
    report = check_tour(folder / "lantern.yaml")
    assert report.findings == ()
    assert report.atlas is not None


def test_shown_outputs_are_real(folder: Path) -> None:
    """The outputs on the page are those that the check gives today, for the mistakes that the page names."""
    example = (folder / "lantern.yaml").read_text("utf-8")
    changes = [
        ("", ""),
        ("kind: visit", "kind: vist"),
        ("[On 5 May she plans to walk on to Delft]", "[On 5 May she walks on to Delft]"),
    ]
    shown = _consoles()
    assert len(shown) == len(changes)
    for (before, after), expected in zip(changes, shown, strict=True):
        assert not before or example.count(before) == 1
        changed = example.replace(before, after) if before else example
        (folder / "lantern.yaml").write_text(changed, encoding="utf-8", newline="\n")
        report = check_tour("lantern.yaml")
        told = "" if report.failed or report.atlas is None else summary(report.atlas.loaded)
        assert report_text(report) + told == expected


def test_parts_of_an_error_line_are_those_shown() -> None:
    """The table that takes an error line apart names the parts of the line above it."""
    path, line, column, rest = _consoles()[1].splitlines()[0].split(":", 3)
    parts = [row[0] for row in tables(section("Checking the file"))[0]]
    assert parts[:4] == [f"`{path}`", f"`{line}`", f"`{column}`", f"`{rest.split()[0]}`"]


def test_sections_cover_the_model() -> None:
    """Every part of the model has its section, so that a new one can't go undocumented."""
    told = {part for parts in SECTIONS.values() for part in parts}
    parts = {*fields.Model.__subclasses__(), *fields.Part.__subclasses__()} - {fields.Part}
    assert told == parts


@pytest.mark.parametrize("heading", SECTIONS)
def test_keys_of_a_section(heading: str) -> None:
    """A section's table names exactly the keys of the model, and says `yes` where a key is needed."""
    shown = [table for table in tables(section(heading)) if len(table[0]) == 3]
    assert len(shown) == len(SECTIONS[heading])
    for part, table in zip(SECTIONS[heading], shown, strict=True):
        expected = {field.alias or name: field.is_required() for name, field in part.model_fields.items()}
        assert {code(row[0]): row[1] == "yes" for row in table} == expected
        assert all(row[1] and row[2] for row in table)


@pytest.mark.parametrize("heading", WORDS)
def test_words_of_an_enumeration(heading: str) -> None:
    """A closed vocabulary is listed whole, in its order, and with a meaning for each word."""
    (table,) = tables(section(heading))
    assert [code(row[0]) for row in table] == [word.value for word in WORDS[heading]]
    assert all(row[1] for row in table)


def test_parts_of_a_basis() -> None:
    """What a basis can be of is what the page says."""
    assert [code(row[0]) for row in tables(section("A basis"))[0]] == [of.value for of in Of]


def test_kinds_of_sources_and_lines() -> None:
    """The words for sources and for lines of an article, which are no enumerations, stand on the page too."""
    for heading, part in (
        ("A source: an article", model.ArticleSource),
        ("A source: a report or a schedule", model.WebSource),
        ("A correction of a line", quoting.BlockCorrection),
    ):
        row = next(row for row in tables(section(heading))[0] if row[0] == "`kind`")
        assert set(re.findall(r"`([^`]+)`", row[2])) == set(get_args(part.model_fields["kind"].annotation))


def test_kinds_of_lines_are_kinds_of_blocks() -> None:
    """Each kind that a curator may write for a line is one that the article's reader knows."""
    for kind in get_args(quoting.BlockCorrection.model_fields["kind"].annotation):
        assert BlockKind(kind)


def test_dates_that_are_accepted() -> None:
    """Every date that the page offers can be read."""
    accepted = [code(row[0]) for row in tables(section("Dates and times"))[0]]
    accepted += [code(row[0]) for row in tables(section("Dates and times"))[1]]
    assert len(accepted) == 23
    for date in accepted:
        assert parse_when(date).text == date


def test_dates_that_are_refused() -> None:
    """Every date that the page warns of is refused, and what it offers instead can be read."""
    refused = tables(section("Dates and times"))[2]
    assert len(refused) >= 10
    for date, why, instead in refused:
        assert why
        with pytest.raises(DateError):
            parse_when(code(date))
        if instead:
            parse_when(code(instead))


def test_quotes_of_the_table_are_found_as_told() -> None:
    """The page's examples of quotes are found as often as it says."""
    times = {"found once": 1, "found 2 times": 2, "not found": 0}
    rows = tables(section("How a quote is found"))[0]
    assert len(rows) == 6
    for quote, result in rows:
        expected = times[re.split("[:;]", result)[0]]
        assert len(find_quote(_article(), Quote(code(quote)))) == expected, quote


def test_citations_of_the_table_are_as_told() -> None:
    """The page's examples of direct and nearby citations are what the code makes of them."""
    article = _article()
    for quote, direct, nearby in tables(section("Citations and references"))[0]:
        (span,) = find_quote(article, Quote(code(quote)))
        found = citations_of(article, span)
        assert ((", ".join(found.direct) or "none"), (", ".join(found.nearby) or "none")) == (direct, nearby)


def test_codes_exist() -> None:
    """Each code that the page names is in the catalogue."""
    known = {entry.id for entry in codes.all_codes()} | {rule.code for rule in RULES}
    named = set(re.findall(r"`([A-Z]\d{3})`", PAGE))
    assert named
    assert named <= known


def test_warnings_are_listed() -> None:
    """The table of what can be accepted names all warnings of the catalogue, and nothing else."""
    (table,) = tables(section("Accepting a warning"))
    expected = {entry.id for entry in codes.all_codes() if entry.severity is Severity.WARNING}
    assert {code(row[0]) for row in table} == expected


def test_severities_are_listed() -> None:
    """The three severities stand on the page by their names."""
    names = [row[0] for row in tables(section("Checking the file"))[1]]
    assert names == [severity.value for severity in Severity]


def test_bounds_are_those_of_the_code() -> None:
    """The limits on the page are the limits in force."""
    rows = dict(tables(section("What is refused"))[1])
    assert rows["tour file"] == f"{LARGEST_FILE // 2**20} MiB"
    assert rows["article"] == f"{LARGEST_ARTICLE // 2**20} MiB"
    assert rows["levels of nesting"] == str(DEEPEST)
    assert rows["keys and values in a file"] == f"{MOST_NODES:,}"
    assert rows["entries of one list or group"] == f"{MOST_ENTRIES:,}"
    assert rows["characters of any one value"] == f"{LONGEST_SCALAR:,}"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("characters of a text (`summary`, `says`, `exact`, `why`, …)", fields.Text),
        ("characters of a title or name", fields.Title),
        ("characters of an id", fields.Id),
        ("characters of a `short`", fields.Short),
    ],
)
def test_lengths_are_those_of_the_model(name: str, kind: Any) -> None:
    """A text of the length on the page passes, and one with a character more doesn't."""
    most = int(dict(tables(section("What is refused"))[1])[name].replace(",", ""))
    adapter = TypeAdapter(kind)
    assert len(adapter.validate_python("a" * most)) == most
    with pytest.raises(ValidationError):
        adapter.validate_python("a" * (most + 1))


def test_links_inside_the_page_lead_somewhere() -> None:
    """Each link to a heading of the page names one that exists, as GitHub writes anchors."""
    headings = re.findall(r"^#+ (.+)$", prose(), re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    links = set(re.findall(r"\]\(#([^)]+)\)", PAGE))
    assert links
    assert links <= anchors
