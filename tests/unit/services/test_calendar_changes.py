from dataclasses import replace

from relate_desktop.domain.calendar_file import CalendarComponent
from relate_desktop.domain.importing import Finding
from relate_desktop.services.calendar_changes import FileChanges
from relate_desktop.storage.calendars import KeptComponent
from tests.unit.storage.events import a_refused_event, a_schedule, an_event


def kept(number: int, like: CalendarComponent) -> KeptComponent:
    return KeptComponent(number, 1, like.essence, "")


def test_what_the_book_has_already_is_the_same_whatever_day_it_was_exported() -> None:
    changes = FileChanges({an_event().key: [kept(1, an_event())]})
    assert changes.compare(an_event(stamp="20270101T000000Z")) is Finding.SAME
    assert changes.nothing


def test_new_changed_and_gone_are_told_apart() -> None:
    changes = FileChanges(
        {an_event().key: [kept(1, an_event())], an_event(uid="b").key: [kept(2, an_event(uid="b"))]}
    )
    assert changes.compare(an_event("Moved", a_schedule("2027-01-01T09:00"))) is Finding.UPDATE
    assert changes.compare(an_event(uid="c")) is Finding.NEW
    assert list(changes.changed) == [1]
    assert [one.key.uid for one in changes.new] == ["c"]
    assert changes.gone == {an_event(uid="b").key: [2]}
    assert not changes.nothing


def test_a_key_that_comes_twice_is_compared_twice() -> None:
    twice = [an_event("one"), an_event("two")]
    changes = FileChanges({twice[0].key: [kept(1, twice[0]), kept(2, twice[1])]})
    assert [changes.compare(one) for one in reversed(twice)] == [Finding.SAME, Finding.SAME]
    assert changes.compare(an_event("three")) is Finding.NEW


def test_an_event_whose_zone_is_explained_by_now_has_changed() -> None:
    unknown = an_event(unknown_zone="Corporate")
    before = replace(kept(1, unknown), unknown_zone="Corporate")
    assert FileChanges({unknown.key: [before]}).compare(unknown) is Finding.SAME
    explained = replace(an_event(), raw=unknown.raw)
    assert FileChanges({unknown.key: [before]}).compare(explained) is Finding.UPDATE


def test_what_cannot_be_read_is_unreadable_and_kept_once() -> None:
    changes = FileChanges({})
    assert changes.compare(a_refused_event()) is Finding.UNREADABLE
    again = FileChanges({a_refused_event().key: [kept(1, a_refused_event())]})
    assert again.compare(a_refused_event()) is Finding.UNREADABLE
    assert again.nothing
