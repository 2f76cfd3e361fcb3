"""What to be reminded of, written where it is read; as high as its words."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from relate_desktop.ui.kit.fields import PlainText
from relate_desktop.ui.kit.theme import theme

_MOST_LINES = 8
_FRAME = 10
"""Border and padding above and below, in pixels."""


class TitleField(PlainText):
    """``settled`` carries the words when the user is done with other ones: on Enter, or leaving."""

    settled = Signal(str)

    def __init__(self, identifier: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(identifier, name, lines=1, parent=parent)
        self.setProperty("kind", "title")
        self._shown = ""
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        theme().changed.connect(self._fit)
        self._fit()

    def show_text(self, text: str) -> None:
        """Show words, without telling anybody."""
        self._shown = text
        if text != self.text():
            self.setPlainText(text)
        self._fit()

    def text(self) -> str:
        """What is written, as one line."""
        return " ".join(self.toPlainText().split())

    def settle(self) -> None:
        """Tell of the words if they are other ones; none at all are the old ones again."""
        text = self.text()
        if not text:
            self.setPlainText(self._shown)
        elif text != " ".join(self._shown.split()):
            self._shown = text
            self.settled.emit(text)

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter is done; Esc takes back what was typed."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.settle()
        elif event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.setPlainText(self._shown)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Leaving is done."""
        super().focusOutEvent(event)
        self.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width wraps the words anew, of which the document tells only now and then."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as there is room, as high as the words."""
        return QSize(200, self.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A single line."""
        return QSize(80, theme().line("heading") + _FRAME)

    def _fit(self) -> None:
        lines = max(round(self.document().size().height()), 1)
        long = lines > _MOST_LINES
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if long else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        spacing = QFontMetrics(theme().font("heading")).lineSpacing()
        self.setFixedHeight(min(lines, _MOST_LINES) * spacing + _FRAME)
