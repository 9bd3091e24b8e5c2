"""The rules of the audit, one a file, listed here in the order of their codes.

To add one: write its file, whose docstring is its page, list it here, and run `make docs`. Both examples of
the page are tests.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.audit.rules import (
    age,
    change,
    cited_missing,
    conversion,
    done_and_planned,
    doubled_word,
    duplicate_reference,
    empty_heading,
    encoding,
    impossible_date,
    malformed_marker,
    missing_list,
    name_exchanged,
    name_spelling,
    number_differs,
    number_gap,
    number_order,
    number_unsupported,
    placeholder,
    quotation_differs,
    repetition,
    reversed_range,
    stray,
    tally,
    total,
    unanswered,
    unbalanced,
    uncited_reference,
    uncited_specific,
    unnamed_source,
    unnumbered_list,
    unsupported,
    untraceable_reference,
    weekday,
    weekday_elsewhere,
    wrong_reference,
    year_tense,
)

if TYPE_CHECKING:
    from touratlas.audit.rule import Rule

RULES: tuple[Rule, ...] = (
    cited_missing.RULE,
    uncited_reference.RULE,
    number_gap.RULE,
    number_order.RULE,
    unnumbered_list.RULE,
    malformed_marker.RULE,
    untraceable_reference.RULE,
    duplicate_reference.RULE,
    unsupported.RULE,
    wrong_reference.RULE,
    number_unsupported.RULE,
    number_differs.RULE,
    uncited_specific.RULE,
    quotation_differs.RULE,
    unnamed_source.RULE,
    weekday.RULE,
    weekday_elsewhere.RULE,
    impossible_date.RULE,
    year_tense.RULE,
    reversed_range.RULE,
    name_spelling.RULE,
    name_exchanged.RULE,
    repetition.RULE,
    done_and_planned.RULE,
    empty_heading.RULE,
    unanswered.RULE,
    missing_list.RULE,
    stray.RULE,
    unbalanced.RULE,
    encoding.RULE,
    doubled_word.RULE,
    placeholder.RULE,
    change.RULE,
    conversion.RULE,
    total.RULE,
    age.RULE,
    tally.RULE,
)
"""Every rule, in the order of the codes."""
