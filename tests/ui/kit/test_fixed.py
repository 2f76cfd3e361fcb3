from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from relate_desktop.ui.kit.fixed import FixedModel


def test_rows_answer_by_role_and_are_replaced_as_a_whole(qapp: object, qtmodeltester: ModelTester) -> None:
    model = FixedModel[str](lambda word: {int(Qt.ItemDataRole.DisplayRole): word.upper()})
    model.show(["one", "two"])
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["ONE", "TWO"]
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) is None
    qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]
    model.show([])
    assert model.rowCount() == 0
