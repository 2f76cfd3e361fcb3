"""Android's own fields."""

from relate_desktop.domain.android import android_field
from tests.cards import a_line


def test_a_field_is_read_with_plain_and_escaped_separators() -> None:
    plain = a_line("X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Jo;0;Aunt;;;;;;;;;;;;")
    escaped = a_line("X-ANDROID-CUSTOM:vnd.android.cursor.item/relation\\;Jo\\;0\\;Aunt")
    for item in (plain, escaped):
        field = android_field(item)
        assert field is not None
        assert (field.kind, field.value, field.number, field.label) == ("relation", "Jo", 0, "Aunt")


def test_other_lines_are_none() -> None:
    assert android_field(a_line("NOTE:vnd.android.cursor.item/relation;Jo")) is None
    assert android_field(a_line("X-ANDROID-CUSTOM:something;Jo")) is None
    short = android_field(a_line("X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname"))
    assert short is not None
    assert (short.value, short.number, short.label) == ("", None, "")
