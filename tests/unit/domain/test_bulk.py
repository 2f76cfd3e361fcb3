import pytest

from relate_desktop.domain.assignments import read_assignments
from relate_desktop.domain.bulk import BulkEdit, BulkPlan, RhythmChange, edited, editing
from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.errors import UsageError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.person_rhythm import NOTHING_CHOSEN, Chosen
from relate_desktop.domain.wishes import Wishes
from tests.cards import a_contact, a_stored_contact, written


def test_every_part_is_done_and_nothing_else_is_touched() -> None:
    contact = a_contact("FN:Ada", "CATEGORIES;PREF=1:Work,Old", "ORG:Acme;Sales", "X-OWN:1")
    edit = BulkEdit(enter=("New",), leave=("old",), assignments=read_assignments(["title=Buyer"]))
    assert written(edited(contact, edit)) == [
        "FN:Ada",
        "CATEGORIES;PREF=1:Work,New",
        "ORG:Acme;Sales",
        "X-OWN:1",
        "TITLE:Buyer",
    ]


def test_who_is_as_wished_already_is_the_same_object() -> None:
    contact = a_stored_contact("FN:Ada", "CATEGORIES:Work", "ORG:Acme")
    edit = BulkEdit(enter=("WORK",), leave=("none",), assignments=read_assignments(["org=Acme"]))
    assert edited(contact, edit) is contact


def test_nobody_is_left_without_any_name() -> None:
    refused: list[ContactId] = []
    change = editing(BulkEdit(assignments=read_assignments(["fn="])), refused)
    alone, with_number = a_stored_contact("FN:Ada"), a_stored_contact("FN:Ada", "TEL:1")
    assert change(alone) is alone
    assert refused == [alone.id]
    assert written(change(with_number)) == ["TEL:1"]
    assert refused == [alone.id]


def test_a_malformed_value_is_refused() -> None:
    with pytest.raises(UsageError):
        edited(a_contact("FN:Ada"), BulkEdit(assignments=read_assignments(["bday=some day"])))


def test_a_rhythm_leaves_wishes_alone() -> None:
    wishes = Wishes(least_gap=7)
    chosen = Chosen(Cadence(30), wishes, agreed=True, asked=True)
    assert RhythmChange(None).of(chosen) == Chosen(None, wishes, agreed=True, asked=True)
    assert RhythmChange(Cadence(9)).of(NOTHING_CHOSEN).cadence == Cadence(9)


def test_a_plan_counts_who_is_as_wished() -> None:
    assert BulkPlan(10, tuple(map(ContactId, range(6))), (ContactId(7),)).same == 3


@pytest.mark.parametrize(
    ("edit", "kind", "facts"),
    [
        (BulkEdit(enter=("A",)), OperationKind.BULK, {"entered": "A"}),
        (BulkEdit(leave=("A",)), OperationKind.BULK, {"left": "A"}),
        (BulkEdit(enter=("A",), leave=("B",)), OperationKind.BULK, {}),
        (BulkEdit(enter=("A",), rhythm=RhythmChange(None)), OperationKind.BULK, {}),
        (BulkEdit(rhythm=RhythmChange(Cadence(7))), OperationKind.RHYTHM, {}),
        (BulkEdit(remove=True, enter=("A",)), OperationKind.TRASH, {}),
    ],
)
def test_a_change_is_called_by_what_it_is(edit: BulkEdit, kind: OperationKind, facts: dict[str, str]) -> None:
    assert edit.kind is kind
    assert edit.facts() == facts
    assert edit.touches_lines is (kind is OperationKind.BULK)
