"""Where things lie: the book, what the program ships with, and its own notes when there is no book."""

import os
from collections.abc import Mapping
from pathlib import Path

BOOK_VARIABLE = "RELATE_BOOK"


def book_folder(given: str | None = None, environment: Mapping[str, str] = os.environ) -> Path:
    """The folder of the book: the one given, else ``RELATE_BOOK``, else the platform's own place.

    The folder need not exist. ``~`` stands for the home folder.
    """
    chosen = given or environment.get(BOOK_VARIABLE)
    if chosen:
        return Path(chosen).expanduser().absolute()
    # not above: a window on a named book is painted without it
    from platformdirs import user_data_path  # noqa: PLC0415

    return user_data_path("Relate", appauthor=False)


def state_folder() -> Path:
    """Where the program keeps reports when there is no book to keep them in."""
    from platformdirs import user_state_path  # noqa: PLC0415 - likewise

    return user_state_path("Relate", appauthor=False)


def resources_folder() -> Path:
    """The folder with icons, styles, translations and sample people.

    An installed or frozen program carries it inside the package, a checkout beside it.
    Raises FileNotFoundError when the program was taken apart.
    """
    package = Path(__file__).resolve().parents[1]
    for candidate in (package / "resources", package.parent / "resources"):
        if (candidate / "styles").is_dir():
            return candidate
    raise FileNotFoundError("resources")
