"""Soft breaks, folds and damaged codes."""

import quopri

from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.formats.vcard.quoted_printable import decoded, ends_softly, joined, soft_lines


def test_codes_become_bytes() -> None:
    assert decoded(b"a=C3=a4=3D") == (b"a\xc3\xa4=", False)


def test_damaged_codes_stay_and_are_told() -> None:
    assert decoded(b"a=XYb=") == (b"a=XYb", True)


def test_soft_break_may_be_followed_by_blanks() -> None:
    assert ends_softly(b"a= \t")
    assert not ends_softly(b"a=3D")


def test_leading_blank_belongs_to_the_text() -> None:
    assert joined([b"one=", b"two=", b" three"]) == b"onetwo three"


def test_leading_blank_is_a_fold_where_every_line_has_one() -> None:
    assert joined([b"=C3=", b" =A4=", b" b"]) == b"=C3=A4b"


def test_deeper_indentation_after_a_line_break_is_no_text() -> None:
    assert joined([b"one=0D=0A=", b"   two"]) == b"one=0D=0Atwo"


def test_folds_without_soft_breaks_are_taken_out() -> None:
    assert joined([b"one", b" two"]) == b"onetwo"


def after_a_soft_break(raw: bytes) -> tuple[list[bytes], int]:
    return soft_lines(raw, 0, len(raw))


def test_soft_breaks_lead_on_until_a_line_has_none() -> None:
    assert after_a_soft_break(b"one=\r\ntwo\r\nthree") == ([b"one=", b"two"], 11)


def test_soft_break_before_nothing_or_a_property_leads_nowhere() -> None:
    for raw in (
        b"",
        b"\r\nTEL:1\r\n",
        b"TEL;CELL:1\r\n",
        b"PHOTO;ENCODING=BASE64:QUI=\r\n",
        b"END:VCARD\r\n",
    ):
        assert after_a_soft_break(raw) == ([], 0)


def test_text_may_look_like_a_property() -> None:
    assert after_a_soft_break(b"TEL: 030 1\r\n")[0] == [b"TEL: 030 1"]
    assert after_a_soft_break(b"URL:x=\r\nend\r\n")[0] == [b"URL:x=", b"end"]


def test_empty_lines_between_codes_are_stepped_over() -> None:
    assert after_a_soft_break(b"\n=A4=\n\n=A4x\n\nTEL:1")[0] == [b"=A4=", b"=A4x"]


def test_last_soft_break_leads_nowhere() -> None:
    assert joined([b"one="]) == b"one"


@given(st.binary(max_size=300))
def test_what_the_standard_library_writes_is_read(content: bytes) -> None:
    text = quopri.encodestring(content.replace(b"\r", b"").replace(b"\n", b""), quotetabs=True)
    assert decoded(joined(text.split(b"\n"))) == (content.replace(b"\r", b"").replace(b"\n", b""), False)
