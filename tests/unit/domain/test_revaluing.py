"""Another value on a line: what is still true of it stays beside it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.editing import with_parameter
from relate_desktop.domain.property import Parameter, Property
from relate_desktop.domain.revaluing import given_back, retold, revalued, united
from tests.cards import a_line, properties, words

STAYING = ["X-OWN", "LANGUAGE", "PREF", "ALTID", "PID", "SORT-AS", "INDEX", "PROP-ID", "X-SERVICE-TYPE"]
"""Parameters that speak of the line, whatever its value."""
SINGLE = ["BDAY", "ANNIVERSARY", "DEATHDATE", "PHOTO", "TZ", "GENDER", "LANG", "FN", "ORG", "TITLE", "UID"]

lines = st.builds(
    Property,
    st.sampled_from(SINGLE),
    words,
    st.lists(
        st.builds(Parameter, st.sampled_from(STAYING), st.lists(words, min_size=1, max_size=2).map(tuple)),
        max_size=4,
    ).map(tuple),
    st.sampled_from([None, "item1", "A"]),
)


@pytest.mark.parametrize(
    ("line", "value", "after"),
    [
        ("BDAY;VALUE=date;CALSCALE=gregorian;X-A=1:19800101", "19810102",
         "BDAY;VALUE=date;CALSCALE=gregorian;X-A=1:19810102"),
        ("BDAY;VALUE=text;LANGUAGE=en:circa 1800", "1801", "BDAY;LANGUAGE=en:1801"),
        ("BDAY;VALUE=text:circa 1800", "circa 1810", "BDAY;VALUE=text:circa 1810"),
        ("BDAY;VALUE=date-time:1980-01-01T10:00:00Z", "1980-01-02", "BDAY:1980-01-02"),
        ("BDAY;CALSCALE=hebrew;X-A=1:5700", "1970", "BDAY;X-A=1:1970"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-01-01", "1980-01-01", "BDAY:1980-01-01"),
        ("PHOTO;ENCODING=b;TYPE=JPEG;X-ABCROP-RECTANGLE=x&1:media:aa", "https://a.example/x.png",
         "PHOTO:https://a.example/x.png"),
        ("PHOTO;VALUE=uri;MEDIATYPE=image/gif;PREF=1;TYPE=home:https://a.example/x", "media:bb",
         "PHOTO;PREF=1;TYPE=home:media:bb"),
        ("PHOTO;BASE64;JPEG;HOME:media:aa", "https://a.example/x", "PHOTO;HOME:https://a.example/x"),
        ("TZ;VALUE=utc-offset;TYPE=work:-0500", "Europe/Berlin", "TZ;TYPE=work:Europe/Berlin"),
        ("TZ;VALUE=utc-offset:-0500", "+0100", "TZ;VALUE=utc-offset:+0100"),
        ("TZ;VALUE=text:Europe/Rome", "Europe/Berlin", "TZ;VALUE=text:Europe/Berlin"),
        ("LANG;VALUE=language-tag;PREF=1:fr", "de-CH", "LANG;VALUE=language-tag;PREF=1:de-CH"),
        ("GENDER;X-A=1:F;a", "M", "GENDER;X-A=1:M"),
        ("N;JSCOMPS=x;LANGUAGE=en:Doe;Jo", "Doe;Jo,Al", "N;LANGUAGE=en:Doe;Jo,Al"),
        ("N;JSCOMPS=x:Doe;Jo", "Roe;Jo", "N;JSCOMPS=x:Roe;Jo"),
        ("ADR;LABEL=1 Old St;GEO=1;TZ=Europe/London:;;1 Old St;;;;", ";;2 New St;;;;",
         "ADR;TZ=Europe/London:;;2 New St;;;;"),
        ("NOTE;DERIVED=true;CREATED=20200101T000000Z:a", "b", "NOTE;CREATED=20200101T000000Z:b"),
        ("X-FOO;VALUE=x-own:a", "b", "X-FOO;VALUE=x-own:b"),
    ],
)  # fmt: skip
def test_what_tells_of_the_old_value_leaves_and_all_else_stays(line: str, value: str, after: str) -> None:
    assert revalued(a_line(line), value) == a_line(after)


@pytest.mark.parametrize(
    ("line", "text", "after"),
    [
        ("TZ;VALUE=uri:https://a.example/tz", "https://b.example/a,b", "TZ;VALUE=uri:https://b.example/a,b"),
        ("TZ;VALUE=uri:https://a.example/tz", "Rome; maybe", "TZ:Rome\\; maybe"),
        ("URL:https://a.example/", "https://b.example/a,b", "URL:https://b.example/a,b"),
        ("URL;VALUE=text:their page", "their page, new", "URL;VALUE=text:their page\\, new"),
        ("TITLE;TYPE=work:Clerk", "Chief, and more", "TITLE;TYPE=work:Chief\\, and more"),
    ],
)
def test_a_text_is_spelled_as_its_line_demands(line: str, text: str, after: str) -> None:
    assert retold(a_line(line), text) == a_line(after)


def test_a_line_that_takes_anothers_place_keeps_what_stood_beside_it() -> None:
    ours = a_line("item1.BDAY;VALUE=text;X-A=1;TYPE=home;PID=1.1:circa 1800")
    assert united(ours, a_line("x.BDAY;X-B=2:18010101")) == a_line(
        "item1.BDAY;X-B=2;X-A=1;TYPE=home:18010101"
    )
    bare = a_line("PHOTO;BASE64;HOME:media:aa")
    assert united(bare, a_line("PHOTO;ENCODING=b:media:bb")) == a_line("PHOTO;ENCODING=b;HOME:media:bb")
    assert united(bare, a_line("PHOTO;TYPE=work:media:bb")) == a_line("PHOTO;TYPE=work:media:bb")


def test_a_value_given_back_brings_what_left_with_it_and_leaves_what_came_since() -> None:
    was = a_line("BDAY;VALUE=text;X-A=1:circa 1800")
    now = revalued(was, "18010101")
    assert given_back(now, was) == was
    since = with_parameter(now, "PREF", "1")
    assert given_back(since, was) == a_line("BDAY;X-A=1;PREF=1;VALUE=text:circa 1800")


@given(lines, words)
def test_what_speaks_of_the_line_stays_in_its_order_whatever_the_value(item: Property, value: str) -> None:
    assert revalued(item, value) == replace(item, value=value)


@given(properties, words)
def test_the_same_value_changes_nothing_and_a_value_comes_back_as_it_was(item: Property, value: str) -> None:
    assert revalued(item, item.value) is item
    assert given_back(revalued(item, value), item) == item
