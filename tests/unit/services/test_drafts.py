import os
import stat
from pathlib import Path

import pytest

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.ids import ContactId
from relate_desktop.services.drafts import FILE_NAME, DraftsService
from tests.open_book import a_book, a_person


def again(folder: Path, drafts: DraftsService) -> DraftsService:
    """The drafts after another start."""
    drafts.keep()
    return DraftsService(folder)


def test_a_typed_line_is_there_after_the_next_start(tmp_path: Path) -> None:
    drafts = DraftsService(tmp_path)
    drafts.put_text("jot", "Called Anna, \ud800 said")
    assert again(tmp_path, drafts).text("jot") == "Called Anna, \ud800 said"


def test_a_line_that_was_cleared_leaves_no_file(tmp_path: Path) -> None:
    drafts = DraftsService(tmp_path)
    drafts.put_text("jot", "Called Anna")
    drafts.keep()
    drafts.put_text("jot", "  ")
    assert again(tmp_path, drafts).text("jot") == ""
    assert not (tmp_path / FILE_NAME).exists()


def test_a_person_being_changed_is_kept_to_the_last_line(tmp_path: Path) -> None:
    lines = ("item1.EMAIL;TYPE=work,home;PREF=1:ada@example.com", "TEL;CELL:0123", "NOTE:x\\, y")
    with a_book(tmp_path) as book:
        number = book.contacts.add(a_person("Ada", *lines))
        before = book.contacts.get(number)
    now = Contact(a_person("Ada Lovelace", *lines), number)
    drafts = DraftsService(tmp_path)
    drafts.put_person(before, now)
    found = again(tmp_path, drafts).person(number)
    assert found is not None
    assert (found.before, found.now) == (before, now)
    assert [one.id for one in found.before.properties] == [one.id for one in before.properties]


def test_somebody_new_has_a_draft_of_their_own_and_the_last_one_comes_first(tmp_path: Path) -> None:
    drafts = DraftsService(tmp_path)
    drafts.put_person(Contact((), ContactId(7)), Contact(a_person("Bob"), ContactId(7)))
    drafts.put_person(Contact(()), Contact(a_person("Zoe")))
    fresh = again(tmp_path, drafts)
    assert fresh.people() == [None, ContactId(7)]
    assert fresh.person(None) is not None
    fresh.drop_person(None)
    assert again(tmp_path, fresh).people() == [ContactId(7)]


def test_only_the_owner_can_read_them(tmp_path: Path) -> None:
    drafts = DraftsService(tmp_path)
    drafts.put_text("jot", "secret")
    drafts.keep()
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b'{"texts": 1, "people": {}}', b"\xff", b"[" * 40_000]
)
def test_what_cannot_be_read_is_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    drafts = DraftsService(tmp_path)
    assert drafts.people() == []
    drafts.put_text("jot", "after")
    assert again(tmp_path, drafts).text("jot") == "after"


def test_whoever_is_erased_takes_their_draft_with_them(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada = book.contacts.add(a_person("Ada"))
        book.drafts.put_person(book.contacts.get(ada), Contact(a_person("ZZCANARY"), ada))
        book.drafts.keep()
        book.contacts.forget([ada])
        assert not (book.folder / FILE_NAME).exists()
