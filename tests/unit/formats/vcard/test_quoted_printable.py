"""Soft breaks, folds and damaged codes."""

import quopri

from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.formats.vcard.quoted_printable import decoded, ends_softly, joined


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


def test_last_soft_break_leads_nowhere() -> None:
    assert joined([b"one="]) == b"one"


@given(st.binary(max_size=300))
def test_what_the_standard_library_writes_is_read(content: bytes) -> None:
    text = quopri.encodestring(content.replace(b"\r", b"").replace(b"\n", b""), quotetabs=True)
    assert decoded(joined(text.split(b"\n"))) == (content.replace(b"\r", b"").replace(b"\n", b""), False)
