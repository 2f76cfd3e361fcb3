"""``open``: a place or files in the window."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from relate_desktop.cli.program import Answer, Command, Program
from relate_desktop.domain.errors import ErrorKind, InputError, UsageError
from relate_desktop.domain.place import Place
from relate_desktop.words.translation import _

ROOMS = (
    "today",
    "people",
    "timeline",
    "reminders",
    "calendar",
    "import",
    "duplicates",
    "names",
    "relations",
    "history",
    "past",
    "settings",
    "welcome",
)


def commands() -> tuple[Command, ...]:
    """The commands of this file."""
    return (
        Command(
            "open",
            _("show a place, or look inside a file, in the window"),
            "open people",
            _declare_open,
            _open,
            notes=_(
                "Places are today, people, people/<id>, people/removed, relations/<id>, names, timeline,\n"
                "reminders, calendar, import, duplicates, history, past/<day> such as past/2026-03-14,\n"
                "and settings."
            ),
        ),
    )


def _declare_open(parser: ArgumentParser) -> None:
    parser.add_argument("places", metavar=_("PLACE|FILE"), nargs="+", help=_("a place, or files to import"))


def _open(options: Namespace, program: Program) -> Answer:
    wanted = [meant(word) for word in options.places]
    status = program.window.show(program, wanted)
    return Answer({"shown": wanted}, (), status)


def meant(word: str) -> str:
    """A place's address, or the absolute path of a file.

    Raises InputError(FILE_MISSING) and UsageError(PLACE_UNKNOWN).
    """
    place = Place.parse(word)
    if place.room in ROOMS and (place.room != "people" or _is_of_people(place)):
        return place.address
    path = Path(word).expanduser()
    if path.exists():
        return str(path.absolute())
    if place.room not in ROOMS and ("/" in word or "\\" in word or path.suffix):
        raise InputError(ErrorKind.FILE_MISSING, path=word)
    raise UsageError(ErrorKind.PLACE_UNKNOWN, place=word)


def _is_of_people(place: Place) -> bool:
    """Whether the place is the list, a person or a circle."""
    return not place.rest or place.contact is not None or place.rest.startswith(("circle/", "removed"))
