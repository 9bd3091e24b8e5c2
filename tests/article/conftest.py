"""What the tests of articles share: the seed article, the invented ones, and strategies for arbitrary texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from touratlas.article import Article, read_article, with_markers

HERE = Path(__file__).parent
SEED = HERE.parents[1] / "seeds" / "000_7fb300919e382399.txt"
MARKERS = [str(number) for number in (1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 13, 14, 16, 18, 19, 20)]


def _read(path: Path, **options: str | bool) -> Article:
    text = path.read_bytes().decode("utf-8")
    language = str(options.get("language", "en"))
    return read_article(text, markdown=path.suffix == ".md", language=language)


@pytest.fixture(scope="session")
def seed() -> Article:
    """The article in seeds/ with its markers mapped as its tour file does."""
    return with_markers(_read(SEED), MARKERS)


@pytest.fixture(scope="session")
def wrapped() -> Article:
    """An invented hard-wrapped article with a numbered list."""
    return with_markers(_read(HERE / "articles" / "wrapped.txt"))


@pytest.fixture(scope="session")
def footnotes() -> Article:
    """An invented German article with numbered notes."""
    return with_markers(_read(HERE / "articles" / "footnotes.txt", language="de"))


@pytest.fixture(scope="session")
def markdown() -> Article:
    """An invented Markdown article."""
    return with_markers(_read(HERE / "articles" / "markdown.md"))
