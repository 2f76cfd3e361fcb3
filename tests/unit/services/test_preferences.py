import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.services.preferences import (
    FILE_NAME,
    KeepRunning,
    OpenAtLogin,
    Preferences,
    PreferencesService,
    Theme,
)


def in_file(folder: Path) -> dict[str, object]:
    document = json.loads((folder / FILE_NAME).read_text("utf-8"))
    assert isinstance(document, dict)
    return document


def test_without_a_file_everything_is_at_its_default(tmp_path: Path) -> None:
    assert PreferencesService(tmp_path).current == Preferences()
    assert not (tmp_path / FILE_NAME).exists()


def test_a_change_is_kept(tmp_path: Path) -> None:
    PreferencesService(tmp_path).change(theme=Theme.DARK, your_name="Zoë")
    again = PreferencesService(tmp_path).current
    assert (again.theme, again.your_name) == (Theme.DARK, "Zoë")


def test_a_change_makes_the_folder_and_is_the_owners_alone(tmp_path: Path) -> None:
    PreferencesService(tmp_path / "book").change(keep_messages=True)
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "book" / FILE_NAME).stat().st_mode) == 0o600


def test_a_number_out_of_bounds_is_brought_into_them(tmp_path: Path) -> None:
    service = PreferencesService(tmp_path)
    assert service.change(text_size=1000).text_size == 150
    assert service.change(text_size=1).text_size == 90


@pytest.mark.parametrize("days", ["", "6", "01234", "0123456"])
def test_any_days_may_be_working_days(tmp_path: Path, days: str) -> None:
    PreferencesService(tmp_path).change(working_days=days)
    assert PreferencesService(tmp_path).current.working_days == days


@pytest.mark.parametrize("days", ["00", "41", "7", "Monday", "0 1", "٠"])
def test_what_is_no_set_of_days_is_the_usual_week(tmp_path: Path, days: str) -> None:
    assert PreferencesService(tmp_path).change(working_days=days).working_days == "01234"


def test_a_yes_of_one_choice_is_not_the_yes_of_another(tmp_path: Path) -> None:
    PreferencesService(tmp_path).change(open_at_login=OpenAtLogin.YES, keep_running=KeepRunning.NO)
    again = PreferencesService(tmp_path).current
    assert again.open_at_login is OpenAtLogin.YES
    assert again.keep_running is KeepRunning.NO


def test_a_name_there_is_not_is_a_mistake_of_ours(tmp_path: Path) -> None:
    with pytest.raises(TypeError):
        PreferencesService(tmp_path).change(colour="red")


def test_one_bad_value_costs_only_itself(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('{"theme": "plaid", "text_size": "big", "keep_messages": true}')
    assert PreferencesService(tmp_path).current == Preferences(keep_messages=True)


def test_what_a_newer_version_wrote_is_kept(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('{"quiet_hours": [22, 7]}')
    PreferencesService(tmp_path).change(theme=Theme.LIGHT)
    assert in_file(tmp_path)["quiet_hours"] == [22, 7]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b" " * 1_100_000])
def test_a_damaged_file_is_set_aside(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    service = PreferencesService(tmp_path)
    assert service.current == Preferences()
    assert (tmp_path / "preferences.damaged.json").read_bytes() == content
    service.change(theme=Theme.DARK)
    assert PreferencesService(tmp_path).current.theme is Theme.DARK


def test_listeners_hear_of_changes_until_they_leave(tmp_path: Path) -> None:
    service = PreferencesService(tmp_path)
    heard: list[Preferences] = []
    leave = service.listen(heard.append)
    service.change(theme=Theme.DARK)
    service.change(theme=Theme.DARK)
    leave()
    service.change(theme=Theme.LIGHT)
    assert [preferences.theme for preferences in heard] == [Theme.DARK]


def test_what_cannot_be_kept_is_not_changed(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    service = PreferencesService(tmp_path)
    with pytest.raises(OSError):  # noqa: PT011 - which one differs by system
        service.change(theme=Theme.DARK)
    assert service.current == Preferences()


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists))
def test_any_value_of_any_preference_is_survived(
    tmp_path_factory: pytest.TempPathFactory, value: object
) -> None:
    folder = tmp_path_factory.mktemp("book")
    document = dict.fromkeys(Preferences.__slots__, value)
    (folder / FILE_NAME).write_text(json.dumps(document))
    current = PreferencesService(folder).current
    assert 90 <= current.text_size <= 150
    assert isinstance(current.theme, Theme)


def test_what_another_process_changed_is_taken_over(tmp_path: Path) -> None:
    mine, other = PreferencesService(tmp_path), PreferencesService(tmp_path)
    heard: list[Preferences] = []
    mine.listen(heard.append)
    assert not mine.refresh()
    other.change(your_name="Mira")
    assert mine.refresh()
    assert mine.current.your_name == "Mira"
    assert heard == [mine.current]
    assert not mine.refresh()


def test_a_file_that_goes_away_with_its_disk_changes_nothing_until_it_is_back(tmp_path: Path) -> None:
    mine = PreferencesService(tmp_path)
    mine.change(your_name="Mira")
    content = (tmp_path / FILE_NAME).read_text()
    (tmp_path / FILE_NAME).unlink()
    assert not mine.refresh()
    assert mine.current.your_name == "Mira"
    (tmp_path / FILE_NAME).write_text(content.replace("Mira", "Zoe"))
    assert mine.refresh()
    assert mine.current.your_name == "Zoe"


def test_a_change_takes_nothing_back_that_another_process_chose(tmp_path: Path) -> None:
    mine, other = PreferencesService(tmp_path), PreferencesService(tmp_path)
    mine.change(lookups=True)
    heard: list[Preferences] = []
    mine.listen(heard.append)
    other.refresh()
    other.change(lookups=False)
    assert mine.current.lookups
    assert not mine.kept().lookups
    mine.change(your_name="Mira")
    assert (mine.current.lookups, mine.current.your_name) == (False, "Mira")
    assert heard == [mine.current]
    assert in_file(tmp_path)["lookups"] is False
    other.change(your_name="Zoe")
    mine.change(your_name="Zoe")
    assert heard[-1].your_name == "Zoe"
    assert mine.kept() == mine.current


def test_a_file_that_is_gone_is_written_again_with_everything(tmp_path: Path) -> None:
    mine = PreferencesService(tmp_path)
    mine.change(your_name="Mira")
    (tmp_path / FILE_NAME).unlink()
    mine.change(theme=Theme.DARK)
    assert in_file(tmp_path)["your_name"] == "Mira"
