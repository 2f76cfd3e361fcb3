"""The reader of microformats, without the way to the net that it brings along."""

import sys
import threading
import types
from collections.abc import Mapping
from typing import Any

STUMBLES = (AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What readers that others wrote raise over markup that is not as they expect it."""

_turn = threading.Lock()


def read_microformats(document: str, url: str) -> list[Mapping[str, Any]]:
    """The items of a document that was fetched and cut to a bearable size.

    Its links are relative to ``url``, which is never opened. An empty list for what cannot be read.
    """
    reader = _reader()
    try:
        items: list[Mapping[str, Any]] = reader.parse(doc=document, url=url, html_parser="lxml")["items"]
    except STUMBLES:
        return []
    return items


def _reader() -> types.ModuleType:
    """mf2py. It would fetch pages with ``requests``, which opens a socket as soon as it is loaded.

    An empty module stands in its place while mf2py is loaded: there is nothing left to fetch with.
    """
    with _turn:
        known = sys.modules.get("mf2py")
        if known is not None:
            return known
        stranger = sys.modules.get("requests")
        sys.modules["requests"] = types.ModuleType("requests")
        try:
            import mf2py  # noqa: PLC0415 - takes its time, and few look-ups need it
        finally:
            del sys.modules["requests"]
            if stranger is not None:
                sys.modules["requests"] = stranger
        loaded: types.ModuleType = mf2py
        return loaded
