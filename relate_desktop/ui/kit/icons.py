"""Phosphor icons in the colours of the theme.

``dress(button, "plus")`` gives a button or action an icon that follows every later theme switch;
``pixmap(…)`` is for painting. Names are those of the files in ``resources/icons/regular``.
"""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from relate_desktop.system.paths import resources_folder
from relate_desktop.ui.kit.theme import theme

MIRRORED = frozenset({"arrow-right", "caret-left", "caret-right", "arrow-bend-up-left", "arrow-square-out"})
"""Icons that show a direction and are flipped where reading goes from right to left."""

_sources: dict[tuple[str, str], str] = {}


def _source(name: str, weight: str) -> str:
    """The text of an icon's file; a missing icon is a bug and raises OSError."""
    key = (name, weight)
    if key not in _sources:
        suffix = "" if weight == "regular" else f"-{weight}"
        path = resources_folder() / "icons" / weight / f"{name}{suffix}.svg"
        _sources[key] = path.read_text(encoding="utf-8")
    return _sources[key]


def pixmap(
    name: str,
    weight: str = "regular",
    colour: str | QColor = "text2",
    size: int = 18,
    ratio: float | None = None,
) -> QPixmap:
    """An icon as pixels: weight is regular, fill, bold or light; ``size`` in logical pixels."""
    ink = (colour if isinstance(colour, QColor) else theme().colour(colour)).name()
    scale = ratio or _ratio()
    mirrored = name in MIRRORED and QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    key = f"icon:{name}:{weight}:{ink}:{size}:{scale}:{mirrored}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    svg = _source(name, weight).replace("currentColor", ink)
    drawn = QPixmap(QSize(size, size) * scale)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    if mirrored:
        painter.scale(-1, 1)
        painter.translate(-drawn.width(), 0)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, drawn.width(), drawn.height()))
    painter.end()
    drawn.setDevicePixelRatio(scale)
    QPixmapCache.insert(key, drawn)
    return drawn


def icon(name: str, weight: str = "regular", colour: str = "text2", size: int = 18, *, gap: int = 0) -> QIcon:
    """An icon in today's colours; a theme switch does not change it, so prefer ``dress``.

    ``gap`` pixels stay empty towards the words beside it.
    """
    result = QIcon(_widened(pixmap(name, weight, colour, size), gap))
    result.addPixmap(_widened(pixmap(name, weight, "text3", size), gap), QIcon.Mode.Disabled)
    return result


def _widened(drawn: QPixmap, gap: int) -> QPixmap:
    if not gap:
        return drawn
    size = drawn.deviceIndependentSize()
    wide = QPixmap((size.toSize() + QSize(gap, 0)) * drawn.devicePixelRatio())
    wide.setDevicePixelRatio(drawn.devicePixelRatio())
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    painter.drawPixmap(gap if mirrored else 0, 0, drawn)
    painter.end()
    return wide


class _Dress(QObject):
    """Keeps one icon in the colours and size of the theme; lives and dies with its wearer."""

    def __init__(self, wearer: QObject, make: Callable[[], QIcon], size: int, gap: int) -> None:
        super().__init__(wearer)
        self._make, self._size, self._gap = make, size, gap
        theme().changed.connect(self.put_on)

    def put_on(self) -> None:
        wearer = self.parent()
        if isinstance(wearer, QAbstractButton):
            side = theme().scaled(self._size)
            wearer.setIconSize(QSize(side + self._gap, side))
        if isinstance(wearer, QAbstractButton | QAction):
            wearer.setIcon(self._make())


def dress(
    wearer: QAbstractButton | QAction,
    name: str,
    weight: str = "regular",
    colour: str = "text2",
    size: int = 18,
    *,
    gap: int = 0,
) -> None:
    """Give a button or action an icon that follows theme and text size; replaces an earlier one.

    ``gap`` is the distance to the words beside it.
    """
    for earlier in wearer.findChildren(_Dress, options=Qt.FindChildOption.FindDirectChildrenOnly):
        earlier.setParent(None)
        earlier.deleteLater()

    def make() -> QIcon:
        return icon(name, weight, colour, theme().scaled(size), gap=gap)

    _Dress(wearer, make, size, gap).put_on()


def _ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
