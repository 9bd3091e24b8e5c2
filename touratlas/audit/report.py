"""Audit a file: an article in text or Markdown, or all the articles of a tour file with what its curator says of
them.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from touratlas import codes
from touratlas.article import Quote, find_quote
from touratlas.audit.rules import RULES
from touratlas.audit.run import ArticleFinding, audit_article
from touratlas.errors import UsageError
from touratlas.finding import Finding, Severity
from touratlas.load import LARGEST_ARTICLE, load_tour
from touratlas.wording import count, did_you_mean, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from touratlas.article import Article, Span
    from touratlas.audit.rule import Rule
    from touratlas.load import Loaded
    from touratlas.model import ArticleSource

TOURS = frozenset({".yaml", ".yml"})
MARKDOWN = frozenset({".md", ".markdown"})
_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


@dataclass(frozen=True, slots=True)
class Off:
    """A rule that the curator of a tour switched off for an article, and why."""

    source: str
    code: str
    why: str


@dataclass(frozen=True, slots=True)
class AuditReport:
    """What an audit gave: the findings, sorted, those of the tour file first; what was read, by noun; the rules that
    were switched off in the tour file; and from which severity on a finding fails.
    """

    path: str
    findings: tuple[Finding, ...]
    counts: Mapping[str, int]
    off: tuple[Off, ...] = ()
    least: Severity = Severity.ERROR

    @property
    def of_articles(self) -> tuple[ArticleFinding, ...]:
        """What the rules found in the articles, without errors of the tour file."""
        return tuple(finding for finding in self.findings if isinstance(finding, ArticleFinding))

    @property
    def failed(self) -> bool:
        """Whether there is a finding of the least severity or a higher one that isn't accepted."""
        failing = _SEVERITIES[: _SEVERITIES.index(self.least) + 1]
        return any(finding.severity in failing and not finding.accepted for finding in self.findings)


def choose(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules whose codes begin with one of `select` (all, if there is none) and with none of `ignore`.

    Raises UsageError where a code fits no rule.
    """
    selected, ignored = tuple(select), tuple(ignore)
    known = [rule.code for rule in RULES]
    for wanted in (*selected, *ignored):
        if not wanted or not any(code.startswith(wanted) for code in known):
            hint = did_you_mean(wanted, known)
            raise UsageError(
                f"{shown(wanted)} is no rule of the audit; expected one such as `A301` or `A3`{hint}"
            )
    chosen = (rule for rule in RULES if not selected or rule.code.startswith(selected))
    return tuple(rule for rule in chosen if not ignored or not rule.code.startswith(ignored))


def audit_file(
    path: str,
    *,
    rules: Sequence[Rule] = RULES,
    least: Severity = Severity.ERROR,
    language: str = "en",
) -> AuditReport:
    """Audit a tour file's articles, or an article; by the file's name.

    `language` (BCP 47) is that of an article; a tour file says its own. Raises UsageError if the file can't be
    read as text.
    """
    if FilePath(path).suffix.casefold() in TOURS:
        return audit_loaded(load_tour(path), rules=rules, least=least)
    from touratlas.article import read_article, with_markers

    markdown = FilePath(path).suffix.casefold() in MARKDOWN
    article = with_markers(read_article(_text(path), markdown=markdown, language=language))
    findings = audit_article(article, path, language=language, rules=rules)
    return AuditReport(path, findings, _counts([article]), least=least)


def audit_loaded(
    loaded: Loaded, *, rules: Sequence[Rule] = RULES, least: Severity = Severity.ERROR
) -> AuditReport:
    """Audit the articles of a tour that was read; errors of the tour file itself are among the findings."""
    found: list[Finding] = [one for one in loaded.findings if one.severity is Severity.ERROR]
    off: list[Off] = []
    sources = loaded.tour.articles() if loaded.tour else {}
    for key, source in sources.items():
        article = loaded.articles.get(key)
        if article is not None and loaded.tour is not None:
            language = source.language or loaded.tour.tour.language
            off += [Off(key, entry.rule, entry.why) for entry in source.audit.off]
            found += _of_source(loaded, key, article, language, rules)
    return AuditReport(
        loaded.path, tuple(_sorted(found)), _counts(loaded.articles.values()), tuple(off), least
    )


def _of_source(
    loaded: Loaded, key: str, article: Article, language: str, rules: Sequence[Rule]
) -> Iterator[Finding]:
    """What the rules find in one article of a tour, with what its curator accepted."""
    source = loaded.tour.articles()[key] if loaded.tour else None
    if source is None:
        return
    switched_off = {entry.rule for entry in source.audit.off}
    path = os.path.normpath(FilePath(loaded.path).parent / source.file)
    kept = [rule for rule in rules if rule.code not in switched_off]
    findings = audit_article(article, path, language=language, rules=kept, source=key)
    spans = [
        find_quote(article, Quote(entry.quote.exact, entry.quote.prefix, entry.quote.suffix))
        for entry in source.audit.accept
    ]
    for finding in findings:
        yield _accepted(finding, source, spans)
    ran = {rule.code for rule in kept}
    for number, (entry, places) in enumerate(zip(source.audit.accept, spans, strict=True)):
        if places and entry.rule in ran and not _fits(entry.rule, places, findings):
            message = (
                f"{shown(entry.rule)} finds nothing at this quote; expected a finding that the audit gives"
            )
            yield loaded.finding(("sources", key, "audit", "accept", number), codes.ACCEPT_IDLE, message)


def _fits(code: str, places: Sequence[Span], findings: Sequence[ArticleFinding]) -> bool:
    """Whether a rule has a finding at one of the places."""
    return any(code == one.code and span.overlaps(one.span) for one in findings for span in places)


def _accepted(
    finding: ArticleFinding, source: ArticleSource, spans: Sequence[Sequence[Span]]
) -> ArticleFinding:
    for entry, places in zip(source.audit.accept, spans, strict=True):
        if entry.rule == finding.code and any(span.overlaps(finding.span) for span in places):
            return replace(finding, accepted=entry.why)
    return finding


def _sorted(findings: Iterable[Finding]) -> list[Finding]:
    """By file, the tour's own first, then by place."""
    return sorted(
        findings, key=lambda one: (isinstance(one, ArticleFinding), one.path, one.line, one.column, one.code)
    )


def _counts(articles: Iterable[Article]) -> dict[str, int]:
    read = tuple(articles)
    return {
        "article": len(read),
        "sentence": sum(1 for article in read for sentence in article.sentences if sentence.countable),
        "citation": sum(len(run.numbers) for article in read for run in article.runs),
        "reference": sum(len(article.references) for article in read),
    }


def tally(findings: Iterable[Finding]) -> str:
    """How many findings there are of each severity, and how many are accepted: `2 errors, 1 note`; empty if none."""
    listed = tuple(findings)
    open_ = [finding.severity for finding in listed if not finding.accepted]
    parts = [count(open_.count(severity), severity.value) for severity in _SEVERITIES if severity in open_]
    accepted = len(listed) - len(open_)
    return ", ".join([*parts, *([f"{accepted} accepted"] if accepted else [])])


LARGEST_SUMMARY = 100_000  # characters: beyond it the audit would take longer than the check


def summary(loaded: Loaded) -> str:
    """One line on what the audit finds in a tour's articles, for `touratlas check`; it doesn't fail on it."""
    size = sum(len(article.text) for article in loaded.articles.values())
    if size > LARGEST_SUMMARY:
        return f"audit: not run on {size:,} characters; `touratlas audit` does\n"
    report = audit_loaded(loaded)
    return f"audit of its text: {tally(report.findings) or 'no findings'}; `touratlas audit` shows them\n"


def _text(path: str) -> str:
    file = FilePath(path)
    try:
        if file.exists() and not file.is_file():
            raise UsageError(f"can't read {shown(path, 200)}: not a regular file")
        with file.open("rb") as stream:
            data = stream.read(LARGEST_TEXT + 1)
    except (OSError, ValueError) as error:  # ValueError: a name with NUL in it
        message = f"can't read {shown(path, 200)}: {getattr(error, 'strerror', None) or error}"
        raise UsageError(message) from None
    if len(data) > LARGEST_TEXT:
        raise UsageError(f"{shown(path, 200)} is larger than {LARGEST_TEXT:,} bytes")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(
            f"{shown(path, 200)} isn't UTF-8 at byte {error.start:,}; expected a UTF-8 text file"
        ) from None


LARGEST_TEXT = 8 * LARGEST_ARTICLE
"""Bytes of an article that is audited by itself."""
