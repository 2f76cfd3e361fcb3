from datetime import UTC, datetime

from relate_desktop.domain.change import HistoryEntry, OperationKind, Origin
from relate_desktop.domain.change_details import Effect, RevertPlan
from relate_desktop.domain.ids import ChangesetId


def test_a_plan_without_effects_comes_to_nothing() -> None:
    entry = HistoryEntry(
        ChangesetId(1),
        OperationKind.ADD,
        Origin.WINDOW,
        datetime(2026, 1, 1, tzinfo=UTC),
        {},
        None,
        1,
        undone=False,
    )
    assert RevertPlan(entry, {}, ()).nothing
    assert not RevertPlan(entry, {"contacts": Effect(gone=1)}, ()).nothing
