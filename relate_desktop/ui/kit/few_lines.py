"""Labels that wrap and end in … after a few lines, so that a long text cannot fill a page."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from relate_desktop.ui.kit.labels import SafeLabel
from relate_desktop.ui.kit.tooltips import tip

LONGEST = 2000
"""Letters looked at; no few lines are longer."""
WANTED_LETTERS = 48
"""How many letters a line would like to have room for."""


class FewLines(SafeLabel):
    """Plain text on at most so many lines; what does not fit is in the tooltip."""

    def __init__(
        self,
        text: str = "",
        look: str = "body",
        tone: str = "text",
        *,
        lines: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        self._lines = lines
        super().__init__(text, look, tone, wrap=True, parent=parent)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """It wraps."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As many lines as the text needs, up to the most there may be."""
        return self._line_height() * max(1, min(self._lines, len(list(self._ends(width)))))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One line if it is short."""
        metrics = self.fontMetrics()
        wanted = metrics.horizontalAdvance("n") * WANTED_LETTERS
        width = min(metrics.horizontalAdvance(self.text()[:LONGEST]) + 2, wanted)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for a word."""
        return QSize(self.fontMetrics().horizontalAdvance("n") * 6, self._line_height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the tooltip only while something is hidden."""
        super().resizeEvent(event)
        hidden = len(list(self._ends(self.width()))) > self._lines
        self.setToolTip(tip(self.text()) if hidden else "")

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the lines that fit."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        text, height = self._flat(), self._line_height()
        start, top = 0, max(0, (self.height() - self.heightForWidth(self.width())) // 2)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        for number, end in enumerate(self._ends(self.width())):
            area = self.rect()
            area.setTop(top + number * height)
            area.setHeight(height)
            if number == self._lines - 1:
                rest = self.fontMetrics().elidedText(text[start:], Qt.TextElideMode.ElideRight, self.width())
                painter.drawText(area, int(align | Qt.TextFlag.TextSingleLine), rest)
                break
            painter.drawText(area, int(align | Qt.TextFlag.TextSingleLine), text[start:end].rstrip())
            start = end
        painter.end()

    def _flat(self) -> str:
        return " ".join(self.text()[:LONGEST].split())

    def _line_height(self) -> int:
        metrics = self.fontMetrics()
        return max(metrics.height(), metrics.boundingRect(self._flat()[:60]).height())

    def _ends(self, width: int) -> Iterator[int]:
        """Where each line ends, in Python's counting; one more than fit is enough."""
        text = self._flat()
        layout = QTextLayout(text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        units = text.encode("utf-16-le", "surrogatepass")
        layout.beginLayout()
        for number in range(self._lines + 1):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, number))
            end = line.textStart() + line.textLength()
            yield len(units[: 2 * end].decode("utf-16-le", "surrogatepass"))
        layout.endLayout()
