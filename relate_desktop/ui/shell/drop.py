"""A file dragged anywhere onto the window: the whole window says what letting go would do."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relate_desktop.domain.text import display
from relate_desktop.ui.kit.accessibility import announce, give_role, named
from relate_desktop.ui.kit.labels import IconLabel, SafeLabel, breakable
from relate_desktop.ui.kit.theme import theme
from relate_desktop.words.translation import _, ngettext

READABLE = frozenset({".vcf", ".vcard", ".ics", ".ical", ".icalendar", ".ifb", ".vcs", ".zip", ".gz"})
"""Ends of names that Relate reads; a folder is looked through for them."""

_EDGE = 48
"""Pixels between the window's edge and the words: they stay inside the dashes."""
_LONGEST = 80
"""Letters of a file's name that are shown."""
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp"})
_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


def readable(paths: Sequence[Path]) -> list[Path]:
    """The files and folders worth looking into, judged by name alone."""
    return [path for path in paths if not path.suffix or path.suffix.lower() in READABLE]


def paths_of(data: QMimeData) -> list[Path]:
    """The local files that are dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class DropOverlay(QWidget):
    """Covers the window while files are dragged over it; ``taken`` gets those Relate reads."""

    def __init__(self, window: QWidget, taken: Callable[[list[Path]], object]) -> None:
        super().__init__(window)
        self._taken = taken
        self._known = True
        give_role(self, "panel")
        named(self, "drop.overlay", _("Let go to look inside"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._icon = IconLabel("file-arrow-down", "regular", "accentText", 56)
        self._heading = SafeLabel(look="display", wrap=True)
        self._file = SafeLabel(tone="text2", wrap=True)
        self._promise = SafeLabel(tone="text2", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        box.setSpacing(6)
        box.addStretch(5)
        box.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addSpacing(12)
        for label in (self._heading, self._file, self._promise):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.addWidget(label)
        box.addStretch(4)
        self._window = window
        window.setAcceptDrops(True)
        self.hide()

    def watch(self) -> None:
        """Begin to watch; called once the window has a native one.

        The native window is watched, so that fields which accept dropped text do not take the
        path of a file.
        """
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take drags of files for ourselves; pictures go on to whatever wants them."""
        kind = event.type()
        if kind == QEvent.Type.DragLeave:
            self.hide()
        if isinstance(event, QDropEvent) and kind in _DRAGS:
            paths = paths_of(event.mimeData())
            if paths and not any(path.suffix.lower() in PICTURES for path in paths):
                return self._dragged(event, kind, paths)
        return False

    def show_for(self, paths: Sequence[Path]) -> None:
        """Say what letting go of these files would do."""
        known = readable(paths)
        self._known = bool(known)
        self._icon.set_icon(
            "file-arrow-down" if known else "file", "regular", "accentText" if known else "text2"
        )
        if not known:
            suffix = paths[0].suffix.lower()
            self._heading.setText(_("Relate cannot read {kind} files").format(kind=display(suffix, 12)))
            self._file.setText(self._called(paths))
            self._promise.setText(_("It reads contacts in .vcf files and calendars in .ics files."))
        else:
            self._heading.setText(_("Let go to look inside"))
            self._file.setText(self._called(known))
            self._promise.setText(_("Nothing is added until you say so."))
        self.setAccessibleName(" ".join(filter(None, (self._heading.text(), self._file.text()))))
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        announce(self, self.accessibleName())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """A dashed card over everything: pine when the file is known, neutral when not."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme().colour("window"))
        pen = QPen(QColor(theme().colour("accent" if self._known else "borderStrong")), 2)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(theme().colour("accentSoft" if self._known else "sunken"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(19, 19, -19, -19), 14, 14)
        painter.end()

    @staticmethod
    def _called(paths: Sequence[Path]) -> str:
        if len(paths) == 1:
            return breakable(display(paths[0].name, _LONGEST))
        return ngettext("{count} file", "{count} files", len(paths)).format(count=len(paths))

    def _dragged(self, event: QDropEvent, kind: QEvent.Type, paths: list[Path]) -> bool:
        if kind == QEvent.Type.DragEnter:
            self.show_for(paths)
        known = readable(paths)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(bool(known) or kind != QEvent.Type.Drop)
        if kind == QEvent.Type.Drop:
            self.hide()
            if known:
                self._taken(known)
        return True
