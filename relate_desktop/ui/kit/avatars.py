"""Avatars: a picture cut round, else initials on a tint (ux 17). Decorative: without a name."""

import unicodedata

from PySide6.QtCore import QPointF, QRectF, Qt, QTextBoundaryFinder
from PySide6.QtGui import (
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtWidgets import QWidget

from relate_desktop.ui.kit.icons import pixmap
from relate_desktop.ui.kit.theme import theme

_TWO_LETTERS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN")
_BARE_LETTER = ("THAI", "LAO")
"""Scripts whose vowel marks would tower over a single letter."""


def graphemes(text: str) -> list[str]:
    """The text in pieces that a reader takes for one letter each."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    # Qt counts in UTF-16 units, Python in code points
    units = text.encode("utf-16-le", "surrogatepass")
    pieces: list[str] = []
    start, end = 0, finder.toNextBoundary()
    while end != -1:
        # beside some unassigned characters Qt sees a boundary inside a surrogate pair
        high_byte = units[2 * end + 1] if 2 * end < len(units) else 0
        if not 0xDC <= high_byte <= 0xDF:
            pieces.append(units[2 * start : 2 * end].decode("utf-16-le", "replace"))
            start = end
        end = finder.toNextBoundary()
    return pieces


def initials(name: str) -> str:
    """One or two letters that stand for a full name as its owner writes it; "" for no name.

    Scripts with capitals: the first letter of the first and of the last part. Others: the first
    letter alone, so that Arabic letters do not join oddly and one Han character stays one.
    """
    parts = [part for part in (_from_letter(word) for word in name[:200].split()) if part]
    if not parts:
        return ""
    first = graphemes(parts[0])[0]
    script = unicodedata.name(parts[0][0], "")
    if script.startswith(_BARE_LETTER):
        return first[0]
    if not script.startswith(_TWO_LETTERS):
        return first
    last = graphemes(parts[-1])[0] if len(parts) > 1 else ""
    if last and not unicodedata.name(last[0], "").startswith(_TWO_LETTERS):
        last = ""
    return (first + last).upper()


def _from_letter(word: str) -> str:
    """The word from its first letter or digit on."""
    for position, character in enumerate(word):
        if character.isalnum():
            return word[position:]
    return ""


def draw_avatar(
    painter: QPainter,
    area: QRectF,
    name: str,
    hue: int,
    *,
    picture: QImage | None = None,
    organisation: bool = False,
) -> None:
    """Paint an avatar into a square; ``name`` is the full name in its own script."""
    if picture is not None and not picture.isNull():
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        circle = QPainterPath()
        circle.addEllipse(area)
        painter.setClipPath(circle)
        painter.drawImage(area, picture, _middle_square(picture))
        painter.restore()
        return
    letters = "" if organisation else initials(name)
    device = painter.device()
    ratio = device.devicePixelRatio() if device is not None else 1.0
    painter.drawPixmap(area.topLeft(), _tile(letters, hue, organisation, area.width(), ratio))


def _tile(letters: str, hue: int, organisation: bool, side: float, ratio: float) -> QPixmap:
    """An avatar without a picture, drawn once: measuring letters of rare scripts takes long."""
    back, front = theme().hue(hue)
    key = f"avatar:{letters}:{back.name()}:{front.name()}:{organisation}:{side}:{ratio}"
    tile = QPixmap()
    if QPixmapCache.find(key, tile):
        return tile
    tile = QPixmap(round(side * ratio), round(side * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    area = QRectF(0, 0, side, side)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(back)
    painter.drawEllipse(area)
    if organisation or not letters:
        size = round(side * 0.5)
        image = pixmap("buildings" if organisation else "user", "regular", front, size, ratio)
        painter.drawPixmap(area.center() - QPointF(size / 2, size / 2), image)
    else:
        painter.setPen(front)
        _draw_letters(painter, area, letters)
    painter.end()
    QPixmapCache.insert(key, tile)
    return tile


def _draw_letters(painter: QPainter, area: QRectF, letters: str) -> None:
    font = theme().font("heading")
    font.setPixelSize(max(7, round(area.width() * (0.36 if len(graphemes(letters)) > 1 else 0.42))))
    painter.setFont(font)
    # fallback fonts sit lower than the main one: centre by the ink, not by the line
    ink = QFontMetricsF(font).tightBoundingRect(letters)
    painter.drawText(area.center() - ink.center(), letters)


def _middle_square(picture: QImage) -> QRectF:
    side = min(picture.width(), picture.height())
    return QRectF((picture.width() - side) / 2, (picture.height() - side) / 2, side, side)


class Avatar(QWidget):
    """An avatar of a fixed size: 26, 34, 38 or 68."""

    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(size, size)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._name, self._hue, self._organisation = "", 9, False
        self._picture: QImage | None = None

    def show_person(
        self, name: str, hue: int, picture: QImage | None = None, *, organisation: bool = False
    ) -> None:
        """Show this person; ``name`` is the full name in its own script."""
        self._name, self._hue, self._picture, self._organisation = name, hue, picture, organisation
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw it."""
        painter = QPainter(self)
        draw_avatar(
            painter,
            QRectF(self.rect()),
            self._name,
            self._hue,
            picture=self._picture,
            organisation=self._organisation,
        )
        painter.end()
