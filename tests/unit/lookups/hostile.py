"""What strangers may write into an answer or a card, and ways to put it there."""

import json
from collections.abc import Iterator
from typing import Any

MARKUP = "<script>alert(1)</script><img src=file:///etc/passwd onerror=x>"
HOSTILE_TEXTS = (
    "",
    " \t\r\n ",
    MARKUP,
    "\x00\x07\x1b[31mred\x7f\x9f",
    "\ud800 half of a pair \udfff",
    "\u202eevil\u2066\u200b\ufeff",
    "line\nanother\r\nthird\u2028fourth",
    "e" + "\u0301" * 5000,
    "x" * 200_000,
    "javascript:alert(1)",
    "data:text/html,hello",
    "file:///etc/passwd",
    "https://user:secret@evil.example.org/",
    "https://127.0.0.1/admin",
    "http://[::1]:6379/",
    "https://exa mple.org/",
    "https://evil.example.org\\@github.com/",
    "//evil.example.org/path",
    "../../../../user",
    "@everyone",
    "a@b",
    "{{7*7}} %s %n {name} ${HOME}",
    "BEGIN:VCARD\r\nFN:Eve\r\nEND:VCARD",
    "2026-13-45",
    "9999-12-31T23:59:59-23:59",
    "0001-01-01T00:00:00+23:59",
)
"""Texts of which none may break, lead anywhere, or come out with something hidden in it."""

WRONG_TYPES: tuple[Any, ...] = (
    None,
    7,
    -1.5,
    True,
    False,
    [],
    {},
    ["x", 1],
    {"a": [1]},
    10**30,
    *HOSTILE_TEXTS,
)

BROKEN = (
    b"",
    b"{",
    b"null",
    b"7",
    b'"ada"',
    b"\xff\xfe\x00",
    b"<html><body>busy</body></html>",
    b"[" * 100_000,
    b'{"a":' * 100_000,
    b'{"id": ' + b"9" * 10_000 + b"}",
    b"{}",
    b"[]",
    b"[null, 7, []]",
)
"""Bodies of which none can be a profile as JSON."""

HOSTILE_LINES = (
    *HOSTILE_TEXTS,
    "https://",
    "https:///ada",
    "https://example.org:99999/ada",
    "https://[::1/ada",
    "https://xn--/ada",
    "mailto:",
    "tel:+441234",
    "ada lovelace",
    "://",
    "github:",
    "gitlab:../x",
    "github:ada/../../x",
    "@",
    "@:",
    "a" * 100_000,
)
"""Lines of a card that name nobody."""

Path = tuple[str | int, ...]


def json_of(body: bytes) -> Any:
    """The content of an answer."""
    return json.loads(body)


def leaves(content: Any, here: Path = ()) -> Iterator[Path]:
    """The way to every value, the inner ones before what holds them."""
    inside: list[tuple[str | int, Any]] = []
    if isinstance(content, dict):
        inside = list(content.items())
    elif isinstance(content, list):
        inside = list(enumerate(content))
    for name, value in inside:
        yield from leaves(value, (*here, name))
    if here:
        yield here


def with_leaf(content: Any, path: Path, value: Any) -> Any:
    """The content with one value replaced; unchanged where something above was replaced before."""
    if not path:
        return value
    name, rest = path[0], path[1:]
    if isinstance(content, dict) and name in content:
        return {**content, name: with_leaf(content[name], rest, value)}
    if isinstance(content, list) and isinstance(name, int) and name < len(content):
        return [*content[:name], with_leaf(content[name], rest, value), *content[name + 1 :]]
    return content
