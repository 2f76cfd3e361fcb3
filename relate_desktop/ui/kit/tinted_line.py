"""A line to type in whose recognised words are tinted. It wraps when it is long and knows no line ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.tooltips import tip

_LONGEST = 4_000
"""Letters of a line; Qt needs the square of an unbroken word's length to wrap it."""
_MOST_LINES = 6
_LARGE = 17
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


@dataclass(frozen=True, slots=True)
class Tint:
    """A stretch of the text in Python's letters, and its pair of tokens: ``accent``, ``plum`` …"""

    start: int
    end: int
    colour: str


class TintedLine(QPlainTextEdit):
    """One line of plain text. Enter and Ctrl+Enter are ``entered``, never a line end."""

    typed = Signal()
    entered = Signal()
    focus_moved = Signal()
    picking = Signal(QPoint)
    """An ``@`` was typed at the beginning of a word; where its lower edge is on the screen."""

    def __init__(
        self,
        identifier: str,
        name: str,
        description: str = "",
        *,
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, identifier, name, description)
        self._large = large
        self._tints: Sequence[Tint] = ()
        self._before = self._hint = ""
        self.setProperty("kind", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self._ink = _Ink(self.document())
        self.textChanged.connect(self._changed)
        self.verticalScrollBar().valueChanged.connect(self._stay)
        theme().changed.connect(self._dress)
        self._dress()

    def text(self) -> str:
        """What is typed, to the last letter; hard spaces stay hard."""
        return self.document().toRawText()

    def set_text(self, text: str) -> None:
        """Replace what is typed and stand at its end; undo brings it back."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(_one_line(text))
        self.setTextCursor(cursor)

    def insert(self, text: str) -> None:
        """Type a text where the cursor is."""
        self.textCursor().insertText(_one_line(text))

    def setPlaceholderText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show what to type while nothing is: on one line, ending in … where there is no room."""
        self._hint = text
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.viewport().width() - 2)
        super().setPlaceholderText(shown)
        self.setToolTip(tip(text) if shown != text else "")

    @property
    def many_lines(self) -> bool:
        """Whether what is typed goes over more than one line."""
        return self._lines() > 1

    def show_tints(self, tints: Sequence[Tint]) -> None:
        """Tint these stretches; those that lie inside another are left out."""
        outer = [tint for tint in tints if not any(_inside(tint, other) for other in tints)]
        if outer != self._tints:
            self._tints = outer
            self._ink.show([_in_qt(self.text(), tint) for tint in outer])
            self.viewport().update()

    @property
    def tints(self) -> Sequence[Tint]:
        """What is tinted."""
        return self._tints

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter is asked for, not typed; an @ before a name offers people."""
        if event.key() in _ENTER:
            self.entered.emit()
            return
        if event.key() == Qt.Key.Key_Escape or event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()
            return
        super().keyPressEvent(event)
        if event.text() == "@" and self._begins_word():
            corner = self.cursorRect().bottomLeft()
            self.picking.emit(self.viewport().mapToGlobal(corner))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell whoever draws the edge around it."""
        super().focusInEvent(event)
        self.focus_moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell whoever draws the edge around it."""
        super().focusOutEvent(event)
        self.focus_moved.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Several lines that are pasted or dropped become one."""
        self.insert(source.text()[:_LONGEST])

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as its lines."""
        return QSize(240, self._height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One line at least."""
        return QSize(80, self._height())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Only what was shown keeps a font of its own when the text of the program changes size."""
        super().showEvent(event)
        self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width may need another number of lines."""
        super().resizeEvent(event)
        self._fit()
        self.setPlaceholderText(self._hint)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The tints first, the words on them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for tint in self._tints:
            painter.setBrush(theme().colour(f"{tint.colour}Soft"))
            for area in self._areas(_in_qt(self.text(), tint)):
                painter.drawRoundedRect(area, 4, 4)
        painter.end()
        super().paintEvent(event)

    def _areas(self, tint: Tint) -> list[QRectF]:
        """Where a stretch stands, a rectangle for each line it goes over."""
        block = self.document().firstBlock()
        layout = block.layout()
        corner = self.blockBoundingGeometry(block).translated(self.contentOffset()).topLeft()
        found: list[QRectF] = []
        for number in range(layout.lineCount()):
            line: QTextLine = layout.lineAt(number)
            first = max(tint.start, line.textStart())
            last = min(tint.end, line.textStart() + line.textLength())
            if first < last:
                left, right = _x(line, first), _x(line, last)
                area = QRectF(min(left, right), line.y(), abs(right - left), line.height())
                found.append(area.translated(corner).adjusted(-2.5, 0.5, 2.5, -0.5))
        return found

    def _begins_word(self) -> bool:
        before = self.textCursor().block().text()[: self.textCursor().positionInBlock() - 1]
        return not before or before[-1].isspace()

    def _changed(self) -> None:
        if self.text() != self._before:
            self._before = self.text()
            self._fit()
            self.typed.emit()

    def _lines(self) -> int:
        """How many lines the words take; Qt lays them out only when somebody asks how large they are."""
        block = self.document().firstBlock()
        self.document().documentLayout().blockBoundingRect(block)
        return block.layout().lineCount()

    def _height(self) -> int:
        return min(max(1, self._lines()), _MOST_LINES) * QFontMetrics(self.font()).lineSpacing() + 2

    def _fit(self) -> None:
        if self.height() != self._height():
            self.setFixedHeight(self._height())
        self._stay()

    def _stay(self) -> None:
        """Show all lines where they fit: Qt scrolls to the cursor before the height has grown."""
        if self._lines() <= _MOST_LINES and self.verticalScrollBar().value():
            self.verticalScrollBar().setValue(0)

    def _dress(self) -> None:
        font = theme().font("body")
        if self._large:
            font.setPixelSize(theme().scaled(_LARGE))
        self.setFont(font)
        self.viewport().setFont(font)  # the hint is drawn with it, and it keeps the size it was made with
        self._ink.rehighlight()
        self._fit()
        self.setPlaceholderText(self._hint)


class _Ink(QSyntaxHighlighter):
    """Gives the words of tinted stretches the ink of their tint."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._tints: Sequence[Tint] = ()

    def show(self, tints: Sequence[Tint]) -> None:
        """Colour these stretches, in Qt's letters."""
        self._tints = tints
        self.rehighlight()

    def highlightBlock(self, _text: str) -> None:  # noqa: N802 - Qt's name
        """Colour the words."""
        for tint in self._tints:
            ink = QTextCharFormat()
            ink.setForeground(theme().colour("accentText" if tint.colour == "accent" else tint.colour))
            self.setFormat(tint.start, tint.end - tint.start, ink)


def _one_line(text: str) -> str:
    return " ".join(text.splitlines()) if "\n" in text or len(text.splitlines()) > 1 else text


def _inside(tint: Tint, other: Tint) -> bool:
    longer = other.end - other.start > tint.end - tint.start
    return longer and other.start <= tint.start and tint.end <= other.end


def _in_qt(text: str, tint: Tint) -> Tint:
    """The stretch in Qt's letters: those beyond U+FFFF count twice there."""
    if text.isascii():
        return tint
    return Tint(_units(text[: tint.start]), _units(text[: tint.end]), tint.colour)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _x(line: QTextLine, position: int) -> float:
    where: Any = line.cursorToX(position)  # PySide answers the position beside it
    return float(where[0] if isinstance(where, tuple) else where)
