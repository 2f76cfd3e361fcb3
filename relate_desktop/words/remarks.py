"""What a reader had to say of a record or a line."""

from collections.abc import Callable, Mapping

from relate_desktop.domain.calendar_event import Participation
from relate_desktop.domain.draft import Remark, RemarkKind
from relate_desktop.domain.errors import ErrorKind
from relate_desktop.domain.event_draft import EventRefusal, EventRemark
from relate_desktop.domain.invitation_message import MessageKind
from relate_desktop.domain.text import display
from relate_desktop.words.calendars import event_refusal, event_remark, message_name, message_words
from relate_desktop.words.file_looks import looks_sentence
from relate_desktop.words.translation import _

_LONGEST_FACT = 80


def remark_words(remark: Remark) -> str:
    """The remark without its place: ``no name, number or address``."""
    if remark.kind is RemarkKind.FILE_UNREADABLE:
        return _file_words(str(remark.facts.get("error", "")), str(remark.facts.get("looks", "")))
    if remark.kind in _OF_EVENTS:
        return _event_words(remark)
    facts = _Facts({name: _shown(value) for name, value in remark.facts.items()})
    return _WORDS[remark.kind]().format_map(facts)


def record_sentence(record: int, remark: Remark, *, event: bool = False) -> str:
    """The remark about a record or a line of it: ``Card 131: no name, number or address``."""
    if event and remark.kind in {RemarkKind.COMPONENT_KEPT, RemarkKind.INVITATION_MESSAGE}:
        return _("Entry {record}: {what}").format(record=f"{record:,}", what=remark_words(remark))
    if event and remark.kind is RemarkKind.END_MISSING:
        return _("Entry {record}: it has no end").format(record=f"{record:,}")
    if event and record:
        return _("Event {record}: {what}").format(record=f"{record:,}", what=remark_words(remark))
    if event:
        return remark_words(remark)
    return _("Card {record}: {what}").format(record=f"{record:,}", what=remark_words(remark))


def _file_words(error: str, looks: str) -> str:
    """Why one file among several could not be read."""
    words = {
        ErrorKind.FILE_MISSING: _("there is no such file"),
        ErrorKind.NOT_A_FILE: _("this is not an ordinary file"),
        ErrorKind.FILE_EMPTY: _("the file is empty"),
        ErrorKind.FILE_ENCRYPTED: _("the file is locked with a password"),
        ErrorKind.FORMAT_UNKNOWN: _("this is no contact list or calendar Relate can read. {looks}").format(
            looks=looks_sentence(looks)
        ),
    }
    known = {kind.value: text for kind, text in words.items()}
    return known.get(error, _("the file cannot be read")).strip().rstrip(".")


def kept_name(kind: str) -> str:
    """What a component is that is no event: ``a task``."""
    if kind in set(MessageKind):
        return message_name(MessageKind(kind))
    kinds = {"VTODO": _("a task"), "VJOURNAL": _("a journal entry"), "VALARM": _("an alarm")}
    return kinds.get(kind, _shown(kind))


def _event_words(remark: Remark) -> str:
    """What there is to say of an event of a calendar."""
    if remark.kind is RemarkKind.COMPONENT_KEPT:
        kind = str(remark.facts.get("kind", ""))
        return _("{what}, kept as it is and not shown").format(what=kept_name(kind))
    if remark.kind is RemarkKind.INVITATION_MESSAGE:
        return _message_words(remark)
    reason, what = remark.facts.get("reason"), remark.facts.get("what")
    if reason in set(EventRefusal):
        told = event_refusal(EventRefusal(str(reason)))
    elif what in set(EventRemark):
        told = event_remark(EventRemark(str(what)))
    else:
        return _("it could not be read")
    return told[:1].lower() + told[1:].rstrip(".")


def _message_words(remark: Remark) -> str:
    """Who answered what, or what else was sent about an invitation."""
    said = {name: str(remark.facts.get(name, "")) for name in ("message", "who", "title", "answer")}
    if said["message"] not in set(MessageKind):
        return _("a message about an invitation")
    answer = said["answer"] if said["answer"] in set(Participation) else Participation.UNANSWERED.value
    who, title = (display(said[name], _LONGEST_FACT) if said[name] else "" for name in ("who", "title"))
    return message_words(MessageKind(said["message"]), who, title, Participation(answer))


class _Facts(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "…"


def _shown(value: str | int) -> str:
    return f"{value:,}" if isinstance(value, int) else display(value, _LONGEST_FACT)


_OF_EVENTS = frozenset(
    {
        RemarkKind.EVENT_REFUSED,
        RemarkKind.EVENT_REMARK,
        RemarkKind.COMPONENT_KEPT,
        RemarkKind.INVITATION_MESSAGE,
    }
)

_WORDS: Mapping[RemarkKind, Callable[[], str]] = {
    RemarkKind.NO_CONTENT: lambda: _("no name, number or address"),
    RemarkKind.NOT_A_CARD: lambda: _("this is not a card"),
    RemarkKind.LINE_WITHOUT_NAME: lambda: _("a line has no name"),
    RemarkKind.END_MISSING: lambda: _("the card has no end"),
    RemarkKind.CARD_TRUNCATED: lambda: _("the file ends in the middle of the card"),
    RemarkKind.NESTED_TOO_DEEP: lambda: _("too many cards inside one another"),
    RemarkKind.NESTED_CARD_KEPT: lambda: _("a card inside the card is kept as it is"),
    RemarkKind.LINE_TOO_LONG: lambda: _("a line is longer than any card can be"),
    RemarkKind.TEXT_TOO_LONG: lambda: _("a text is longer than Relate takes"),
    RemarkKind.TOO_MANY_PROPERTIES: lambda: _("the card has more lines than Relate takes"),
    RemarkKind.TOO_MANY_PARAMETERS: lambda: _("a line has more parameters than Relate takes"),
    RemarkKind.CHARSET_UNKNOWN: lambda: _("the encoding {charset} is not known"),
    RemarkKind.CHARSET_GUESSED: lambda: _("the encoding is not stated and was taken for {charset}"),
    RemarkKind.BYTES_UNDECODABLE: lambda: _("some characters could not be read"),
    RemarkKind.QUOTED_PRINTABLE_DAMAGED: lambda: _("a text is damaged (quoted-printable)"),
    RemarkKind.BASE64_DAMAGED: lambda: _("a picture or key is damaged (base64)"),
    RemarkKind.PICTURE_NOT_SHOWN: lambda: _("a picture is kept but cannot be shown"),
    RemarkKind.PICTURE_TOO_LARGE: lambda: _("a picture is too large to be shown"),
    RemarkKind.FILE_UNREADABLE: lambda: _("the file cannot be read"),
    RemarkKind.OUTSIDE_CALENDAR: lambda: _("this is in no calendar"),
    RemarkKind.LEFT_OUT: lambda: _("left out, as you chose"),
    RemarkKind.ALREADY_HERE: lambda: _("somebody like this is already here"),
    RemarkKind.MEDIA_REMOTE: lambda: _("a picture lies on the internet and is not fetched"),
}
