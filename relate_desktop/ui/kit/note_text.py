"""Notes set in lines: bold, italic, lists, links and mentions, drawn and never run.

Nothing here is a document that loads anything: the blocks of ``domain/markdown`` are set with
plain text layouts, pictures and HTML do not exist, and an address is only opened when somebody
clicks it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from relate_desktop.domain.markdown import Block, BlockKind, Span, Style, parse
from relate_desktop.domain.text import visible
from relate_desktop.ui.kit.theme import theme

LOOK = "small"
FOLDED_LINES = 4
FOLDED_LENGTH, WHOLE_LENGTH = 2_000, 40_000
"""Letters of a note that are set while it is folded, and at most."""
INDENT = 18
LONGEST_WORD = 200
"""Letters without a space that are still kept together at any price."""


@dataclass(frozen=True, slots=True)
class _Set:
    """One block set in lines; ``links`` are stretches of it that can be clicked."""

    layout: QTextLayout
    place: QPointF
    sign: str
    links: tuple[tuple[int, int, str], ...]
    height: float


class NoteText:
    """The text of a note at a width. Made for one theme; colours are those of that moment."""

    def __init__(self, text: str, width: int, direction: Qt.LayoutDirection, *, folded: bool) -> None:
        self.height = 0.0
        self.cut = False
        """Whether something is hidden because it is folded."""
        self._sets: list[_Set] = []
        self._right = direction == Qt.LayoutDirection.RightToLeft
        self._lines = 0
        limit = FOLDED_LENGTH if folded else WHOLE_LENGTH
        self._most = FOLDED_LINES if folded else None
        for block in parse(text[:limit].strip()):
            if self._full:
                break
            self._set(block, max(width, 60))
        self.cut = self.cut or (folded and len(text.strip()) > limit)

    @property
    def _full(self) -> bool:
        if self._most is not None and self._lines >= self._most:
            self.cut = True
            return True
        return False

    def draw(self, painter: QPainter, origin: QPointF) -> None:
        """Paint it with its top left corner at a point."""
        for one in self._sets:
            painter.setPen(theme().colour("text2"))
            one.layout.draw(painter, origin + one.place)
            if one.sign:
                self._draw_sign(painter, origin, one)

    def link_at(self, point: QPointF) -> str:
        """The address under a point, empty where there is none."""
        for one in self._sets:
            inside = point - one.place
            if not one.links or not 0 <= inside.y() < one.height:
                continue
            line = self._line_at(one.layout, inside.y())
            if line is None or not line[0] <= inside.x() <= line[1]:
                continue
            position = line[2].xToCursor(inside.x())
            at = position[0] if isinstance(position, tuple) else position
            for start, end, address in one.links:
                if start <= at <= end:
                    return address
        return ""

    # setting

    def _set(self, block: Block, width: int) -> None:
        if block.kind is BlockKind.RULE:
            return
        indent = INDENT * block.level if block.kind is BlockKind.ITEM else 0
        if block.kind in {BlockKind.QUOTE, BlockKind.CODE}:
            indent = INDENT
        font = theme().font(LOOK)
        if block.kind is BlockKind.HEADING:
            font.setWeight(QFont.Weight.DemiBold)
        text, formats, links = _formatted(block.spans, code=block.kind is BlockKind.CODE)
        if not text:
            return
        layout = QTextLayout(text.replace("\n", "\u2028"), font)
        option = QTextOption()
        longest = max(map(len, text.split()), default=0)
        modes = QTextOption.WrapMode
        option.setWrapMode(
            modes.WrapAnywhere if longest > LONGEST_WORD else modes.WrapAtWordBoundaryOrAnywhere
        )
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setAlignment(Qt.AlignmentFlag.AlignRight if self._right else Qt.AlignmentFlag.AlignLeft)
        if self._right:
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(option)
        layout.setFormats(formats)
        height = self._break(layout, width - indent)
        place = QPointF(0 if self._right else indent, self.height)
        self._sets.append(_Set(layout, place, _sign(block), links, height))
        self.height += height + 2

    def _break(self, layout: QTextLayout, width: int) -> float:
        """Set the lines of one block, as many as there is room for; their height."""
        height, least = 0.0, theme().line(LOOK)
        layout.beginLayout()
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            if self._full:
                line.setLineWidth(width)
                line.setPosition(QPointF(0, 1e7))
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height + max(0.0, (least - line.height()) / 2)))
            height += max(line.height(), least)
            self._lines += 1
        layout.endLayout()
        return height

    def _line_at(self, layout: QTextLayout, y: float) -> tuple[float, float, QTextLine] | None:
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            if line.y() - 2 <= y <= line.y() + line.height() + 2:
                left = line.naturalTextRect().left()
                return left, left + line.naturalTextWidth(), line
        return None

    def _draw_sign(self, painter: QPainter, origin: QPointF, one: _Set) -> None:
        first = one.layout.lineAt(0)
        painter.setFont(theme().font(LOOK))
        painter.setPen(theme().colour("text3"))
        room = painter.fontMetrics().horizontalAdvance(one.sign) + 6
        edge = first.naturalTextRect().right() + 6 if self._right else -float(room)
        base = origin + one.place + QPointF(edge, first.y() + first.ascent())
        painter.drawText(base, one.sign)


def _sign(block: Block) -> str:
    """What stands before a block."""
    if block.kind is BlockKind.QUOTE:
        return "│"
    if block.kind is not BlockKind.ITEM:
        return ""
    if block.ticked is not None:
        return "☑" if block.ticked else "☐"
    return "•" if block.number is None else f"{block.number}."


def _formatted(
    spans: Sequence[Span], *, code: bool
) -> tuple[str, list[QTextLayout.FormatRange], tuple[tuple[int, int, str], ...]]:
    """The letters of a block, how stretches of them are set, and which are addresses."""
    text, position = "", 0
    formats: list[QTextLayout.FormatRange] = []
    links: list[tuple[int, int, str]] = []
    for span in spans:
        letters = visible(span.text, WHOLE_LENGTH, keep_lines=True)
        # Qt counts in UTF-16 units
        length = len(letters.encode("utf-16-le", "surrogatepass")) // 2
        look = _look(span, code=code)
        if look is not None:
            stretch = QTextLayout.FormatRange()
            stretch.start, stretch.length, stretch.format = position, length, look
            formats.append(stretch)
        if span.link is not None:
            links.append((position, position + length, span.link))
        text += letters
        position += length
    return text, formats, tuple(links)


def _look(span: Span, *, code: bool) -> QTextCharFormat | None:
    styles = span.styles
    if not (styles or code or span.link or span.mention):
        return None
    look = QTextCharFormat()
    if code or Style.CODE in styles:
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        look.setFontFamilies([fixed.family()])
    if Style.STRONG in styles:
        look.setFontWeight(QFont.Weight.DemiBold)
        look.setForeground(_colour("text"))
    if Style.EMPHASIS in styles:
        look.setFontItalic(True)
    if Style.STRUCK in styles:
        look.setFontStrikeOut(True)
    if span.link is not None:
        look.setForeground(_colour("link"))
        look.setFontUnderline(True)
    if span.mention is not None:
        look.setForeground(_colour("accentText"))
        look.setFontWeight(QFont.Weight.Medium)
    return look


def _colour(token: str) -> QColor:
    return theme().colour(token)
