import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.property import Parameter, Property, escape
from relate_desktop.formats.vcard.write import write_card
from tests.unit.formats.vcard.lines import MediaShelf, a_property, written

HOSTILE = st.text(
    st.one_of(st.characters(), st.sampled_from('\r\n\x0b\x0c\x85\u2028\u2029\x00:;,"^\\ \u202eé😀')),
    max_size=200,
)


def test_a_card_stands_in_its_frame_with_crlf() -> None:
    card, lost = write_card([a_property("N", "Doe;Jo;;;"), a_property("FN", "Jo Doe")], "4.0", MediaShelf())

    assert card == b"BEGIN:VCARD\r\nVERSION:4.0\r\nN:Doe;Jo;;;\r\nFN:Jo Doe\r\nEND:VCARD\r\n"
    assert lost == ()


def test_version_21_is_never_written_fresh() -> None:
    with pytest.raises(ValueError, match=r"2\.1"):
        write_card([], "2.1", MediaShelf())


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_a_missing_full_name_comes_from_what_is_there(version: str) -> None:
    card, _ = write_card([a_property("ORG", "Acme\\, Inc."), a_property("TEL", "1")], version, MediaShelf())

    assert b"Acme\\, Inc." in next(line for line in card.splitlines() if line.startswith(b"FN"))


def test_40_marks_a_supplied_full_name_as_derived() -> None:
    card, _ = write_card([a_property("N", "Doe;Jo;;;")], "4.0", MediaShelf())

    assert b"\r\nFN;DERIVED=TRUE:Jo Doe\r\n" in card


def test_30_has_a_name_even_where_only_the_full_one_is_known() -> None:
    card, _ = write_card([a_property("FN", "Jo Doe")], "3.0", MediaShelf())

    assert b"\r\nN:;Jo Doe;;;\r\n" in card


def test_30_gives_a_company_no_personal_name() -> None:
    card, _ = write_card([a_property("FN", "Acme"), a_property("ORG", "Acme")], "3.0", MediaShelf())

    assert b"\r\nN:;;;;\r\n" in card


def test_the_version_of_the_source_is_not_repeated() -> None:
    assert written("4.0", a_property("VERSION", "2.1"), a_property("NOTE", "x")) == ["NOTE:x"]


@pytest.mark.parametrize("version", ["3.0", "4.0"])
@given(
    value=HOSTILE,
    parameter=HOSTILE,
    name=HOSTILE,
    group=HOSTILE,
    kind=st.sampled_from(["NOTE", "URL", "X-A"]),
)
def test_nothing_begins_a_line_of_its_own(
    *, version: str, value: str, parameter: str, name: str, group: str, kind: str
) -> None:
    items = [
        a_property("N", "Doe;Jo;;;"),
        a_property("FN", "Jo Doe"),
        Property(kind, escape(value), (Parameter("X-P", (parameter,)),), group),
        Property(kind, value, (Parameter(name, ("a", parameter)), Parameter(None, (parameter,)))),
        Property(name, value),
    ]

    card, _ = write_card(items, version, MediaShelf())

    physical = card.split(b"\r\n")
    assert physical.pop() == b""
    assert physical == [line.encode() for line in card.decode().splitlines()]
    assert max(map(len, physical)) <= 75
    logical = card.decode().replace("\r\n ", "").split("\r\n")[:-1]
    assert len(logical) == len(items) + 3
    assert [line.upper().partition(":")[0] for line in logical].count("END") == 1
