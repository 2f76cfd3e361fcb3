from relate_desktop.domain.place import Place
from relate_desktop.ui.shell.places import LONGEST, PlaceHistory

A, B, C = Place("people"), Place("people", "1"), Place("settings")


def test_back_and_forward_walk_the_places() -> None:
    history = PlaceHistory()
    for place in (A, B, C):
        history.visit(place)
    assert (history.back(), history.back(), history.back()) == (B, A, None)
    assert (history.forward(), history.current) == (B, B)
    assert history.can_go_forward


def test_a_new_place_forgets_what_lay_ahead() -> None:
    history = PlaceHistory()
    for place in (A, B):
        history.visit(place)
    history.back()
    history.visit(C)
    assert history.forward() is None
    assert history.back() == A


def test_the_same_place_twice_is_once() -> None:
    history = PlaceHistory()
    history.visit(A)
    history.visit(A)
    assert not history.can_go_back


def test_replacing_changes_where_one_is() -> None:
    history = PlaceHistory()
    history.replace(A)
    history.visit(B)
    history.replace(C)
    assert (history.current, history.back()) == (C, A)


def test_only_so_many_places_are_remembered() -> None:
    history = PlaceHistory()
    for number in range(LONGEST + 50):
        history.visit(Place("people", str(number)))
    steps = 0
    while history.back():
        steps += 1
    assert steps == LONGEST - 1
