from array import array
from collections.abc import Sequence
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from relate_desktop.ui.kit.paged import PAGE, PagedModel


class Numbers(PagedModel[int]):
    """Rows are their ids; remembers what was read."""

    def __init__(self, gone: frozenset[int] = frozenset()) -> None:
        self.read: list[int] = []
        self._gone = gone
        super().__init__(self._rows, lambda row: row)

    def value(self, row: int, role: int) -> Any:
        return str(row) if role == Qt.ItemDataRole.DisplayRole else None

    def _rows(self, ids: Sequence[int]) -> Sequence[int]:
        self.read.append(len(ids))
        return [one for one in reversed(ids) if one not in self._gone]


@pytest.fixture
def model(qapp: object) -> Numbers:
    return Numbers()


def shown(model: Numbers, *rows: int) -> list[str]:
    return [model.index(row, 0).data() for row in rows]


def test_only_looked_at_pages_are_read(model: Numbers) -> None:
    model.set_ids(array("q", range(100_000)))
    assert shown(model, 0, 50_001, 99_999) == ["0", "50001", "99999"]
    assert model.read == [PAGE] * 3


def test_first_page_stands_before_the_ids_come(model: Numbers) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_first(list(range(40)))
    assert shown(model, 0, 39) == ["0", "39"]
    assert model.read == []
    model.set_ids(array("q", range(1000)))
    assert model.rowCount() == 1000
    assert shown(model, 39, 40, 999) == ["39", "40", "999"]
    assert tester.model() is model


def test_ids_that_do_not_continue_the_first_page_replace_it(model: Numbers) -> None:
    model.set_first([1, 2, 3])
    model.set_ids(array("q", [3, 2]))
    assert shown(model, 0, 1) == ["3", "2"]


def test_a_person_removed_meanwhile_is_an_empty_row() -> None:
    model = Numbers(gone=frozenset({2}))
    model.set_ids(array("q", [1, 2, 3]))
    assert shown(model, 0, 1, 2) == ["1", "", "3"]


def test_same_ids_again_read_the_rows_again_without_a_reset(model: Numbers) -> None:
    model.set_ids(array("q", [1, 2, 3]))
    shown(model, 0)
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.set_ids(array("q", [1, 2, 3]))
    shown(model, 0)
    assert (resets, model.read) == ([], [3, 3])


def test_ids_are_found_where_they_stand(model: Numbers) -> None:
    model.set_ids(array("q", [7, 8, 9]))
    assert model.index_of(9).row() == 2
    assert not model.index_of(1).isValid()
    assert model.id_at(model.index(1, 0)) == 8


def test_memory_stays_bounded_when_everything_is_scrolled_past(model: Numbers) -> None:
    model.set_ids(array("q", range(20_000)))
    for row in range(0, 20_000, PAGE):
        shown(model, row)
    assert len(model._pages) <= 60


def test_the_model_keeps_qts_rules(model: Numbers) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_ids(array("q", range(500)))
    model.refresh()
    model.set_ids(array("q", []))


def test_typing_in_a_long_list_reads_nothing_and_goes_round(model: Numbers) -> None:
    model.set_ids(array("q", range(100_000)))
    shown(model, 0, 60)
    read = list(model.read)
    display = Qt.ItemDataRole.DisplayRole
    assert [index.row() for index in model.match(model.index(8, 0), display, "7", 1)] == [70]
    assert [index.row() for index in model.match(model.index(90, 0), display, "7", 2)] == [7, 70]
    everyone = model.match(model.index(79, 0), display, "7", -1)
    assert [index.row() for index in everyone] == [79, 7, *range(70, 79)]
    assert model.match(model.index(0, 0), display, "99999", 1) == []
    assert model.match(model.index(0, 0), display, "", 1) == []
    assert model.read == read
