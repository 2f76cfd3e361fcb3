"""A book of version 1, as that version left it on disk."""

from pathlib import Path

import sqlcipher3.dbapi2 as driver

SCRIPT = Path(__file__).parents[3] / "data" / "books" / "version1.sql"


def a_book_of_version_1(folder: Path) -> Path:
    """The folder of such a book: Ada typed and edited, Zoë and 田中 美咲 imported, Bob in the trash."""
    folder.mkdir(mode=0o700)
    connection = driver.connect(str(folder / "relate.db"))
    connection.executescript(SCRIPT.read_text("utf-8"))
    connection.close()
    return folder
