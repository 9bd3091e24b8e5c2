"""The answer key: every answer with what it rests on, and what happened."""

from __future__ import annotations

import pytest

from tests.paper import reading
from tests.paper.reading import squeezed
from tests.paper.secrets import outcomes_of, shown
from touratlas.check import Atlas
from touratlas.exports import Options, Paper
from touratlas.exports.answers import make, warnings
from touratlas.paper.found import found_tasks
from touratlas.paper.tasks import chapters


@pytest.mark.parametrize("paper", Paper)
def test_all_answers_are_in_it(atlas: Atlas, paper: Paper) -> None:
    """Behind the question with its number, with passages word for word and reports."""
    found = reading.text(make(atlas, Options(paper=paper)))
    tasks = [task for chapter in chapters(atlas, found_tasks(atlas)) for task in chapter.tasks]
    for number, task in enumerate(tasks, 1):
        assert f"{number}.{shown(task.ask)}{shown(task.answer)}" in found
        for passage in task.passages:
            assert shown(passage.whole) in found
        for report in task.reports:
            assert squeezed(report.url) in found
    for outcome in outcomes_of(atlas):
        for text in (outcome.says, outcome.note):
            assert not text or shown(text) in found


def test_what_the_audit_finds_has_its_reason(real: Atlas) -> None:
    """In plain words, with how sure it is, and what may be meant."""
    found = reading.text(make(real, Options()))
    assert shown("Probable: Center for Calculated and International Studies, elsewhere Center for") in found
    assert shown("Perhaps meant: Center for Strategic and International Studies?") in found


def test_its_map_has_its_names(real: Atlas) -> None:
    """Unlike the worksheet's."""
    (figure,) = [one for one in reading.structure(make(real, Options())) if one["/S"] == "/Figure"]
    assert "Kuala Lumpur" in figure["/Alt"]


def test_a_missing_glyph_is_a_warning(invented: Atlas, real: Atlas) -> None:
    """Of what is in the key."""
    assert "U+" in warnings(invented, Options())[0]
    assert warnings(real, Options()) == ()
