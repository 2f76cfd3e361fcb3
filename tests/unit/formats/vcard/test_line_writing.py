import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.exporting import LossKind
from relate_desktop.domain.property import Parameter, Property
from relate_desktop.formats.vcard.line_writing import folded, legal_property_name, legal_token
from tests.unit.formats.vcard.lines import a_property, losses, written


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=400))
def test_folding_is_undone_by_unfolding(line: str) -> None:
    raw = folded(line)

    assert raw.endswith(b"\r\n")
    pieces = raw[:-2].split(b"\r\n")
    assert max(map(len, pieces)) <= 75
    assert pieces[0].decode() + "".join(piece.decode()[1:] for piece in pieces[1:]) == line


def test_no_physical_line_is_blank_where_that_can_be_helped() -> None:
    raw = folded("NOTE:" + "word " * 60)

    assert not [piece for piece in raw[:-2].split(b"\r\n")[:-1] if piece.endswith(b" ")]
    assert not [piece for piece in raw[:-2].split(b"\r\n ")[1:] if piece.startswith(b" ")]


@pytest.mark.parametrize(
    ("name", "legal"),
    [
        ("X_CUSTOM_FIELD", "X-CUSTOM-FIELD"),
        ("X-GOOGLE TALK", "X-GOOGLE-TALK"),
        ("X-messaging/xmpp-All", "X-messaging-xmpp-All"),
        ("END", "X-END"),
        ("begin", "X-begin"),
        ("名前", "X-UNNAMED"),
        ("TEL", "TEL"),
    ],
)
def test_names_are_made_legal(name: str, legal: str) -> None:
    assert legal_property_name(name) == legal


def test_groups_are_made_legal_and_named_as_changed() -> None:
    assert legal_token("some.other") == "some-other"
    assert written("4.0", Property("TEL", "1", (), "some.other")) == ["some-other.TEL:1"]
    assert losses("4.0", Property("TEL", "1", (), "some.other")) == [LossKind.NAME_CHANGED]


@pytest.mark.parametrize(
    ("head", "value", "line"),
    [
        ("NOTE", "a, b; c", r"NOTE:a\, b\; c"),
        ("NOTE", r"a\, b\; c\nd\\e", r"NOTE:a\, b\; c\nd\\e"),
        ("NICKNAME", r"a;b,c\,d", r"NICKNAME:a\;b,c\,d"),
        ("ORG", r"Acme, Inc.;Sales\;x", r"ORG:Acme\, Inc.;Sales\;x"),
        ("ADR", r";;a,b\,c;;;;", r"ADR:;;a,b\,c;;;;"),
        ("URL", "http://a/b,c;d", "URL:http://a/b,c;d"),
        ("URL", r"http://a/\,b\c", r"URL:http://a/\\,b\c"),
        ("X-FOO", r"a,b\,c;d\n", r"X-FOO:a,b\,c;d\n"),
    ],
)
def test_values_are_escaped_by_what_they_are(head: str, value: str, line: str) -> None:
    assert written("4.0", a_property(head, value)) == [line]


def test_control_characters_are_left_out_and_line_separators_are_line_breaks() -> None:
    item = Property("NOTE", "a\x00b\x07\tc\u2028d\x85e")

    assert written("4.0", item) == [r"NOTE:ab" + "\t" + r"c\nd\ne"]
    assert losses("4.0", item) == [LossKind.CONTROL_CHARACTERS]


def test_a_plain_line_break_is_no_loss() -> None:
    item = Property("NOTE", "a\r\nb\nc")

    assert written("4.0", item) == [r"NOTE:a\nb\nc"]
    assert losses("4.0", item) == []


def test_a_return_before_an_escaped_line_break_is_one_with_it() -> None:
    assert written("4.0", Property("NOTE", "a\r\\nb")) == [r"NOTE:a\nb"]


def test_40_encodes_parameters_by_rfc_6868() -> None:
    item = Property("TEL", "1", (Parameter("X-P", ('a"b^c\nd', "e;f")),))

    assert written("4.0", item) == ['TEL;X-P=a^\'b^^c^nd,"e;f":1']


def test_30_has_no_quotation_marks_in_parameters() -> None:
    item = Property("TEL", "1", (Parameter("X-P", ('a"b^c\nd',)),))

    assert written("3.0", item) == ["TEL;X-P=a'b^c d:1"]
    assert losses("3.0", item) == [LossKind.PARAMETER_TEXT]


def test_empty_parameter_values_among_others_are_left_out() -> None:
    item = Property("TEL", "1", (Parameter("TYPE", ("a", *[""] * 40, "b")), Parameter("X", ("",))))

    assert written("4.0", item) == ["TEL;TYPE=a,b;X=:1"]


def test_blanks_around_a_parameter_are_kept_by_quotes() -> None:
    assert written("4.0", Property("TEL", "1", (Parameter("X-P", (" a ",)),))) == ['TEL;X-P=" a ":1']
