"""Which names are understood."""

import pytest

from relate_desktop.domain.vocabulary import (
    ALWAYS_SINGLE,
    BOOKKEEPING,
    USUALLY_SINGLE,
    VERSIONS,
    ValueShape,
    known_names,
    understood,
    value_shape,
    versions_of,
)


@pytest.mark.parametrize(
    "name", ["fn", "TEL", "X-AbLabel", "X-ANDROID-CUSTOM", "Socialprofile", "X-RELATE-CALL"]
)
def test_names_are_understood_in_any_case(name: str) -> None:
    assert understood(name)


@pytest.mark.parametrize("name", ["X-FOO", "X-MS-OL-DESIGN", "NO SUCH", ""])
def test_other_names_are_kept_as_they_are(name: str) -> None:
    assert not understood(name)
    assert value_shape(name) is ValueShape.PLAIN


def test_shapes_follow_the_standard() -> None:
    assert value_shape("n") is ValueShape.STRUCTURED
    assert value_shape("NICKNAME") is ValueShape.LIST
    assert value_shape("URL") is ValueShape.URI
    assert value_shape("PHOTO") is ValueShape.MEDIA
    assert value_shape("X-ABDATE") is ValueShape.DATE


def test_every_name_belongs_to_some_version() -> None:
    assert all(versions_of(name) <= set(VERSIONS) and versions_of(name) for name in known_names())
    assert versions_of("KIND") == {"4.0"}
    assert versions_of("x-anything") == set(VERSIONS)


def test_nothing_is_both_always_and_usually_single() -> None:
    assert ALWAYS_SINGLE.isdisjoint(USUALLY_SINGLE)
    assert BOOKKEEPING < ALWAYS_SINGLE
