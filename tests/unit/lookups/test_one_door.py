"""There is one door: nothing else of the program can reach the net."""

import ast
from pathlib import Path

PACKAGE = Path(__file__).parents[3] / "relate_desktop"

OF_THE_NET = {
    *("socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "imaplib", "poplib", "telnetlib"),
    *("nntplib", "xmlrpc", "socketserver", "asyncio", "httpcore2", "httpx2", "requests", "urllib3", "dns"),
    *("truststore", "PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebSockets"),
}
AT_THE_DOOR = {
    "lookups/engine.py": {"httpcore2", "ssl"},
    "lookups/names.py": {"dns", "socket"},
    "lookups/proxies.py": {"urllib.request"},
    "lookups/trust.py": {"ssl", "truststore"},
    "lookups/wires.py": {"httpcore2", "socket", "ssl"},
}
ON_THIS_MACHINE = {
    "system/end_signals.py": {"socket"},
    "system/native_notifier.py": {"asyncio"},
    "system/session_bus.py": {"socket"},
    "ui/shell/instance.py": {"PySide6.QtNetwork"},
    "ui/shell/signals.py": {"socket"},
}
"""A pair of ends in one process, the session's message bus, the first window's own socket."""


def imported(path: Path) -> set[str]:
    """What of the net a module imports, wherever in it, for types as well."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.update({node.module, *(f"{node.module}.{alias.name}" for alias in node.names)})
    return {name for name in OF_THE_NET for each in found if each == name or each.startswith(f"{name}.")}


def test_only_the_fetcher_can_reach_the_net() -> None:
    found = {
        path.relative_to(PACKAGE).as_posix(): names
        for path in sorted(PACKAGE.rglob("*.py"))
        if (names := imported(path))
    }
    assert {place: names for place, names in found.items() if place not in ON_THIS_MACHINE} == AT_THE_DOOR
    assert {place: names for place, names in found.items() if place in ON_THIS_MACHINE} == ON_THIS_MACHINE
