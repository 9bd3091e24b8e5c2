"""What in an article comes nearest to a quote that it does not contain, and in what the two differ.

Bounded work on any text: an index of words picks a few sentences, rapidfuzz ranks them, and fuzzysearch
finds where in the best of them the passage begins and ends. Quotes are looked at in their first 1,000
characters.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from touratlas.article.markers import find_marker_runs
from touratlas.article.normal import squeeze, word_keys
from touratlas.article.quotes import Quote, find_quote, scan
from touratlas.article.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from touratlas.article.normal import Normalised
    from touratlas.article.text import Article

_LONGEST_QUOTE = 1000
_CANDIDATES = 24
_MOST_COMMON = 2000
_LONGEST_END, _LARGEST_DISTANCE, _ENDS_TRIED = 16, 4, 4
_LEAST_RATIO = 0.5
_CONTEXT_WORDS = 2
_LONGEST_DIFFERENCE = 240
_LONGEST_AROUND, _MOST_PLACES, _SLACK = 300, 100, 24

_TOKEN = re.compile(r"[^\W_]+|\s+|.", re.DOTALL)
_WORD = re.compile(r"[^\W_]+")
_TYPOGRAPHY = {
    **dict.fromkeys("‘’‚‛′`´ʼ", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f", ""),
    "…": "...",
}
_FOLD = str.maketrans(_TYPOGRAPHY)


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage that comes nearest to a quote.

    `ratio` is rapidfuzz's normalised Indel similarity, from 0 to 1. `difference` is one line: `[-…-]`
    stands in the article alone, `{+…+}` in the quote alone; or the cause in words where marks, forms or
    capitals are all that differs.
    """

    span: Span
    ratio: float
    difference: str


def nearest_place(article: Article, quote: Quote) -> Nearest | None:
    """The place where the `exact` of a quote stands and its prefix and suffix fit best, with the difference of these;
    None where `exact` itself stands nowhere.
    """
    words = article.normalised
    exact = squeeze(quote.exact)
    prefix, suffix = squeeze(quote.prefix)[-_LONGEST_AROUND:], squeeze(quote.suffix)[:_LONGEST_AROUND]
    spans = itertools.islice(find_quote(article, Quote(quote.exact)), _MOST_PLACES)
    places = [Span(start, start + len(exact)) for start in (words.slice(span)[0] for span in spans)]
    if not places:
        return None
    fits = {
        at: _fit_of(_before(words, at, prefix), prefix) + _fit_of(_behind(words, at, suffix), suffix)
        for at in places
    }
    best = max(places, key=lambda at: fits[at])
    around = (
        ("prefix", _before(words, best, prefix, _SLACK), prefix),
        ("suffix", _behind(words, best, suffix, _SLACK), suffix),
    )
    wrong = [f"{name}: {difference(found, wanted)}" for name, found, wanted in around if found != wanted]
    return Nearest(words.span(best.start, best.end), 1.0, _clip("; ".join(wrong) or "no difference"))


def _fit_of(found: str, wanted: str) -> float:
    from rapidfuzz import fuzz

    return fuzz.ratio(found, wanted) if wanted else 0.0


def _before(words: Normalised, at: Span, prefix: str, slack: int = 0) -> str:
    """The text before a place that comes nearest to its prefix: as long as that, give or take `slack`, and beginning
    with a whole word.
    """
    if not prefix:
        return ""
    end = at.start - 1 if at.start and words.text[at.start - 1] == " " else at.start
    rough = max(0, end - len(prefix))
    starts = range(max(0, rough - slack), min(end, rough + slack) + 1)
    return _best(words, {_whole_words(words, start, end)[0] for start in starts}, {end}, prefix)


def _behind(words: Normalised, at: Span, suffix: str, slack: int = 0) -> str:
    if not suffix:
        return ""
    start = at.end + 1 if words.text.startswith(" ", at.end) else at.end
    rough = min(len(words.text), start + len(suffix))
    ends = range(max(start, rough - slack), min(len(words.text), rough + slack) + 1)
    return _best(words, {start}, {_whole_words(words, start, end)[1] for end in ends}, suffix)


def _best(words: Normalised, starts: set[int], ends: set[int], wanted: str) -> str:
    found = (words.text[start:end].strip() for start in sorted(starts) for end in sorted(ends))
    return max(found, key=lambda text: _fit_of(text, wanted), default="")


def nearest_passage(article: Article, exact: str) -> Nearest | None:
    """The passage of `article` that comes nearest to `exact`; None if nothing resembles it (ratio below
    0.5).
    """
    exact = squeeze(exact)[:_LONGEST_QUOTE].rstrip()
    words = article.normalised
    if not any(map(str.isalnum, exact)) or not words.text:
        return None
    bare = _without_markers(exact)
    starts = itertools.islice(scan(words.text, bare), _MOST_COMMON) if bare else ()
    spans = [Span(start, start + len(bare)) for start in starts]
    if not spans:
        return _closest(words, _windows(article, exact), exact)
    whole = next((span for span in spans if _is_whole(words, span)), None)
    if whole:
        cause = "a quote is written without citation markers" if bare != exact else "no difference"
        return Nearest(words.span(whole.start, whole.end), 1.0, cause)
    outer = Span(*_whole_words(words, spans[0].start, spans[0].end))
    around = f"the quote begins or ends inside a word of “{outer.of(words.text)}”"
    return Nearest(words.span(outer.start, outer.end), _ratio(words, outer, exact), _clip(around))


def _is_whole(words: Normalised, span: Span) -> bool:
    return not words.cuts_word(span.start) and not words.cuts_word(span.end)


def _without_markers(exact: str) -> str:
    bare, at = [], 0
    for run in find_marker_runs(exact, Span(0, len(exact)), markdown=True):
        bare.append(exact[at : run.span.start])
        at = run.span.end
    return squeeze("".join([*bare, exact[at:]]))


def _whole_words(words: Normalised, start: int, end: int) -> tuple[int, int]:
    while words.cuts_word(start):
        start -= 1
    while words.cuts_word(end):
        end += 1
    return start, end


def _ratio(words: Normalised, span: Span, exact: str) -> float:
    from rapidfuzz import fuzz

    return fuzz.ratio(span.of(words.text), exact) / 100


def _windows(article: Article, exact: str) -> Iterator[Span]:
    """The stretches of the normalised text worth looking at: sentences that share the rarest words, and
    neighbours.
    """
    by_word = article.sentences_by_word
    score: Counter[int] = Counter()
    for key in dict.fromkeys(word_keys(exact)):
        places = by_word.get(key, ())
        for place in places[:_MOST_COMMON]:
            score[place] += 1000 // (10 + len(places)) + 1
    reach = len(exact) + 40
    for place, _ in sorted(score.items(), key=lambda item: (-item[1], item[0]))[:_CANDIDATES]:
        start, end = article.normalised.slice(article.sentences[place].span)
        # A quote may go on into the next sentence; a long sentence is bounded by what the quote could reach.
        yield from _bounded(article.normalised.text, Span(start, end), reach, exact)


def _bounded(text: str, span: Span, reach: int, exact: str) -> Iterator[Span]:
    longest = 4 * reach
    starts = [span.start]
    if len(span) > longest:
        first = sorted(_WORD.findall(exact), key=len, reverse=True)[:3]
        found = [text.find(word, span.start, span.end) for word in first]
        starts = sorted({max(span.start, at - reach) for at in found if at >= 0}) or starts
    for start in starts:
        yield Span(max(0, start - reach), min(len(text), min(span.end, start + longest) + reach))


def _closest(words: Normalised, windows: Iterator[Span], exact: str) -> Nearest | None:
    from rapidfuzz import fuzz

    best: tuple[float, int, int] | None = None
    for window in windows:
        found = fuzz.partial_ratio_alignment(exact, words.text[window.start : window.end])
        if found is None:
            continue
        start, end = window.start + found.dest_start, window.start + found.dest_end
        if best is None or found.score > best[0]:
            best = (found.score, start, end)
    if best is None or best[2] <= best[1]:
        return None
    span = _fit(words, exact, Span(best[1], best[2]))
    ratio = _ratio(words, span, exact)
    if ratio < _LEAST_RATIO:
        return None
    passage = span.of(words.text)
    return Nearest(words.span(span.start, span.end), ratio, difference(passage, exact))


def _fit(words: Normalised, exact: str, rough: Span) -> Span:
    """The best boundaries around a rough place, at whole words.

    fuzzysearch finds where the quote's first and last words stand, so that words that it lacks or adds in
    between don't shift its ends; of the pairs of ends the one with the highest ratio is taken.
    """
    reach = len(exact) // 2 + 2 * _LONGEST_END
    window = Span(max(0, rough.start - reach), min(len(words.text), rough.end + reach))
    starts = {rough.start, *(match.start for match in _near(words.text, window, exact[:_LONGEST_END]))}
    ends = {rough.end, *(match.end for match in _near(words.text, window, exact[-_LONGEST_END:]))}
    pairs = {_trimmed(words, start, end) for start in starts for end in ends if start < end}
    return max(sorted(pairs), key=lambda pair: _ratio(words, pair, exact))


def _near(text: str, window: Span, end: str) -> Iterator[Span]:
    from fuzzysearch import find_near_matches

    matches = find_near_matches(end, window.of(text), max_l_dist=min(_LARGEST_DISTANCE, len(end) // 4))
    for match in sorted(matches, key=lambda one: (one.dist, one.start, one.end))[:_ENDS_TRIED]:
        if match.end > match.start:
            yield Span(window.start + match.start, window.start + match.end)


def _trimmed(words: Normalised, start: int, end: int) -> Span:
    start, end = _whole_words(words, start, end)
    passage = words.text[start:end]
    start += len(passage) - len(passage.lstrip())
    return Span(start, max(start + 1, start + len(passage.strip())))


def difference(passage: str, exact: str) -> str:
    """One line that says in what `passage` of an article and `exact`, a quote, differ (see
    :class:`Nearest`).
    """
    return _clip(_causes(passage, exact) or _marked(passage, exact))


def _clip(line: str) -> str:
    return line if len(line) <= _LONGEST_DIFFERENCE else line[: _LONGEST_DIFFERENCE - 1] + "…"


def _causes(passage: str, exact: str) -> str:
    """The typographic causes if they are all that differs, else ""."""
    if _folded(passage).casefold() != _folded(exact).casefold():
        return ""
    if unicodedata.normalize("NFC", passage) == unicodedata.normalize("NFC", exact):
        return "the article has the same letters in another Unicode form (composed or decomposed accents)"
    capitals: list[str] = []
    causes: list[str] = []
    for _, a, b, c, d in _changes(passage, exact):
        ours, theirs = passage[a:b], exact[c:d]
        if ours.casefold() == theirs.casefold():
            capitals.append(f"“{_word_at(passage, a)}”")
        elif _folded(ours).casefold() == _folded(theirs).casefold():
            causes.append(f"the article has {_named(ours)} where the quote has {_named(theirs)}")
    if capitals:
        causes.append(f"the article has the capitals of {', '.join(dict.fromkeys(capitals))}")
    return "; ".join(dict.fromkeys(causes))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text.translate(_FOLD))


def _word_at(text: str, at: int) -> str:
    return next((word.group() for word in _WORD.finditer(text) if word.start() <= at < word.end()), text[at])


def _named(text: str) -> str:
    if not text:
        return "nothing"
    visible = all(char.isprintable() and unicodedata.category(char) not in ("Cf", "Mn") for char in text)
    return text if visible else " ".join(f"U+{ord(char):04X}" for char in text)


def _changes(a: Sequence[str], b: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return [change for change in matcher.get_opcodes() if change[0] != "equal"]


def _marked(passage: str, exact: str) -> str:
    ours, theirs = _tokens(passage), _tokens(exact)
    parts: list[str] = []
    at = 0
    for _, a, b, c, d in _changes(ours, theirs):
        parts.append(_context(ours[at:a], first=not parts))
        gone, new = "".join(ours[a:b]), "".join(theirs[c:d])
        parts.append((f"[-{gone}-]" if gone else "") + (f"{{+{new}+}}" if new else ""))
        at = b
    parts.append(_context(ours[at:], last=True))
    return "".join(parts)


def _tokens(text: str) -> list[str]:
    tokens: list[str] = []
    for token in _TOKEN.findall(text):
        cased = token.isascii() or token.lower() != token.upper()
        tokens += [token] if cased or len(token) == 1 else list(token)
    return tokens


def _context(tokens: Sequence[str], *, first: bool = False, last: bool = False) -> str:
    """Equal tokens between two differences, or at an end, cut to a few words."""
    keep = 2 * _CONTEXT_WORDS
    if first:
        return ("…" if len(tokens) > keep else "") + "".join(tokens[-keep:])
    if last:
        return "".join(tokens[:keep]) + ("…" if len(tokens) > keep else "")
    if len(tokens) <= 2 * keep:
        return "".join(tokens)
    return "".join(tokens[:keep]) + "…" + "".join(tokens[-keep:])
