"""The passage around a quote, sections, and the package's border."""

from __future__ import annotations

import subprocess
import sys

from touratlas.article import Article, Quote, Span, passage_of, read_article, resolve_quote


def test_a_passage_is_the_whole_sentence(seed: Article) -> None:
    """A reader sees the sentence around a quote, where it is, and under which heading."""
    passage = passage_of(seed, resolve_quote(seed, Quote("skipping select plenary sessions")))
    text = passage.span.of(seed.text)
    assert text.startswith("Trump landed at")
    assert text.endswith("bilateral meetings[19].")
    assert passage.quote.of(seed.text) == "skipping select plenary sessions"
    assert passage.headings == ("Balancing Cooperation and Tension in Diplomatic Relations",)
    row = seed.text.split("\n")[11]
    assert (passage.line, passage.column) == (12, row.index("skipping select") + 1)
    assert [seed.sentences[index].span for index in passage.sentences] == [passage.span]


def test_a_quote_over_two_sentences_has_both(seed: Article) -> None:
    """The passage grows to all the sentences that the quote touches."""
    passage = passage_of(
        seed, resolve_quote(seed, Quote("secure deals with the U.S. The emphasis on tariffs"))
    )
    assert len(passage.sentences) == 2
    assert passage.span.of(seed.text).endswith("[4][5].")


def test_the_passage_of_a_reference_is_its_entry(seed: Article) -> None:
    """A quote in the reference list shows the entry without its bullet."""
    passage = passage_of(seed, resolve_quote(seed, Quote("the 2025 ASEAN chair")))
    assert passage.span.of(seed.text) == "Malaysia is the 2025 ASEAN chair."


def test_sections_cover_the_text_and_nest_in_markdown(seed: Article, markdown: Article) -> None:
    """Each place is in one section; Markdown's levels give a path, plain text has one level."""
    for article in (seed, markdown, read_article("")):
        assert article.sections[0].span.start == 0
        assert article.sections[-1].span.end == len(article.text)
        ends = [section.span.end for section in article.sections[:-1]]
        assert ends == [section.span.start for section in article.sections[1:]]
    assert seed.headings_of(Span(0, 1)) == ()
    assert seed.title.startswith("Evolving Dynamics")
    place = resolve_quote(markdown, Quote("Will it last"))
    assert markdown.headings_of(place) == ("What they want", "Open questions")
    assert {len(section.path) for section in seed.sections} == {0, 1}


def test_spans_for_javascript() -> None:
    """Emoji before a passage count twice there."""
    article = read_article("🔗 Topics\nThe 🔗 talks ended.")
    span = resolve_quote(article, Quote("talks"))
    assert (span, article.utf16(span)) == (Span(15, 20), Span(17, 22))


def test_importing_the_package_loads_nothing_heavy() -> None:
    """The command line starts fast: libraries come when they are needed."""
    heavy = {"nupunkt", "markdown_it", "mdit_py_plugins", "rapidfuzz", "fuzzysearch", "pandas", "streamlit"}
    code = "import sys, touratlas.article; print(*sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not heavy & set(result.stdout.split())
