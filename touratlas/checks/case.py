"""What a check is given, and what a check is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from touratlas.checks.searches import Searches
from touratlas.finding import Finding
from touratlas.wording import Guesses

if TYPE_CHECKING:
    from touratlas.codes import Code
    from touratlas.evidence import Evidence
    from touratlas.load import Loaded
    from touratlas.model import Tour
    from touratlas.tree import Path


@dataclass(frozen=True, slots=True)
class Case:
    """One tour under examination: the tour, where everything stands, and what its quotes resolve to."""

    loaded: Loaded
    tour: Tour
    evidence: Evidence
    guesses: Guesses = field(default_factory=Guesses)
    searches: Searches = field(default_factory=Searches)

    @property
    def partial(self) -> bool:
        """Whether pieces of the tour were cut out for their shape: then what seems missing may only be cut."""
        return bool(self.loaded.cut)

    def lost(self, *path: str | int) -> bool:
        """Whether what stood at `path`, or a piece directly in it, was cut out for its shape: then it isn't
        missed.
        """
        return self.partial and self.loaded.root is not None and self.loaded.root.lost_at(path)

    def gone(self, table: str) -> bool:
        """Whether a whole table of the file was cut out, or its key is misspelt."""
        root = self.loaded.root
        return self.partial and root is not None and any(key == table for key, _ in root.lost or ())

    def finding(
        self, path: Path, code: Code, message: str, *, detail: str = "", subject: str = "", key: bool = False
    ) -> Finding:
        """A finding at the value (or key) at `path`."""
        return self.loaded.finding(path, code, message, detail=detail, subject=subject, key=key)


Check = Callable[[Case], Iterator[Finding]]
