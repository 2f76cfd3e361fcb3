from relate_desktop.domain.change import OperationKind
from relate_desktop.words.calendar_operations import CALENDAR_WORDED, calendar_operation_names, events
from relate_desktop.words.operations import operation_name, summary


def test_kinds_of_calendars_have_both_a_name_and_a_sentence() -> None:
    assert set(CALENDAR_WORDED) == set(calendar_operation_names())
    assert all(operation_name(kind) and summary(kind, {}) for kind in CALENDAR_WORDED)


def test_a_calendar_read_again_says_what_is_new_in_it() -> None:
    facts: dict[str, str | int] = {"name": "Team", "events": 1, "changed_events": 2, "gone_events": 40}
    assert summary(OperationKind.CALENDAR_READ, facts) == (
        "Read \u2068Team\u2069 again: one event new, two events changed and 40 events gone."
    )
    assert summary(OperationKind.CALENDAR_READ, {"name": "Team"}) == "Read \u2068Team\u2069 again."


def test_events_of_an_import_are_counted_beside_its_people() -> None:
    assert summary(OperationKind.IMPORT, {"created": 2, "events": 340}) == (
        "Two people imported and 340 events imported."
    )
    assert summary(OperationKind.IMPORT, {"events": 1}) == "One event imported."


def test_an_event_is_named_where_it_has_a_title() -> None:
    assert (
        summary(OperationKind.EVENT_HIDE, {"title": "Stand-up"})
        == "\u2068Stand-up\u2069 is not shown any more."
    )


def test_one_event_is_said_in_words() -> None:
    assert (events(1), events(1200)) == ("one event", "1,200 events")
