"""The formats as a page for readers: the text of `docs/exports.md`, made from the registry."""

from __future__ import annotations

from touratlas.exports import FORMATS, Group

_HEAD = """\
# Exports

`touratlas export TOUR --format NAME,NAME --to DIR` writes a tour in other formats, `--format all` in all of them, and
`touratlas export --list` says which there are. Generated from `touratlas/exports/` by `python -m touratlas.catalogue`;
a test keeps the two in step.

A file holds *what the article knew*, and nothing of what was learned afterwards. `--view later` adds the outcomes with
their reports. (The HTML page holds both views, with a switch.) In data, days and places stay the article's in the later
view, and an outcome has its own beside them; the pictures show what happened, and the calendar puts an event to which
the article gives no day on the day that reports tell, and says so.

`--address URL`, or the variable `TOURATLAS_ADDRESS`, names a public address under which students can follow: the lesson
then has it as a QR code and in letters. `http://127.0.0.1` and the like are refused, since they help nobody.

`--for students` makes page, handout, worksheet, cards and slides without answers, outcomes, later reports and the
curator's notes anywhere in the file. A date or a place that a later report supplied says that it is from a report, and
not whose or of which day.

Quotes are verbatim, citation markers included. Status, uncertainty, basis and evidence stand in a format's own fields
where it has some, else in fields named as ours, or in text to read. What a format can't hold is said in the table.

For notebooks there is a pandas DataFrame with the columns of the CSV file:

```python
from touratlas.check import open_tour
from touratlas.frame import frame

events = frame(open_tour("data/events.yaml"))
```
"""


def catalogue() -> str:
    """The page as Markdown: a head, and one table of all formats."""
    rows = ["| | format | file | for | can’t hold |", "|---|---|---|---|---|"]
    for group in Group:
        name = f"**{group.value}**"
        for form in FORMATS:
            if form.group is group:
                cells = (name, f"`{form.name}`", f"`{form.suffix}`", form.purpose, form.lacks)
                rows.append(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |")
                name = ""
    return f"{_HEAD}\n" + "\n".join(rows) + "\n"


if __name__ == "__main__":
    from pathlib import Path

    docs = Path(__file__).resolve().parent.parent / "docs"  # of the checkout, whatever the working folder is
    (docs / "exports.md").write_text(catalogue(), encoding="utf-8", newline="\n")
