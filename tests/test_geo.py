"""Protects the front door to geography: it is complete, and opening it loads nothing heavy."""

from __future__ import annotations

import subprocess
import sys

from touratlas import geo


def test_everything_it_names_is_there_and_sorted() -> None:
    """`__all__` says what the package may import from here."""
    assert all(hasattr(geo, name) for name in geo.__all__)
    assert len(set(geo.__all__)) == len(geo.__all__)


def test_importing_it_loads_no_heavy_library() -> None:
    """The command line's start must not wait for numpy, shapely or a geodesic."""
    script = (
        "import sys, touratlas.geo, touratlas.basemap;"
        "print([m for m in ('numpy', 'shapely', 'geopy', 'geographiclib') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
