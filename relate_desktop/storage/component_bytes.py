"""How the bytes of a calendar's component lie in the book: compressed against typical text."""

from relate_desktop.storage.typical_text import TypicalText

_COMPONENTS = TypicalText(
    b"X-MICROSOFT-CDO-BUSYSTATUS:BUSY\r\nX-MICROSOFT-CDO-IMPORTANCE:1\r\nX-APPLE-TRAVEL-ADVISORY-BEHAVIOR:"
    b'AUTOMATIC\r\nX-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS="Lisbon";X-APPLE-RADIUS=100;X-TITLE='
    b"X-MOZ-LASTACK:X-GOOGLE-CONFERENCE:https://meet.google.com/\r\nhttps://teams.microsoft.com/l/meetup-join/"
    b"BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Reminder\r\nTRIGGER:-PT15M\r\nEND:VALARM\r\nPRIORITY:5\r\n"
    b"EXDATE;TZID=Europe/Berlin:20240101T090000\r\nRECURRENCE-ID;TZID=America/New_York:\r\nEXDATE;VALUE=DATE:"
    b"RRULE:FREQ=WEEKLY;WKST=MO;UNTIL=20241231T235959Z;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR\r\nRRULE:FREQ=YEARLY\r\n"
    b"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=;X-NUM-GUESTS=0:mailto:@gmail.com\r\n"
    b"ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=:mailto:@example.com\r\n"
    b"ORGANIZER;CN=:mailto:@group.calendar.google.com\r\nURL:https://www.\r\nCATEGORIES:\r\nCLASS:PUBLIC\r\n"
    b"CREATED:20240101T120000Z\r\nDESCRIPTION:\\n\\n\r\nLAST-MODIFIED:20240101T120000Z\r\nLOCATION:\r\n"
    b"SEQUENCE:0\r\nSTATUS:CONFIRMED\r\nSUMMARY:\r\nTRANSP:OPAQUE\r\nTRANSP:TRANSPARENT\r\n"
    b"BEGIN:VEVENT\r\nUID:@google.com\r\nDTSTAMP:20240101T120000Z\r\nDTSTART;TZID=Europe/London:20240101T093000"
    b"\r\nDTEND;TZID=Europe/London:20240101T103000\r\nDTSTART;VALUE=DATE:20240101\r\nDTEND;VALUE=DATE:20240102"
    b"\r\nDTSTART:20240101T120000Z\r\nDTEND:20240101T130000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\n"
)


def packed(content: bytes) -> bytes:
    """A component as it is kept."""
    return _COMPONENTS.packed(content)


def unpacked(column: bytes) -> bytes:
    """A kept component as it came."""
    return _COMPONENTS.unpacked(column)
