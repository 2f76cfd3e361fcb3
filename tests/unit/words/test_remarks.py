import pytest

from relate_desktop.domain.draft import Remark, RemarkKind
from relate_desktop.domain.text import isolate
from relate_desktop.words.remarks import kept_name, record_sentence, remark_words


@pytest.mark.parametrize("kind", RemarkKind)
def test_every_remark_has_words(kind: RemarkKind) -> None:
    assert remark_words(Remark(kind, 3))


def test_a_record_is_named_by_its_number() -> None:
    sentence = record_sentence(131, Remark(RemarkKind.NO_CONTENT, 812))
    assert sentence == "Card 131: no name, number or address"


def test_what_stood_in_the_file_cannot_disturb_the_sentence() -> None:
    words = remark_words(Remark(RemarkKind.CHARSET_UNKNOWN, 1, {"charset": "\x1b[31m{evil}\u202e"}))
    assert "\x1b" not in words
    assert "\u202e" not in words
    assert "{evil}" in words


@pytest.mark.parametrize(
    ("error", "words"),
    [
        ("file_missing", "there is no such file"),
        ("not_a_file", "this is not an ordinary file"),
        ("file_empty", "the file is empty"),
        (
            "format_unknown",
            "this is no contact list or calendar Relate can read. It looks like a PDF",
        ),
        ("something", "the file cannot be read"),
    ],
)
def test_a_file_among_others_says_why_it_cannot_be_read(error: str, words: str) -> None:
    assert remark_words(Remark(RemarkKind.FILE_UNREADABLE, 0, {"error": error, "looks": "pdf"})) == words


def test_a_message_about_an_invitation_says_who_said_what() -> None:
    def said(message: str, title: str = "Coffee", who: str = "Ada") -> str:
        facts = {"message": message, "who": who, "title": title, "answer": "declined"}
        return remark_words(Remark(RemarkKind.INVITATION_MESSAGE, 3, facts))

    ada, coffee = isolate("Ada"), isolate("Coffee")
    assert said("REPLY") == f"{ada} does not come: {coffee}"
    assert said("REPLY", "", "") == "somebody does not come"
    assert said("COUNTER") == f"{ada} proposes another time: {coffee}"
    assert said("REFRESH", "") == f"{ada} asks for the newest invitation"
    assert said("DECLINECOUNTER").endswith(f"it was declined: {coffee}")
    assert said("SOMETHING") == "a message about an invitation"
    remark = Remark(
        RemarkKind.INVITATION_MESSAGE, 3, {"message": "REPLY", "who": "Ada", "answer": "accepted"}
    )
    assert record_sentence(4, remark, event=True) == f"Entry 4: {ada} comes"
    assert kept_name("REPLY") == "an answer to an invitation"


def test_events_of_calendars_are_named_as_such() -> None:
    refused = Remark(RemarkKind.EVENT_REFUSED, 3, {"reason": "no_start", "amount": 0})
    assert record_sentence(4, refused, event=True) == "Event 4: an event without a start; kept as it is"
    task = Remark(RemarkKind.COMPONENT_KEPT, 3, {"kind": "VTODO"})
    assert record_sentence(4, task, event=True) == "Entry 4: a task, kept as it is and not shown"
    assert record_sentence(4, Remark(RemarkKind.END_MISSING, 3), event=True) == "Entry 4: it has no end"
    zone = Remark(RemarkKind.EVENT_REMARK, 3, {"what": "zone", "zone": "Corporate"})
    assert remark_words(zone).startswith("nobody knows its time zone")
    assert record_sentence(0, Remark(RemarkKind.OUTSIDE_CALENDAR, 9), event=True) == "this is in no calendar"
