"""Who decides what is done with a record: a rule, or a person who looked at the plan."""

from relate_desktop.domain.importing import (
    CHOICES,
    Choice,
    Decisions,
    FieldChoices,
    Finding,
    ImportPlan,
    OnMatch,
    default_choice,
)
from relate_desktop.services.import_judge import Judged
from relate_desktop.services.import_run import Choosing, ChoosingFields

_KEEPING_OUT = frozenset({Choice.LEAVE_OUT, Choice.LEAVE_AS_IS})
_BRINGING_INTO = frozenset({Choice.ADD_NEW_BITS, Choice.REPLACE, Choice.KEEP_MINE, Choice.TAKE_THEIRS})


def by_rule(on_match: OnMatch) -> Choosing:
    """The rule of the command line's ``--on-match``.

    ``skip`` is about people who were in the book before: two records of one import that resemble
    each other are left for review, so that nobody gets lost.
    """

    def choose(judged: Judged, finding: Finding) -> Choice:
        twins = judged.target is not None and judged.target < 0
        rule = OnMatch.REVIEW if twins and on_match is OnMatch.SKIP else on_match
        return default_choice(finding, rule)

    return choose


def by_choice(plan: ImportPlan, decisions: Decisions) -> Choosing:
    """What was chosen for the rows of a plan, made safe where the book changed since.

    A record never goes into a person other than the one it was shown with.
    """
    rows = plan.rows

    def choose(judged: Judged, finding: Finding) -> Choice:
        number = judged.number - 1
        row = rows[number]
        chosen = decisions.choices.get(number, row.choice)
        if chosen in _KEEPING_OUT:
            return chosen
        if chosen in _BRINGING_INTO:
            shown = row.contact if row.contact is not None else -(row.twin or 0) - 1
            if judged.target == shown:
                return chosen
            return Choice.ADD if judged.target is None else Choice.KEEP_BOTH
        return chosen if chosen in CHOICES[finding] else default_choice(finding)

    return choose


def by_field(decisions: Decisions) -> ChoosingFields:
    """What was decided line by line; nothing for rows that were taken or left as a whole."""
    nothing = FieldChoices()
    return lambda judged: decisions.fields.get(judged.number - 1, nothing)
