"""Builders: files with calendars in them."""

from pathlib import Path

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Studio//EN\r\n"
BERLIN = "DTSTART;TZID=Europe/Berlin:20261124T093000\r\nDTEND;TZID=Europe/Berlin:20261124T101500\r\n"


def vevent(title: str = "Crane catalogue", *lines: str, uid: str = "", when: str = BERLIN) -> str:
    """One event, in UTF-8 and with the line ends of the standard."""
    more = "".join(f"{line}\r\n" for line in lines)
    name = uid or f"{title}@studio.example"
    head = f"BEGIN:VEVENT\r\nUID:{name}\r\nDTSTAMP:20261101T000000Z\r\nSUMMARY:{title}\r\n"
    return f"{head}{when}{more}END:VEVENT\r\n"


def vcalendar(*components: str, name: str = "") -> bytes:
    """A whole file."""
    called = f"X-WR-CALNAME:{name}\r\n" if name else ""
    return f"{HEAD}{called}{''.join(components)}END:VCALENDAR\r\n".encode()


def a_file(folder: Path, *components: str, file: str = "studio.ics", name: str = "") -> Path:
    """A file with a calendar of these components."""
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(vcalendar(*components, name=name))
    return path


class Steps:
    """Fits ``services.jobs.Stepping``: nobody stops it."""

    def step(self, done: int, total: int) -> None:
        """Nobody looks."""
