"""A105 list without numbers · note

The text cites by number, and the entries of the reference list bear none.

Why it matters: which entry a number means can only be guessed. Here it is taken that the n-th entry is the n-th
number in use, if there are as many of both; otherwise nothing is assigned, and the finding is a warning.

Found:

    The bridge was opened in May[3]. It carries ten thousand cars a day[7].

    References
    - City Works Office, “Opening of the bridge”, 4 May 2021.
    - City Works Office, “Traffic in figures”, 2022.

Not found:

    The bridge was opened in May[1]. It carries ten thousand cars a day[2].

    References
    1. City Works Office, “Opening of the bridge”, 4 May 2021.
    2. City Works Office, “Traffic in figures”, 2022.

Ask: How can you find out which entry a number means if the list bears no numbers? How sure can you be?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.audit.case import Found
from touratlas.audit.rule import Rule
from touratlas.finding import Severity
from touratlas.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.audit.case import Case


def find(case: Case) -> Iterator[Found]:
    """One finding at the first entry without a number."""
    article = case.article
    bare = [reference for reference in article.references if reference.number is None]
    if not bare or not any(label.isdecimal() for label in article.numbers_in_use):
        return
    if all(reference.label for reference in bare):
        message = (
            f"{count(len(bare), 'entry bears', 'entries bear')} no number; each is taken to be the next of the numbers "
            f"that the text cites, {_numbers(bare[0].label, bare[-1].label)}"
        )
        yield Found(bare[0].span, message)
    else:
        used, listed = len(article.numbers_in_use), len(article.references)
        message = (
            f"{count(len(bare), 'entry bears', 'entries bear')} no number, and {count(used, 'cited number')} can't be "
            f"mapped onto {count(listed, 'entry', 'entries')}"
        )
        yield Found(bare[0].span, message, Severity.WARNING)


def _numbers(first: str, last: str) -> str:
    return f"[{first}]" if first == last else f"from [{first}] for the first to [{last}] for the last"


RULE = Rule("A105", "list without numbers", Severity.NOTE, find)
