from dataclasses import replace
from datetime import UTC, datetime

import pytest

from relate_desktop.domain.change import HistoryEntry, OperationKind, Origin, RevertConflict, Stays
from relate_desktop.domain.change_details import Effect, Kept, RevertPlan, RowChange
from relate_desktop.domain.ids import ChangesetId, ContactId
from relate_desktop.domain.property import Property
from relate_desktop.words.take_back import kept_heading, kept_sentence, plan_sentences
from tests.bare import bare

NOW = datetime(2026, 3, 14, 12, tzinfo=UTC)
EDIT = HistoryEntry(
    ChangesetId(4), OperationKind.EDIT, Origin.WINDOW, NOW, {"name": "Ada"}, None, 1, undone=False
)
LINE = RowChange(
    "properties", 7, ContactId(1), {}, {}, was=Property("EMAIL", "old@x"), now=Property("EMAIL", "new@x")
)


def stays(why: Stays, row: RowChange = LINE, since: HistoryEntry | None = EDIT, called: str = "Ada") -> str:
    """The sentence for one thing that stays."""
    conflict = RevertConflict(ContactId(1), row.table, 7, (), why)
    return bare(kept_sentence(Kept(conflict, row, called, since), NOW))


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (Stays.CHANGED_SINCE, "E-mail of Ada stays “new@x”: it was changed since (Edited Ada, today, "),
        (
            Stays.REMOVED_SINCE,
            "E-mail of Ada does not come back (“old@x”): it was removed since (Edited Ada, ",
        ),
        (Stays.GONE, "E-mail of Ada cannot come back (“old@x”): what it belongs to is gone (Edited Ada, "),
        (Stays.NEEDED, "E-mail of Ada stays (“new@x”): something was added to it since (Edited Ada, "),
    ],
)
def test_what_stays_says_why(why: Stays, words: str) -> None:
    assert stays(why).startswith(words)
    assert stays(why).endswith(").")
    assert stays(why, since=None).endswith(".")
    assert "(Edited" not in stays(why, since=None)


def test_people_who_stay_are_named() -> None:
    person = RowChange("contacts", 1, ContactId(1), None, {})
    assert stays(Stays.NEEDED, person, None) == "Ada stays: something was written about them since."
    assert stays(Stays.REMOVED_SINCE, person, None) == "Ada does not come back: they left the book since."
    assert stays(Stays.CHANGED_SINCE, person, None, "").startswith("Somebody stays as they are now")


def test_a_plan_counts_what_comes_and_goes() -> None:
    effects = {
        "contacts": Effect(gone=12),
        "properties": Effect(back=1, gone=55, changed=2),
        "rhythms": Effect(gone=1),
        "set_asides": Effect(gone=2),
    }
    plan = RevertPlan(EDIT, effects, ())
    assert plan_sentences(plan) == [
        "Comes back: one line of a card.",
        "Goes again: twelve people, 55 lines of cards and three other things.",
        "Becomes as it was: two lines of cards.",
    ]
    assert plan_sentences(replace(plan, effects={})) == ["Nothing of it can return."]
    assert kept_heading(1) == "One thing stays as it is"
