"""What the parts are called that the self-test looks at."""

from relate_desktop.words.translation import _


def part_words(part: str) -> str:
    """The part for people; one without words of its own keeps its name."""
    return {
        "resources": _("Pictures, styles and sample people"),
        "keyring": _("What speaks to the system's keyring"),
        "book": _("A book written and read again"),
        "import": _("Bringing people in"),
        "search": _("Search in every script"),
        "history": _("Undo and redo"),
        "export": _("Taking people out, read back by a second reader"),
        "health": _("The check of a book"),
        "window": _("The window"),
        "pictures": _("Icons drawn from SVG"),
        "fonts": _("Letters on the screen"),
        "rooms": _("Every page of the window"),
        "instance": _("Talking to a window that is already open"),
    }.get(part, part)
