"""What a tour file says of the text of an article: its passages, its lines, and what the audit finds in it.

A part of the model; see :mod:`touratlas.model`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from touratlas.fields import Id, LineNumber, Model, Text, from_text


class Quote(Model):
    """The exact passage that a claim rests on (W3C TextQuoteSelector), written without citation markers."""

    exact: Text = Field(description="The passage, word for word, without citation markers.")
    prefix: str = Field("", description="What stands before it, where the passage occurs more than once.")
    suffix: str = Field("", description="What stands behind it, where the passage occurs more than once.")
    source: Id | None = Field(None, description="The article it stands in, where there is more than one.")


Quotes = tuple[Annotated[Quote, from_text("exact")], ...]


class LeftOut(Model):
    """A sentence of an article that no claim rests on, and why."""

    quote: Annotated[Quote, from_text("exact")]
    why: Text


class BlockCorrection(Model):
    """The curator's word on what a line of an article is, where its form misleads."""

    line: LineNumber
    kind: Literal["title", "heading", "paragraph", "list-item", "reference", "stray"]


class RuleOff(Model):
    """A rule of the audit that isn't run on an article, and why."""

    rule: Text = Field(description="The code of the rule, such as A205.")
    why: Text


class AcceptedFinding(Model):
    """A finding of the audit that the curator has seen and stands by."""

    rule: Text = Field(description="The code of the rule, such as A301.")
    quote: Annotated[Quote, from_text("exact")] = Field(description="The passage that the finding is about.")
    why: Text


class Audit(Model):
    """What the curator says of the audit of an article."""

    off: tuple[RuleOff, ...] = Field((), description="Rules that aren't run, each with the reason.")
    accept: tuple[AcceptedFinding, ...] = Field(
        (), description="Findings that are known and stand, each with the reason."
    )
