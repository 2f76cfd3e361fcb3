"""Sentences as they are read, without what cannot be seen."""

from relate_desktop.domain.text import FIRST_STRONG_ISOLATE, LEFT_TO_RIGHT_ISOLATE, POP_ISOLATE

_MARKS = dict.fromkeys(map(ord, (FIRST_STRONG_ISOLATE, LEFT_TO_RIGHT_ISOLATE, POP_ISOLATE)))


def bare(text: str) -> str:
    """A text without the marks that keep directions apart."""
    return text.translate(_MARKS)
