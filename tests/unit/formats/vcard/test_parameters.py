from relate_desktop.domain.property import Parameter
from relate_desktop.formats.vcard.parameters import (
    named,
    type_words,
    value_of,
    with_type,
    with_value_type,
    without,
    without_types,
)
from tests.unit.formats.vcard.lines import a_property


def test_bare_words_become_one_type() -> None:
    assert named(a_property("TEL;HOME;CELL;X-A=b", "1")) == (
        Parameter("TYPE", ("HOME", "CELL")),
        Parameter("X-A", ("b",)),
    )


def test_encodings_and_charsets_are_dropped() -> None:
    assert named(a_property("NOTE;QUOTED-PRINTABLE;CHARSET=UTF-8;ENCODING=8BIT", "x")) == ()


def test_places_become_what_they_mean() -> None:
    assert named(a_property("PHOTO;URL", "x")) == (Parameter("VALUE", ("uri",)),)
    assert named(a_property("PHOTO;VALUE=CONTENT-ID", "x")) == (Parameter("VALUE", ("uri",)),)
    assert named(a_property("PHOTO;VALUE=INLINE", "x")) == ()
    assert named(a_property("BDAY;VALUE=date", "x")) == (Parameter("VALUE", ("date",)),)


def test_nothing_to_do_is_nothing_done() -> None:
    item = a_property("TEL;TYPE=a,b", "1")

    assert named(item) is item.parameters


def test_words_leave_types_and_lists_within() -> None:
    parameters = (Parameter("TYPE", ("home,pref", "PREF", "")), Parameter("X", ("pref",)))

    assert without_types(parameters, lambda word: word == "PREF") == (
        Parameter("TYPE", ("home",)),
        Parameter("X", ("pref",)),
    )
    assert without_types(parameters[1:], lambda _: True) == parameters[1:]


def test_a_word_joins_the_types_in_their_case() -> None:
    assert with_type((Parameter("type", ("home",)),), "PREF") == (Parameter("type", ("home", "pref")),)
    assert with_type((), "PREF") == (Parameter("TYPE", ("PREF",)),)


def test_parameters_are_found_and_replaced_in_place() -> None:
    parameters = (Parameter("value", ("date",)), Parameter(None, ("HOME",)))

    assert value_of(parameters, "VALUE") == "date"
    assert value_of(parameters, "PREF") is None
    assert with_value_type(parameters, "text")[0] == Parameter("value", ("text",))
    assert without(parameters, "VALUE") == parameters[1:]
    assert type_words((Parameter("TYPE", ("home, work", "x")),)) == {"HOME", "WORK", "X"}
