import pytest

from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.lookups.names import Names
from relate_desktop.lookups.pace import Pace


def a_pace() -> Pace:
    return Pace("localhost", 15, lambda: None)


def test_this_machine_is_found_by_its_name() -> None:
    places = Names().places("localhost", 8443, a_pace())
    assert ("127.0.0.1", 8443) in places


def test_a_name_that_nobody_has_is_told_of() -> None:
    with pytest.raises(NetworkError) as unknown:
        Names().places("", 1, a_pace())
    assert unknown.value.kind is ErrorKind.HOST_UNKNOWN
