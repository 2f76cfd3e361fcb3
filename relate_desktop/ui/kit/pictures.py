"""Pictures from outside, decoded with care: formats by content, size before decoding (safety I8, I9).

Meant for worker threads: nothing here touches a widget. What cannot be shown is None, and the
avatar falls back to initials; the bytes themselves are never changed.
"""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader

MAX_BYTES = 10 * 1024 * 1024
MAX_PIXELS = 20_000_000
MAX_SIDE = 512


def picture_format(data: bytes) -> str | None:
    """``png``, ``jpeg``, ``gif`` or ``webp`` by content; None for everything else, SVG and PDF too."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return None


def decoded(data: bytes, side: int = MAX_SIDE) -> QImage | None:
    """The picture scaled to fit ``side`` by ``side`` pixels, or None when it is not to be shown."""
    kind = picture_format(data)
    if kind is None or len(data) > MAX_BYTES:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    reader.setDecideFormatFromContent(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MAX_PIXELS:
        return None
    if max(size.width(), size.height()) > side:
        reader.setScaledSize(_fitted(size, side))
    image = reader.read()
    return None if image.isNull() else image


def limit_allocation() -> None:
    """Refuse pictures that would need more than 96 MB, whatever their header says; once a process."""
    QImageReader.setAllocationLimit(96)


def _fitted(size: QSize, side: int) -> QSize:
    scale = side / max(size.width(), size.height())
    return QSize(max(1, round(size.width() * scale)), max(1, round(size.height() * scale)))
