"""``circles``: the circles there are, and what is done with a whole circle."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from relate_desktop.cli.numbers import plain_text, positive
from relate_desktop.cli.output import plain, table
from relate_desktop.cli.program import Answer, Command, Program
from relate_desktop.cli.rhythm import cadence_of
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.domain.people import CircleSummary
    from relate_desktop.services.book import OpenBook

COLOURS = ("fern", "lagoon", "sky", "iris", "plum", "rose", "clay", "marigold", "olive", "slate")
"""The ten colours by name, in the order of their numbers; they are the same in every language."""

_COUNTING = frozenset({"rename", "join", "remove"})
"""What answers how many people changed."""


def commands() -> tuple[Command, ...]:
    """The command of this file."""
    return (
        Command(
            "circles",
            _("list circles, or make, rename, join, colour, place or remove one"),
            "circles Clients --every 6w",
            _declare,
            _circles,
            notes=_(
                "Without an option circles are listed and nothing is changed. Removing a circle takes\n"
                "nobody away. Who is in a circle is said with 'edit' or 'bulk'."
            ),
        ),
    )


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument("circle", metavar=_("CIRCLE"), nargs="?", type=plain_text, help=_("one circle"))
    acts = parser.add_mutually_exclusive_group()
    acts.add_argument("--add", action="store_true", help=_("make it, with nobody in it yet"))
    acts.add_argument("--rename", metavar=_("NAME"), type=plain_text, help=_("call it otherwise"))
    acts.add_argument(
        "--join",
        metavar=_("OTHER"),
        type=plain_text,
        nargs="+",
        help=_("make other circles part of it; its name, colour, place and rhythm stay"),
    )
    acts.add_argument("--remove", action="store_true", help=_("take it away; its people stay"))
    acts.add_argument("--place", metavar=_("N"), type=positive, help=_("put it at this place in the list"))
    acts.add_argument(
        "--every",
        metavar=_("GAP"),
        type=plain_text,
        help=_("how often to be in touch with its people, or never"),
    )
    parser.add_argument("--colour", choices=COLOURS, help=_("give it a colour; also together with --add"))


def _circles(options: Namespace, program: Program) -> Answer:
    if options.circle is None:
        _refuse_acts(options)
        with program.book() as book:
            return _listed(book, book.circles.all())
    with program.book(create=options.add) as book:
        before = book.history.entries(limit=1)
        people = _act(book, options)
        after = book.history.entries(limit=1)
        found = [] if options.remove else [_found(book, options.rename or options.circle)]
        if people is None:
            return _listed(book, found)
        changed = before[:1] != after[:1]
        document = {
            "operation": str(after[0].changeset) if changed else None,
            "circle": found[0].name if found else options.circle,
            "changed": changed,
            "people": people,
        }
        return Answer(document, [_said(book, changed=changed)])


def _refuse_acts(options: Namespace) -> None:
    from relate_desktop.domain.errors import ErrorKind, UsageError

    acts = (options.add, options.rename, options.join, options.remove, options.place, options.every)
    if any(acts) or options.colour is not None:
        raise UsageError(
            ErrorKind.WRONG_USAGE, text=_("Name the circle you mean."), program="relate-desktop circles"
        )


def _act(book: "OpenBook", options: Namespace) -> int | None:
    """Does what was asked; how many people changed, None where nothing was asked."""
    from relate_desktop.domain.errors import ErrorKind, UsageError

    name, circles = options.circle, book.circles
    hue = None if options.colour is None else COLOURS.index(options.colour)
    acts: Mapping[str, Callable[[], object]] = {
        "add": lambda: circles.add(name, hue),
        "rename": lambda: circles.rename(name, options.rename),
        "join": lambda: circles.join(name, options.join),
        "remove": lambda: circles.remove(name),
        "place": lambda: circles.move(name, options.place - 1),
        "every": lambda: book.rhythms.set_circle(_found(book, name).name, cadence_of(options.every)),
        "colour": lambda: circles.colour(name, hue or 0),
    }
    asked = [act for act in acts if getattr(options, act) not in (None, False)]
    if asked == ["add", "colour"]:
        asked.remove("colour")
    if len(asked) > 1:
        text = _("--colour stands alone, or together with --add.")
        raise UsageError(ErrorKind.WRONG_USAGE, text=text, program="relate-desktop circles")
    if not asked:
        return None
    done = acts[asked[0]]()
    return done if isinstance(done, int) and asked[0] in _COUNTING else 0


def _found(book: "OpenBook", name: str) -> "CircleSummary":
    from relate_desktop.domain.errors import ErrorKind, NotFoundError

    circle = book.circles.find(name)
    if circle is None:
        raise NotFoundError(ErrorKind.CIRCLE_UNKNOWN, name=name)
    return circle


def _listed(book: "OpenBook", circles: "list[CircleSummary]") -> Answer:
    from relate_desktop.domain.text import fold
    from relate_desktop.words.circles import colour_name
    from relate_desktop.words.staying import rhythm_choice

    rhythms = {fold(name): cadence for name, cadence in book.rhythms.circles().items()}
    documents: list[dict[str, Any]] = []
    rows = []
    for one in circles:
        cadence = rhythms.get(fold(one.name))
        days = None if cadence is None else cadence.ideal
        documents.append(
            {"circle": one.name, "people": one.count, "colour": COLOURS[one.hue], "every_days": days}
        )
        rows.append((one.name, f"{one.count:,}", colour_name(one.hue), rhythm_choice(days) if days else ""))
    return Answer({"circles": documents}, [*table(rows)] or [_("No circles yet.")])


def _said(book: "OpenBook", *, changed: bool) -> str:
    """The change in a sentence, as History says it."""
    from relate_desktop.words.operations import summary

    if not changed:
        return _("Nothing to change.")
    entry = book.history.entries(limit=1)[0]
    return plain(summary(entry.kind, entry.facts))
