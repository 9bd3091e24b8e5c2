"""What a check is given, and what a check is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.finding import Finding

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

    @property
    def partial(self) -> bool:
        """Whether pieces of the tour were cut out for their shape: then what seems missing may only be cut."""
        return bool(self.loaded.cut)

    def finding(
        self, path: Path, code: Code, message: str, *, detail: str = "", subject: str = "", key: bool = False
    ) -> Finding:
        """A finding at the value (or key) at `path`."""
        return self.loaded.finding(path, code, message, detail=detail, subject=subject, key=key)


Check = Callable[[Case], Iterator[Finding]]
