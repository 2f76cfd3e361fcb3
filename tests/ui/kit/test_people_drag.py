from PySide6.QtCore import QMimeData

from relate_desktop.ui.kit.people_drag import PEOPLE, people_of, with_people


def test_who_is_dragged_is_told_again() -> None:
    assert people_of(with_people(QMimeData(), [3, 1])) == [3, 1]
    assert people_of(QMimeData()) == []


def test_what_another_program_made_up_is_nobody() -> None:
    for told in (b"", b"\xff", b"{}", b'["1", null, [2]]', b"7"):
        data = QMimeData()
        data.setData(PEOPLE, told)
        assert people_of(data) == []
