"""Contacts as strange as any file or person can make them, for Hypothesis."""

from hypothesis import strategies as st

from relate_desktop.domain.property import Parameter, Property, escape, join_components, join_items

_SIGNS = st.sampled_from("\\,;:\"'^=\n\r\t \x00\x0b\x85\u2028\u202e\u2066é😀\ud800")
_TRAPS = st.sampled_from(["END:VCARD", "\nEND:VCARD\n", "\r\nTEL:1", "^n", "\\n", "=\r\n", "=0D"])
TEXT = st.lists(st.one_of(st.characters(), _SIGNS, _TRAPS), max_size=40).map("".join)
_WORDS = st.lists(TEXT, min_size=1, max_size=3)
_TEXTS = ("TEL", "EMAIL", "NOTE", "TITLE", "ROLE", "LABEL", "UID", "FN", "X-ABLabel")
_OTHERS = ("X-FOO", "URL", "BDAY", "REV", "GEO", "TZ", "AGENT", "SOUND", "X", "RELATED", "N")
_VALUES = st.one_of(
    st.tuples(st.sampled_from(_TEXTS), TEXT.map(escape)),
    st.tuples(
        st.sampled_from(["ADR", "ORG", "N"]), st.lists(_WORDS, min_size=1, max_size=9).map(join_components)
    ),
    st.tuples(st.sampled_from(["NICKNAME", "CATEGORIES"]), _WORDS.map(join_items)),
    st.tuples(st.sampled_from(_OTHERS), TEXT),
)
_PARAMETERS = st.lists(
    st.builds(
        Parameter,
        st.one_of(
            st.none(), st.sampled_from(["TYPE", "PREF", "LABEL", "SORT-AS", "X-P", "LANGUAGE", "VALUE"]), TEXT
        ),
        st.lists(TEXT, max_size=3).map(tuple),
    ),
    max_size=3,
).map(tuple)


@st.composite
def properties(draw: st.DrawFn) -> Property:
    """Any line of any contact."""
    name, value = draw(_VALUES)
    return Property(name, value, draw(_PARAMETERS), draw(st.one_of(st.none(), TEXT)))


def contacts() -> st.SearchStrategy[list[list[Property]]]:
    """Some contacts of a few lines each."""
    return st.lists(st.lists(properties(), max_size=6), min_size=1, max_size=12)
