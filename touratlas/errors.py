"""The errors that Touratlas raises, as one small tree.

    TouratlasError
    ├── UsageError            wrong use of the command line or the API: an unknown format, a missing file
    ├── DateError             a date or time that is not in our subset of EDTF
    ├── QuoteError            a quote that does not resolve to exactly one passage
    │   ├── QuoteNotFound     … because its source does not contain it
    │   └── QuoteAmbiguous    … because its source contains it more than once
    └── InvalidTour           a tour file with at least one error; carries all its findings

What is wrong with *data* is a value, a :class:`touratlas.finding.Finding`, and many of them are reported in
one run; an error is raised only where a caller asked for something that cannot be had.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from touratlas.finding import Finding


class TouratlasError(Exception):
    """Any error that Touratlas raises on purpose; its text is fit to be shown to a user."""


class UsageError(TouratlasError):
    """The command line or the API was used in a way that cannot work (exit code 2)."""


class DateError(TouratlasError):
    """A text is not a date or time of the subset of EDTF that `docs/tour-file.md` documents.

    `expected` says in plain words what would have been right; `meant` is a corrected text where we can tell.
    """

    def __init__(self, message: str, *, expected: str = "", meant: str = "") -> None:
        super().__init__(message)
        self.expected = expected
        self.meant = meant


class QuoteError(TouratlasError):
    """A quote does not resolve to exactly one place of its source."""


class QuoteNotFound(QuoteError):
    """The source does not contain the quote."""


class QuoteAmbiguous(QuoteError):
    """The source contains the quote more than once, and no prefix or suffix says which is meant."""


class InvalidTour(TouratlasError):
    """A tour file has at least one error; `findings` are all that was found in it, sorted."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))
