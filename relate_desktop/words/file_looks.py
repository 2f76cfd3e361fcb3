"""What a file looks like that holds no people, in words."""

from relate_desktop.words.translation import _


def looks_sentence(looks: str) -> str:
    """What a file looks like that is no contact list, by the reader's key; empty when nobody knows."""
    sentences = {
        "pdf": _("It looks like a PDF."),
        "zip": _("It looks like a zip archive: unpack it first."),
        "gzip": _("It looks like a compressed file: unpack it first."),
        "7z": _("It looks like a compressed file: unpack it first."),
        "rar": _("It looks like a compressed file: unpack it first."),
        "sqlite": _("It looks like a database."),
        "image": _("It looks like a picture."),
        "sound_or_film": _("It looks like a sound or a film."),
        "office": _("It looks like an office document."),
        "rtf": _("It looks like a text document."),
        "program": _("It looks like a program."),
        "mail": _("It looks like mail."),
        "calendar": _("It looks like a calendar."),
        "html": _("It looks like a web page."),
        "xml": _("It looks like XML."),
        "json": _("It looks like JSON."),
        "ldif": _("It looks like an LDIF address book."),
        "table": _("It looks like a table."),
        "text": _("It looks like plain text."),
        "folder": _("It is a folder without contact lists or calendars in it."),
        "empty": _("There is nothing in it."),
    }
    return sentences.get(looks, "")
