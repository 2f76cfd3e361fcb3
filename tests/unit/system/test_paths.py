from pathlib import Path

import pytest

from relate_desktop.system.paths import book_folder, resources_folder, state_folder


def test_the_folder_that_was_named_is_the_book(tmp_path: Path) -> None:
    assert book_folder(str(tmp_path), {"RELATE_BOOK": "/elsewhere"}) == tmp_path


def test_without_a_name_the_variable_decides(tmp_path: Path) -> None:
    assert book_folder(None, {"RELATE_BOOK": str(tmp_path)}) == tmp_path


def test_an_empty_variable_says_nothing() -> None:
    assert book_folder(None, {"RELATE_BOOK": ""}).name == "Relate"


def test_without_both_the_book_lies_in_the_users_data_folder() -> None:
    folder = book_folder(None, {})
    assert folder.name == "Relate"
    assert folder.is_relative_to(Path.home())


def test_a_tilde_is_the_home_folder() -> None:
    assert book_folder("~/people", {}) == Path.home() / "people"


def test_a_relative_name_becomes_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert book_folder("people", {}) == tmp_path / "people"


def test_a_checkout_finds_its_resources() -> None:
    assert (resources_folder() / "styles" / "tokens.json").is_file()


def test_reports_without_a_book_lie_below_the_home_folder() -> None:
    assert state_folder().is_relative_to(Path.home())
