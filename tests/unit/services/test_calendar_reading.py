from dataclasses import replace

from relate_desktop.domain.draft import RemarkKind
from relate_desktop.services.calendar_reading import (
    CalendarRecord,
    calendar_text,
    reader_anew,
    records_of,
    refusal_remark,
)
from tests.unit.services.calendar_files import vcalendar, vevent

TODO = "BEGIN:VTODO\r\nUID:todo\r\nSUMMARY:Buy paper\r\nEND:VTODO\r\n"
ZONE = "BEGIN:VTIMEZONE\r\nTZID:Corporate\r\nEND:VTIMEZONE\r\n"
CORPORATE = "DTSTART;TZID=Corporate:20261124T093000\r\n"


def records(content: bytes, **answers: str) -> list[CalendarRecord]:
    return list(records_of(calendar_text(content), answers, lambda: None))


def test_every_byte_of_a_file_is_in_a_record() -> None:
    content = vcalendar(ZONE, vevent(), TODO, vevent("Übung"), name="Studio")
    assert b"".join(one.component.raw for one in records(content)) == content


def test_events_and_tasks_are_counted_and_zones_and_the_calendar_itself_are_not() -> None:
    found = records(vcalendar(ZONE, vevent(), TODO))
    assert [(one.component.key.kind, one.number) for one in found] == [
        ("", 0),
        ("VTIMEZONE", 0),
        ("VEVENT", 1),
        ("VTODO", 2),
        ("", 0),
    ]
    assert [one.counts for one in found] == [False, False, True, True, False]
    texts = [one.component.key for one in found if not one.component.key.kind]
    assert len(set(texts)) == 2


def test_what_is_kept_and_not_shown_is_remarked() -> None:
    (task,) = (one for one in records(vcalendar(TODO)) if one.counts)
    assert [(remark.kind, remark.facts["kind"]) for remark in task.remarks] == [
        (RemarkKind.COMPONENT_KEPT, "VTODO")
    ]
    assert task.component.draft is None
    assert task.component.refused is None


def test_a_bad_event_costs_itself_alone() -> None:
    bad = vevent("bad", when="DTSTART:when it suits\r\n")
    good, refused = (one.component for one in records(vcalendar(vevent(), bad)) if one.counts)
    assert good.draft is not None
    assert refused.refused is not None
    assert refusal_remark(refused.refused).line == refused.line == 11


def test_a_zone_that_nobody_can_explain_is_asked_for_and_its_answer_holds() -> None:
    content = vcalendar(vevent(when=CORPORATE))
    (event,) = (one for one in records(content) if one.counts)
    assert event.component.unknown_zone == "Corporate"
    assert [remark.facts["zone"] for remark in event.remarks] == ["Corporate"]
    (explained,) = (one.component for one in records(content, Corporate="Europe/Lisbon") if one.counts)
    assert explained.unknown_zone == ""
    anew = reader_anew({"Corporate": "Europe/Lisbon"})(event.component.raw).draft
    assert explained.draft is not None
    assert anew == replace(explained.draft, line=1)


def test_lines_are_understood_kept_or_refused() -> None:
    alarm = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nEND:VALARM"
    (event,) = (one for one in records(vcalendar(vevent("a", "X-COLOUR:red", alarm))) if one.counts)
    assert (event.accounting.understood, event.accounting.kept_as_is) == (4, 7)
    (bad,) = (one for one in records(vcalendar(vevent(when="DTSTART:soon\r\n"))) if one.counts)
    assert (bad.accounting.understood, bad.accounting.refused) == (0, 1)


def test_a_file_tells_its_name_and_whether_it_holds_one_event() -> None:
    override = vevent("a", "RECURRENCE-ID;TZID=Europe/Berlin:20261124T093000")
    one = calendar_text(vcalendar(ZONE, vevent("a"), override, name="The\\, studio"))
    assert (one.name, one.one_event, one.uids) == ("The, studio", True, ("a@studio.example",))
    assert not calendar_text(vcalendar(vevent("a"), vevent("b"))).one_event
    nameless = calendar_text(
        vcalendar("BEGIN:VTODO\r\nUID:t\r\nEND:VTODO\r\n", "BEGIN:VEVENT\r\nEND:VEVENT\r\n")
    )
    assert (nameless.uids[0], nameless.uids[1][:5]) == ("t", "none:")
    loose = calendar_text(b"hello\r\n" + vcalendar(vevent()))
    assert [remark.line for remark in loose.loose] == [1]


def test_an_event_that_bears_the_identifier_of_another_is_told() -> None:
    nameless = "BEGIN:VEVENT\r\nDTSTART:20261124T093000Z\r\nEND:VEVENT\r\n"
    override = vevent("a", "RECURRENCE-ID;TZID=Europe/Berlin:20261124T093000", uid="1")
    content = vcalendar(vevent("a", uid="1"), override, vevent("b", uid="1"), nameless, nameless)
    told = [[one.facts["what"] for one in record.remarks] for record in records(content) if record.counts]
    assert told == [[], [], ["same_uid"], [], []]


def test_a_missing_end_is_told() -> None:
    content = vcalendar(vevent()).replace(b"END:VEVENT\r\n", b"")
    (event,) = (one for one in records(content) if one.counts)
    assert RemarkKind.END_MISSING in {remark.kind for remark in event.remarks}
    assert event.component.draft is not None
