"""Protects the table of countries: complete, unique, and in agreement with tzdata and the basemap."""

from __future__ import annotations

from importlib.resources import files

import pytest

from touratlas import basemap, countries

OUTSIDE_ISO = {"XK"}
WITHOUT_SHAPE = {"BV", "GI", "TV", "UM"}


def test_codes_are_those_of_iso_3166() -> None:
    """Every code of tzdata's copy of ISO 3166-1 is known, and XK, and no other."""
    text = files("tzdata.zoneinfo").joinpath("iso3166.tab").read_text(encoding="utf-8")
    iso = {line.split("\t")[0] for line in text.splitlines() if line and not line.startswith("#")}
    assert set(countries.country_codes()) == iso | OUTSIDE_ISO


def test_rows_are_unique_and_sorted() -> None:
    """No code, number or name stands twice, and the file is in the order of the codes."""
    rows = list(countries.countries().values())
    assert [row.code for row in rows] == sorted(row.code for row in rows)
    assert len({row.name for row in rows}) == len(rows)
    numerics = [row.numeric for row in rows if row.code not in OUTSIDE_ISO]
    assert len(set(numerics)) == len(numerics) == 249
    assert all(len(numeric) == 3 and numeric.isdigit() for numeric in numerics)


def test_shapes_are_those_of_the_basemap() -> None:
    """The column that says whether there is a shape is right, and the few without one are those we know
    of."""
    drawn = {shape.code for shape in basemap.territories() if shape.code}
    assert {code for code in countries.country_codes() if countries.has_shape(code)} == drawn
    assert set(countries.country_codes()) - drawn == WITHOUT_SHAPE


@pytest.mark.parametrize("code", ["NO", "VA", "TV", "HK", "XK", "GB"])
def test_known(code: str) -> None:
    """Codes that other tools stumble over are known: NO is no boolean, TV needs no shape."""
    assert countries.known_country(code)
    assert countries.country_name(code)


@pytest.mark.parametrize("code", ["UK", "EU", "no", "", "ZZ", "AN", "USA"])
def test_unknown(code: str) -> None:
    """What isn't a code of ISO 3166-1 today is not known, has no shape, and has no name."""
    assert not countries.known_country(code)
    assert not countries.has_shape(code)
    with pytest.raises(KeyError):
        countries.country_name(code)


def test_names_are_the_usual_ones() -> None:
    """Readers see South Korea and not Korea, Republic of."""
    names = [countries.country_name(code) for code in ("KR", "RU", "VN", "US", "CI", "CD")]
    assert names == [
        "South Korea",
        "Russia",
        "Vietnam",
        "United States",
        "Côte d’Ivoire",
        "Democratic Republic of the Congo",
    ]
