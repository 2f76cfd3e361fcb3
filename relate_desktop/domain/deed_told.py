"""How to begin to tell of something that was to be done, once it is done."""

from collections.abc import Iterable

from relate_desktop.domain.capture_tokens import tokenize
from relate_desktop.domain.capture_words import Language


def begin_to_tell(text: str, called: str, languages: Iterable[Language]) -> str | None:
    """The beginning of a line for quick capture: ``Called Anna: `` for *call Anna*.

    The first word counts that means a conversation, in the first language that has one; None
    where there is none, since not everything one does with people is worth a line.
    """
    for language in languages:
        for token in tokenize(text, dot_ordinals=language.times.dot_ordinals):
            told = language.tells.get(token.folded)
            if told is not None:
                return told.format(name=called)
    return None
