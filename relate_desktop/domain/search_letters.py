"""Letters of any script as they stand in the search index, in texts that are folded already.

Most texts are ASCII once they are folded and need nothing of this; of the others only the stretches
that are not are looked at letter by letter.
"""

import re
import unicodedata

_MOST_LETTERS = 65_536
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_KATAKANA, _TO_HIRAGANA = range(0x30A1, 0x30F7), 0x60
"""Either kana finds the other."""

PAIRED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3100-\u312f"
    "\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+"
)
"""Scripts without blanks between words, and Korean, where a given name follows without one."""

WITH_E = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"}
_UMLAUT = re.compile("[äöüøå]")


class _Separators(dict[int, str]):
    """Punctuation of every script as a blank, a picture sign as a word of its own; learnt as met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        kind = unicodedata.category(letter)[0]
        replaced = letter
        if code > 0x7F:
            replaced = " " if kind in "PZC" else f" {letter} " if kind == "S" else letter
            if code in _KATAKANA:
                replaced = chr(code - _TO_HIRAGANA)
        if len(self) < _MOST_LETTERS:
            self[code] = replaced
        return replaced


_SEPARATORS = _Separators()


def separated(folded: str) -> str:
    """A folded text with blanks for all that is no letter and no digit, as far as it is not ASCII."""
    if folded.isascii():
        return folded
    return _FOREIGN.sub(lambda run: run.group().translate(_SEPARATORS), folded)


def paired(text: str) -> str:
    """A text in which scripts without blanks are cut into neighbouring pairs."""
    return text if text.isascii() else PAIRED.sub(_spread, text)


def pairs_in(letters: str) -> list[str]:
    """Neighbouring pairs of letters."""
    return [letters[start : start + 2] for start in range(len(letters) - 1)]


def with_e(text: str) -> str:
    """A text with its umlauts as two letters; the same where it has none."""
    return _UMLAUT.sub(lambda found: WITH_E[found.group()], _composed(text))


def pieces_with_e(text: str) -> list[str]:
    """What of a text has umlauts, from blank to blank, with those as two letters."""
    opened = _composed(text)
    if _UMLAUT.search(opened) is None:
        return []
    return [with_e(piece) for piece in opened.split() if _UMLAUT.search(piece)]


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text).lower()


def _spread(run: re.Match[str]) -> str:
    letters = run.group()
    return f" {' '.join(pairs_in(letters))} {letters[-1]} "
