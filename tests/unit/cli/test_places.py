from collections.abc import Sequence
from pathlib import Path

import pytest

from relate_desktop.cli.places import meant
from relate_desktop.domain.errors import ErrorKind, InputError, UsageError


@pytest.mark.parametrize(
    "place",
    ["today", "people", "people/17", "people/circle/Studio friends", "reminders/3", "import", "settings"],
)
def test_a_place_is_its_address(place: str) -> None:
    assert meant(place) == place


def test_a_file_is_its_absolute_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "phone.vcf").touch()
    monkeypatch.chdir(tmp_path)
    assert meant("phone.vcf") == str(tmp_path / "phone.vcf")


@pytest.mark.parametrize("word", ["none.vcf", "./none", "/nowhere/none"])
def test_a_file_that_is_not_there_is_missing(word: str) -> None:
    with pytest.raises(InputError) as caught:
        meant(word)
    assert caught.value.kind is ErrorKind.FILE_MISSING


@pytest.mark.parametrize("word", ["tomorrow", "nonsense", "people/x"])
def test_another_word_is_no_place(word: str) -> None:
    with pytest.raises(UsageError):
        meant(word)


def test_files_and_places_go_together(tmp_path: Path) -> None:
    words: Sequence[str] = ["people", str(tmp_path)]
    assert [meant(word) for word in words] == words
