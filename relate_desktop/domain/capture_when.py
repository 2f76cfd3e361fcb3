"""Times and lengths found in a line, as its words have them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from relate_desktop.domain.capture_tokens import Token, TokenKind, words_of
from relate_desktop.domain.capture_words import Shape, TimeWords, Unit, When

_MIXED = re.compile(r"(\d{1,4}(?:[.,]\d)?)([^\W\d_]+)(\d{0,2})")
_MINUTES = {Unit.MINUTE: 1, Unit.HOUR: 60}
LONGEST_TALK = 24 * 60

_Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class FoundWhen:
    """A time in the tokens from ``start`` up to ``stop``."""

    start: int
    stop: int
    when: When


@dataclass(frozen=True, slots=True)
class FoundLength:
    """A length in the tokens from ``start`` up to ``stop``; ``begins`` is the hour of ``9:15-9:45``."""

    start: int
    stop: int
    minutes: int
    begins: When | None = None


def find_times(tokens: Sequence[Token], words: TimeWords) -> tuple[FoundWhen, ...]:
    """The times a line names, from left to right; a day and its hour side by side are one."""
    found: list[FoundWhen] = []
    position = 0
    while position < len(tokens):
        here = _time_at(tokens, position, words)
        if here is None:
            position += 1
            continue
        last = found[-1] if found else None
        if last is not None and last.stop == here.start and (joined := _joined(last.when, here.when)):
            found[-1] = FoundWhen(last.start, here.stop, joined)
        else:
            found.append(here)
        position = here.stop
    return tuple(found)


def find_lengths(tokens: Sequence[Token], words: TimeWords) -> tuple[FoundLength, ...]:
    """The lengths a line names, from left to right."""
    found: list[FoundLength] = []
    position = 0
    while position < len(tokens):
        here = _length_at(tokens, position, words)
        if here is None:
            position += 1
            continue
        start = position
        while start and tokens[start - 1].folded in words.length_prefixes:
            start -= 1
        found.append(replace(here, start=start))
        position = here.stop
    return tuple(found)


def _time_at(tokens: Sequence[Token], start: int, words: TimeWords) -> FoundWhen | None:
    """The longest time that begins here, with the words before it that belong to it."""
    prefixed = _prefix_at(tokens, start, words)
    if prefixed is not None:
        length, prefix = prefixed
        # behind *on* or *by* even a short word such as *sat* is a day
        inner = _bare_time_at(tokens, start + length, replace(words, risky=frozenset()))
        if inner is not None and inner.when.shape is not Shape.ROOM:
            when = replace(inner.when, due_only=prefix.due_only, before=prefix.before)
            return FoundWhen(start, inner.stop, when)
    return _bare_time_at(tokens, start, words)


def _prefix_at(tokens: Sequence[Token], start: int, words: TimeWords) -> tuple[int, When] | None:
    best: tuple[int, When] | None = None
    for pieces, prefix in _prefixes(words):
        stop = start + len(pieces)
        fits = tuple(token.folded for token in tokens[start:stop]) == pieces
        if fits and (best is None or len(pieces) > best[0]):
            best = (len(pieces), prefix)
    return best


def _bare_time_at(tokens: Sequence[Token], start: int, words: TimeWords) -> FoundWhen | None:
    best: FoundWhen | None = None
    for elements, template in _patterns(words):
        for stop, values in _matches(tokens, start, elements, words):
            if best is None or stop > best.stop:
                best = FoundWhen(start, stop, replace(template, **values))
    return best


def _matches(
    tokens: Sequence[Token], start: int, elements: tuple[str, ...], words: TimeWords
) -> Iterator[tuple[int, _Values]]:
    """Where a pattern can end that begins here, with what stands in its places."""
    if not elements:
        yield start, {}
        return
    if start >= len(tokens):
        return
    first, rest = elements[0], elements[1:]
    for length, values in _place(tokens, start, first, words):
        for stop, others in _matches(tokens, start + length, rest, words):
            yield stop, values | others


def _place(
    tokens: Sequence[Token], start: int, element: str, words: TimeWords
) -> Iterator[tuple[int, _Values]]:
    """How one element of a pattern fits here: the tokens it takes and what they say."""
    token = tokens[start]
    if not element.startswith("{"):
        if token.folded == element:
            yield 1, {}
        return
    values = _VALUES[element](token, words) if element in _VALUES else None
    if values is not None:
        yield 1, values
    if element == "{span}":
        yield from _span(tokens, start, words)
    if element == "{weekday}" and values is None:
        yield from _weekday_part(token, words)


def _span(tokens: Sequence[Token], start: int, words: TimeWords) -> Iterator[tuple[int, _Values]]:
    """A number with its unit: ``two weeks``, ``2w``."""
    token = tokens[start]
    if token.kind is TokenKind.MIXED and (match := _MIXED.fullmatch(token.folded)):
        unit = words.units.get(match[2])
        if unit is not None and match[1].isdecimal() and not match[3]:
            yield 1, {"n": int(match[1]), "unit": unit}
        return
    n = _count(token, words)
    if n is not None and start + 1 < len(tokens):
        unit = words.units.get(tokens[start + 1].folded)
        if unit is not None:
            yield 2, {"n": n, "unit": unit}


def _weekday_part(token: Token, words: TimeWords) -> Iterator[tuple[int, _Values]]:
    """A day and its part in one word: *Sonntagmorgen*."""
    for name, weekday in words.weekdays.items():
        part = words.parts.get(token.folded[len(name) :]) if token.folded.startswith(name) else None
        if part is not None and len(name) > 2:
            yield 1, {"weekday": weekday, "part": part}


def _count(token: Token, words: TimeWords) -> int | None:
    if token.kind is TokenKind.NUMBER:
        return int(token.text) if token.text.isdecimal() and len(token.text) <= 4 else None
    return words.numbers.get(token.folded)


def _day(token: Token, _words: TimeWords) -> _Values | None:
    if token.kind in {TokenKind.ORDINAL, TokenKind.NUMBER} and token.folded.isdecimal():
        return {"day": int(token.folded)} if 1 <= int(token.folded) <= 31 else None
    return None


def _ordinal_day(token: Token, words: TimeWords) -> _Values | None:
    return _day(token, words) if token.kind is TokenKind.ORDINAL else None


def _year(token: Token, _words: TimeWords) -> _Values | None:
    fits = token.kind is TokenKind.NUMBER and token.text.isdecimal() and 1900 <= int(token.text) <= 2199
    return {"year": int(token.text)} if fits else None


def _nth(token: Token, words: TimeWords) -> _Values | None:
    if token.kind is TokenKind.ORDINAL and 1 <= int(token.folded) <= 5:
        return {"nth": int(token.folded)}
    nth = words.ordinals.get(token.folded)
    return None if nth is None else {"nth": nth}


def _hour(token: Token, words: TimeWords) -> _Values | None:
    n = _count(token, words)
    return {"hour": n} if n is not None and 0 <= n <= 24 else None


def _minute(token: Token, _words: TimeWords) -> _Values | None:
    fits = token.kind is TokenKind.NUMBER and token.text.isdecimal() and len(token.text) <= 2
    return {"minute": int(token.text)} if fits and int(token.text) < 60 else None


def _clock(token: Token, _words: TimeWords) -> _Values | None:
    if token.kind is not TokenKind.CLOCK:
        return None
    hour, minute = (int(part) for part in token.text.split(":"))
    if hour > 24 or minute > 59:
        return None
    return {"hour": hour, "minute": minute, "explicit_hour": token.text.startswith("0")}


def _iso(token: Token, _words: TimeWords) -> _Values | None:
    if token.kind is not TokenKind.ISO_DATE:
        return None
    year, month, day = (int(part) for part in token.text.split("-"))
    if not (1 <= month <= 12 and 1 <= day <= 31 and year > 0):
        return None
    return {"year": year, "month": month, "day": day}


def _date(token: Token, words: TimeWords) -> _Values | None:
    """A date in digits; with dots the day always comes first."""
    if token.kind is not TokenKind.DATE:
        return None
    dotted = "." in token.text
    numbers = [int(part) for part in re.split(r"[./]", token.text) if part]
    day, month = numbers[:2] if words.day_first or dotted else (numbers[1], numbers[0])
    swapped = not dotted and day <= 12 and month <= 12 and day != month
    if month > 12 and not dotted:
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    year = None if len(numbers) < 3 else numbers[2] if numbers[2] > 99 else 2000 + numbers[2]
    return {"day": day, "month": month, "year": year, "swapped": swapped}


def _meridiem(token: Token, _words: TimeWords) -> _Values | None:
    """``9am``, ``5pm``."""
    match = _MIXED.fullmatch(token.folded) if token.kind is TokenKind.MIXED else None
    if match is None or match[2] not in {"am", "pm"} or not match[1].isdecimal():
        return None
    hour = int(match[1])
    if not 1 <= hour <= 12:
        return None
    return {"hour": hour % 12 + (12 if match[2] == "pm" else 0), "explicit_hour": True}


_VALUES = {
    "{n}": lambda token, words: None if (n := _count(token, words)) is None else {"n": n},
    "{unit}": lambda token, words: _named("unit", words.units, token),
    "{weekday}": lambda token, words: _calendar("weekday", words.weekdays, token, words),
    "{month}": lambda token, words: _calendar("month", words.months, token, words),
    "{part}": lambda token, words: _named("part", words.parts, token),
    "{day}": _day,
    "{ordinal}": _ordinal_day,
    "{year}": _year,
    "{nth}": _nth,
    "{hour}": _hour,
    "{minute}": _minute,
    "{clock}": _clock,
    "{iso}": _iso,
    "{date}": _date,
    "{meridiem}": _meridiem,
}


def _named(name: str, table: Any, token: Token) -> _Values | None:
    value = table.get(token.folded)
    return None if value is None or token.kind is not TokenKind.WORD else {name: value}


def _calendar(name: str, table: Any, token: Token, words: TimeWords) -> _Values | None:
    return None if token.folded in words.risky and not token.capital else _named(name, table, token)


def _joined(one: When, other: When) -> When | None:
    """A day and an hour side by side as one time; None when they do not belong together."""
    if other.shape is Shape.TIME and one.shape not in {Shape.TIME, Shape.ROOM} and one.hour is None:
        return replace(
            one,
            hour=other.hour,
            minute=other.minute,
            explicit_hour=other.explicit_hour,
            part=one.part or other.part,
            minutes_added=other.minutes_added,
        )
    if one.shape is Shape.TIME and other.shape not in {Shape.TIME, Shape.ROOM} and other.hour is None:
        joined = _joined(other, one)
        return joined and replace(joined, due_only=one.due_only or other.due_only)
    return None


def _length_at(tokens: Sequence[Token], start: int, words: TimeWords) -> FoundLength | None:
    token = tokens[start]
    if token.kind is TokenKind.STRETCH:
        return _stretch(token, start)
    best: FoundLength | None = None
    for elements, minutes in _length_patterns(words):
        for stop, _ in _matches(tokens, start, elements, words):
            if best is None or stop > best.stop:
                best = FoundLength(start, stop, minutes)
    if best is not None:
        return best
    stop, minutes = start, 0
    while (piece := _piece_of_length(tokens, stop, words)) is not None:
        stop, minutes = stop + piece[0], minutes + piece[1]
    if minutes and minutes % 60 == 0 and stop < len(tokens):
        more = _minute(tokens[stop], words)  # *1 hr 10*
        if more is not None and len(tokens[stop].text) == 2 and tokens[stop].kind is TokenKind.NUMBER:
            stop, minutes = stop + 1, minutes + int(more["minute"])
    return FoundLength(start, stop, minutes) if 0 < minutes <= LONGEST_TALK else None


def _piece_of_length(tokens: Sequence[Token], start: int, words: TimeWords) -> tuple[int, int] | None:
    """``20 min``, ``20m``, ``1h15``, ``1.5 hours`` or ``1:30 h``: the tokens and the minutes."""
    if start >= len(tokens):
        return None
    token = tokens[start]
    following = words.units.get(tokens[start + 1].folded) if start + 1 < len(tokens) else None
    if token.kind is TokenKind.MIXED:
        return _mixed_length(token, words)
    if following not in _MINUTES or following is None:
        return None
    if token.kind is TokenKind.CLOCK and following is Unit.HOUR:
        hours, minutes = (int(part) for part in token.text.split(":"))
        return 2, hours * 60 + minutes
    if token.kind is TokenKind.NUMBER and len(token.text) <= 5:
        return 2, round(float(token.text.replace(",", ".")) * _MINUTES[following])
    n = words.numbers.get(token.folded)
    return None if n is None else (2, n * _MINUTES[following])


def _mixed_length(token: Token, words: TimeWords) -> tuple[int, int] | None:
    match = _MIXED.fullmatch(token.folded)
    unit = words.units.get(match[2]) if match else None
    if match is None or unit not in _MINUTES or unit is None or (match[3] and unit is not Unit.HOUR):
        return None
    minutes = round(float(match[1].replace(",", ".")) * _MINUTES[unit]) + int(match[3] or 0)
    return 1, minutes


def _stretch(token: Token, start: int) -> FoundLength | None:
    hours = [int(number) for number in re.findall(r"\d+", token.text)]
    begins, ends = hours[0] * 60 + hours[1], hours[2] * 60 + hours[3]
    if max(hours[0], hours[2]) > 23 or max(hours[1], hours[3]) > 59:
        return None
    when = When(Shape.TIME, hour=hours[0], minute=hours[1], explicit_hour=True)
    return FoundLength(start, start + 1, (ends - begins) % (24 * 60), when)


@lru_cache(maxsize=16)
def _compiled(patterns: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The patterns cut into words and places; ``{n} {unit}`` side by side is one place."""
    return tuple(
        tuple(
            element
            for piece in pattern.replace("{n} {unit}", "{span}").split()
            for element in ((piece,) if piece.startswith("{") else words_of(piece))
        )
        for pattern in patterns
    )


def _patterns(words: TimeWords) -> Iterator[tuple[tuple[str, ...], When]]:
    return zip(_compiled(tuple(words.patterns)), words.patterns.values(), strict=True)


def _length_patterns(words: TimeWords) -> Iterator[tuple[tuple[str, ...], int]]:
    return zip(_compiled(tuple(words.lengths)), words.lengths.values(), strict=True)


def _prefixes(words: TimeWords) -> Iterator[tuple[tuple[str, ...], When]]:
    return zip(_compiled(tuple(words.prefixes)), words.prefixes.values(), strict=True)
