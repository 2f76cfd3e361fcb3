"""The binding to Qt must not lose references: PySide6 6.12.0 does on Python 3.11, and aborts."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

SINGLES = (True, None)


class Bell(QObject):
    rung = Signal(int)


def test_binding_keeps_reference_counts_of_singletons(qapp: QApplication) -> None:
    bell = Bell()
    bell.rung.emit(1)
    before = [sys.getrefcount(single) for single in SINGLES]
    for _ in range(200):
        bell.rung.emit(1)
        qapp.processEvents()
    after = [sys.getrefcount(single) for single in SINGLES]
    assert all(now - then > -100 for then, now in zip(before, after, strict=True))
