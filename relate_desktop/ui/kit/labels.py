"""Labels: plain text only. A bare QLabel is never used for anything (safety T1).

``SafeLabel(text, look, tone)``: look is a type style (display, title, heading, body, bodyMedium,
small, smallMedium, caption), tone a colour (text, text2, text3, accent, amber, danger).
"""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from relate_desktop.ui.kit.accessibility import give_role, named
from relate_desktop.ui.kit.icons import pixmap
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.tooltips import menu_text, plain_words, tip

_LONG_WORD = 24
_BREAK = "\u200b"


def breakable(text: str, most: int = _LONG_WORD) -> str:
    """The text with places where a very long word, such as an address, may go on in the next line.

    ``most`` is how many letters stay together.
    """
    words = text.split(" ")
    return " ".join(
        _BREAK.join(word[place : place + most] for place in range(0, len(word), most))
        if len(word) > most
        else word
        for word in words
    )


def broken_to(text: str, metrics: QFontMetrics, width: int) -> str:
    """The same for a line of this width; a text whose every word fits stays as it is."""
    if all(metrics.horizontalAdvance(word) <= width for word in text.split()):
        return text
    return breakable(text, max(4, int(width / (metrics.averageCharWidth() * 1.3))))


class SafeLabel(QLabel):
    """A label that shows its text as it is: no markup, no links, no images."""

    def __init__(
        self,
        text: str = "",
        look: str = "body",
        tone: str = "text",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.setAlignment(self._side)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", look)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show the text. Qt takes an ampersand for a key as soon as there is a buddy; here it stays one."""
        super().setText(menu_text(text) if self.buddy() is not None else text)

    def text(self) -> str:
        """What is shown, without the places where it may break."""
        text = super().text().replace(_BREAK, "")
        return plain_words(text) if self.buddy() is not None else text

    def setBuddy(self, buddy: QWidget) -> None:  # noqa: N802 - Qt's name
        """Name another widget by this label's text."""
        text = self.text()
        super().setBuddy(buddy)
        self.setText(text)

    def setAlignment(self, side: Qt.AlignmentFlag) -> None:  # noqa: N802 - Qt's name
        """Stand where the page begins or ends, whatever script the words are in.

        Qt alone would put a Hebrew name at the far end of an English page, away from its picture.
        """
        self._side = side
        super().setAlignment(QStyle.visualAlignment(self.layoutDirection(), side))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Change sides with the page."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.setAlignment(self._side)

    def set_tone(self, tone: str) -> None:
        """Change the colour."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)


class Heading(SafeLabel):
    """A heading that assistive tools see as one; the name follows the text."""

    def __init__(
        self, text: str, identifier: str, look: str = "title", parent: QWidget | None = None
    ) -> None:
        super().__init__("", look, parent=parent)
        give_role(self, "heading")
        # only now: news of the words makes Qt ask what this is, and it asks once
        self.setText(text)
        named(self, identifier, text)

    def set_heading(self, text: str) -> None:
        """Change text and accessible name together."""
        self.setText(breakable(text) if self.wordWrap() else text)
        self.setAccessibleName(text)


class ElidedLabel(SafeLabel):
    """One line that ends in … when there is no room; the whole text is in the tooltip."""

    def __init__(
        self, text: str = "", look: str = "body", tone: str = "text", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, look, tone, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for a letter and the ellipsis."""
        return QSize(self.fontMetrics().horizontalAdvance("m…"), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The whole text on one line."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.text()) + 2, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw what fits."""
        painter = QPainter(self)
        shown = self._shown()
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment()) | Qt.TextFlag.TextSingleLine, shown)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the tooltip only while something is hidden."""
        super().resizeEvent(event)
        self.setToolTip(tip(self.text()) if self._shown() != self.text() else "")

    def _shown(self) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())


class IconLabel(QLabel):
    """A decorative icon in a token's colour; assistive tools see nothing to read."""

    def __init__(
        self,
        name: str,
        weight: str = "regular",
        colour: str = "text2",
        size: int = 18,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._spec = (name, weight, colour, size)
        self._draw()

    def set_icon(self, name: str, weight: str = "regular", colour: str = "text2") -> None:
        """Show another icon of the same size."""
        self._spec = (name, weight, colour, self._spec[3])
        self._draw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow theme and text size."""
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        name, weight, colour, size = self._spec
        side = theme().scaled(size)
        self.setFixedSize(side, side)
        self.setPixmap(pixmap(name, weight, colour, side))
