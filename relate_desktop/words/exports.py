"""What an export could not say in its format, and what reading it back found."""

from relate_desktop.domain.exporting import ExportFormat, FaultKind, LossKind, ProofLimit
from relate_desktop.words.translation import _


def format_name(chosen: ExportFormat) -> str:
    """The format for people."""
    return {
        ExportFormat.ORIGINAL: _("As it came in"),
        ExportFormat.VCARD4: _("vCard 4.0"),
        ExportFormat.VCARD3: _("vCard 3.0"),
        ExportFormat.JCARD: _("jCard"),
    }[chosen]


def loss_words(kind: LossKind) -> str:
    """Why the format cannot say something, and what was written instead."""
    return {
        LossKind.PROPERTY_UNKNOWN: _("not part of this version, other programs may pass over it"),
        LossKind.PARTIAL_DATE: _("this version has no such date, written as text"),
        LossKind.SECOND_PREFERENCE: _("this version knows one preferred only, the order is left out"),
        LossKind.PARAMETER_TEXT: _("a quotation mark or line break was replaced"),
        LossKind.CONTROL_CHARACTERS: _("control characters were left out"),
        LossKind.NAME_CHANGED: _("a name with characters that are not allowed was changed"),
        LossKind.SORT_PARTS: _("this version sorts by one part only"),
        LossKind.PLACE_PARTS: _("this version knows latitude and longitude only"),
        LossKind.MEDIA_MISSING: _("the content is not there, the line was left out"),
    }[kind]


def limit_words(limit: ProofLimit) -> str:
    """What the reader that proves an export is known not to read."""
    return {
        ProofLimit.UNESCAPED_COMMA: _("cuts a text at a comma"),
        ProofLimit.ESCAPED_COLON: _("doubles a backslash before a colon"),
        ProofLimit.DATA_URI: _("cuts a data address at its comma"),
        ProofLimit.BARE_PARAMETER: _("drops parameters without a name"),
        ProofLimit.ADDRESS_PARTS: _("drops surplus parts of an address or name"),
        ProofLimit.PROFILE: _("does not know the line PROFILE"),
        ProofLimit.PROPERTY_NAME: _("does not read unusual names of lines"),
        ProofLimit.QUOTED_PRINTABLE: _("does not read quoted-printable text well"),
        ProofLimit.BASE64: _("does not read this base64 text"),
        ProofLimit.TRAILING_BACKSLASH: _("adds text after a backslash at the end"),
        ProofLimit.CHARSET: _("reads UTF-8 only"),
        ProofLimit.CARD_FRAME: _("does not read cards that are not closed or nested"),
        ProofLimit.TOO_LARGE: _("needs too much memory for a line of this size"),
        ProofLimit.HANGS: _("does not come back from this list of parameters"),
    }[limit]


def fault_words(kind: FaultKind) -> str:
    """How a written file differs from what was meant."""
    return {
        FaultKind.CARD_MISSING: _("a card is missing"),
        FaultKind.CARD_EXTRA: _("there is a card too many"),
        FaultKind.VALUE_DIFFERS: _("a value differs"),
        FaultKind.COUNT_DIFFERS: _("there are more or fewer values"),
        FaultKind.BYTES_DIFFER: _("the card is not the one that came in"),
        FaultKind.UNREADABLE: _("the card cannot be read back"),
    }[kind]
