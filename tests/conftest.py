"""What tests of several parts share: the two tours, checked and ready to be shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from touratlas.check import Atlas, open_tour

# A busy machine is no failure: how long an example takes is for bench/.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

ROOT = Path(__file__).parents[1]
REAL = ROOT / "data" / "events.yaml"
INVENTED = ROOT / "tests" / "tours" / "pacific.yaml"


@pytest.fixture(scope="session")
def real() -> Atlas:
    """The tour in data/."""
    return open_tour(REAL)


@pytest.fixture(scope="session")
def invented() -> Atlas:
    """The large invented tour: two oceans, four scripts, every make of date."""
    return open_tour(INVENTED)


@pytest.fixture(scope="session", params=["real", "invented"])
def atlas(request: pytest.FixtureRequest) -> Atlas:
    """Either tour, one after the other."""
    found: Atlas = request.getfixturevalue(request.param)
    return found
