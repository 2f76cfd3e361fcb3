"""What is written is read again as it was: any people, any signs, any length."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relate_desktop.domain.draft import ContactDraft
from relate_desktop.domain.property import Parameter, Property, escape, join_components, join_items
from relate_desktop.formats.vcard.read import read_cards
from relate_desktop.formats.vcard.write import write_card
from tests.unit.formats.vcard.lines import MediaShelf, a_picture

SIGNS = st.sampled_from("\\,;:\"'^=\t \n\u202e\u2066\u200f\u0301\ufeff😀👨‍👩‍👧éßł日本語\\n")
UNSAYABLE = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\x7f"
SAYABLE = st.characters(codec="utf-8", exclude_characters=UNSAYABLE, exclude_categories=["Cc"])
CHARACTERS = st.one_of(SAYABLE, SIGNS)
TEXT = st.text(CHARACTERS, min_size=1, max_size=120)
LONG = st.text(CHARACTERS, min_size=1, max_size=5).map(lambda piece: piece * 200)
ANY = st.one_of(TEXT, LONG)
LIST = st.lists(TEXT, min_size=1, max_size=4)
VISIBLE = st.characters(codec="utf-8", categories=("L", "N", "P", "S"), exclude_characters="\\")
LINE = st.text(VISIBLE, min_size=1)
TEXT_NAMES = ("NOTE", "TITLE", "ROLE", "EMAIL", "TEL", "X-ABLabel", "X-SPOUSE")
GROUP = st.one_of(st.none(), st.from_regex(r"[A-Za-z0-9-]{1,12}", fullmatch=True))
NAME = st.from_regex(r"X-[A-Z0-9-]{1,20}", fullmatch=True).map(lambda name: f"X-MODEL{name}")
WORD = st.sampled_from(["home", "WORK", "cell", "x-boat", "fax"])

VALUES = st.one_of(
    st.tuples(st.sampled_from(TEXT_NAMES), ANY.map(escape)),
    st.tuples(st.sampled_from(["NICKNAME", "CATEGORIES"]), LIST.map(join_items)),
    st.tuples(st.just("ADR"), st.lists(LIST, min_size=7, max_size=9).map(join_components)),
    st.tuples(
        st.just("ORG"), st.lists(TEXT, min_size=1, max_size=3).map(lambda one: ";".join(map(escape, one)))
    ),
    st.tuples(st.sampled_from(["URL", "IMPP"]), LINE.map(lambda text: f"x:{text}")),
    st.tuples(NAME, LINE),
)


def parameters(version: str) -> st.SearchStrategy[tuple[Parameter, ...]]:
    """Any parameters that the version can say."""
    said = TEXT.filter(lambda text: "\n" not in text and '"' not in text) if version == "3.0" else TEXT
    return st.lists(
        st.one_of(
            st.builds(
                Parameter, st.just("TYPE"), st.lists(WORD, min_size=1, max_size=3, unique=True).map(tuple)
            ),
            st.builds(Parameter, st.just("X-P"), st.lists(said, min_size=1, max_size=3).map(tuple)),
        ),
        max_size=2,
    ).map(tuple)


@st.composite
def properties(draw: st.DrawFn, version: str) -> Property:
    """Any property that the version can say wholly."""
    name, value = draw(VALUES)
    return Property(name, value, draw(parameters(version)), draw(GROUP))


@st.composite
def people(draw: st.DrawFn, version: str) -> tuple[Property, ...]:
    """Any person."""
    name = Property("N", join_components(draw(st.lists(LIST, min_size=5, max_size=5))))
    return (name, Property("FN", escape(draw(TEXT))), *draw(st.lists(properties(version), max_size=6)))


def read_again(card: bytes) -> ContactDraft:
    (draft,) = read_cards(io.BytesIO(card))
    assert isinstance(draft, ContactDraft)
    return draft


@pytest.mark.parametrize("version", ["3.0", "4.0"])
@settings(max_examples=100)
@given(data=st.data())
def test_everybody_comes_back_as_they_were(version: str, data: st.DataObject) -> None:
    person = data.draw(people(version))

    card, lost = write_card(person, version, MediaShelf())

    assert lost == ()
    again = read_again(card)
    assert again.properties == person
    assert again.remarks == ()
    assert max(map(len, card.split(b"\r\n"))) <= 75


@pytest.mark.parametrize("version", ["3.0", "4.0"])
@given(content=st.binary(min_size=1, max_size=400))
def test_content_comes_back(version: str, content: bytes) -> None:
    picture = a_picture(content)
    photo = Property("PHOTO", f"media:{picture.hash}")

    card, _ = write_card([Property("FN", "x"), photo], version, MediaShelf(picture))

    again = read_again(card)
    assert [item.media for item in again.properties if item.key == "PHOTO"] == [picture.hash]
    assert [one.content for one in again.media] == [content]
