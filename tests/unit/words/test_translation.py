import gettext
from collections.abc import Iterator
from pathlib import Path

import pytest

from relate_desktop.words.translation import _, ngettext, pgettext, use_language


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
    use_language(tmp_path / "none", ["en"])


def a_catalogue(folder: Path, language: str, messages: dict[str, str]) -> None:
    """Writes a compiled catalogue of plain messages, as the gettext tools would."""
    entries = sorted({"": "Content-Type: text/plain; charset=UTF-8\n", **messages}.items())
    count = len(entries)
    originals: list[tuple[int, int]] = []
    translations: list[tuple[int, int]] = []
    texts = b""
    start = 28 + 16 * count
    for index in (0, 1):
        table = originals if index == 0 else translations
        for entry in entries:
            text = entry[index].encode()
            table.append((len(text), start + len(texts)))
            texts += text + b"\0"
    numbers = [0x950412DE, 0, count, 28, 28 + 8 * count, 0, 28 + 16 * count]
    numbers += [part for row in originals + translations for part in row]
    target = folder / language / "LC_MESSAGES" / "relate.mo"
    target.parent.mkdir(parents=True)
    target.write_bytes(b"".join(number.to_bytes(4, "little") for number in numbers) + texts)


def test_without_a_catalogue_the_words_are_english(folder: Path) -> None:
    use_language(folder, ["xx"])
    assert _("Undo") == "Undo"
    assert ngettext("{count} person", "{count} people", 2) == "{count} people"
    assert pgettext("theme", "Light") == "Light"


def test_a_catalogue_gives_its_words_at_once(folder: Path) -> None:
    a_catalogue(folder, "de", {"Undo": "Rückgängig", "theme\x04Light": "Hell"})
    use_language(folder, ["de"])
    assert _("Undo") == "Rückgängig"
    assert pgettext("theme", "Light") == "Hell"
    assert _("Redo") == "Redo"


def test_a_damaged_catalogue_is_the_programs_fault_and_seen(folder: Path) -> None:
    target = folder / "de" / "LC_MESSAGES" / "relate.mo"
    target.parent.mkdir(parents=True)
    target.write_bytes(b"not a catalogue at all")
    with pytest.raises(OSError, match="Bad magic"):
        use_language(folder, ["de"])


def test_the_catalogue_is_found_as_gettext_finds_it(folder: Path) -> None:
    a_catalogue(folder, "de", {"Undo": "Rückgängig"})
    assert gettext.find("relate", folder, ["de_AT"]) is not None
