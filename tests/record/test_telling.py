"""An event in lines of plain text: what is sure is told as sure, and what isn't isn't."""

from __future__ import annotations

from touratlas.check import Atlas
from touratlas.record import event_lines, event_records, html_lines
from touratlas.words import View


def told(atlas: Atlas, name: str, view: View = View.ARTICLE) -> str:
    """The lines of an event."""
    return "\n".join(next(event_lines(one) for one in event_records(atlas, view) if one.id == name))


def test_status_basis_and_citations(real: Atlas) -> None:
    """Whose knowledge a day is; which citations support a quote, and which only stand nearby."""
    text = told(real, "arrival")
    assert text.startswith(
        "Status: has happened\nWhen: Sunday 26 October 2025 (Not said in the article in this way;"
    )
    assert "cited there: [8] (nearby, no support: [19])" in text
    assert "\n[8] " in text
    assert "\n[19] " in text


def test_whose_assertion_it_is(invented: Atlas) -> None:
    """Who asserts a claim, and its own status where that isn't the event's."""
    assert "(asserted by Harbour League (invented))" in told(invented, "suva-talks")
    assert "(status: possible)" in told(invented, "pago-pago-arrival")


def test_outcomes(invented: Atlas) -> None:
    """With their reports, in the later view alone."""
    assert "What happened" not in told(invented, "suva-signing")
    text = told(invented, "suva-signing", View.LATER)
    assert "What happened: did not take place. The League did not come, and nothing was signed." in text
    assert (
        "Reported by Laucala Courier (invented), No signature under the tide table, 2031-05-09, https://"
        in text
    )


def test_lines_as_html() -> None:
    """Escaped, a line break between them and for each within."""
    assert html_lines(["<b>", "a\nb", "$[name]"]) == "&lt;b&gt;<br>a<br>b<br>&#36;[name]"
