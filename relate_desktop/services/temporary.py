"""Where pieces of work put what does not fit into memory: in the book, which is nobody else's."""

from pathlib import Path

from relate_desktop.storage.database import Database
from relate_desktop.system.files import make_private_folder


def temporary_folder(database: Database) -> Path:
    """The book's folder for files that live as long as one piece of work."""
    folder = database.folder / "tmp"
    make_private_folder(folder)
    return folder
