from relate_desktop.domain.circle import CIRCLE_HUES
from relate_desktop.words.circles import circle_called, circle_row, colour_name


def test_each_colour_has_a_name_of_its_own() -> None:
    assert len({colour_name(hue) for hue in CIRCLE_HUES}) == len(CIRCLE_HUES)
    assert colour_name(6) == "Clay"


def test_a_row_counts_its_people() -> None:
    assert circle_row("Clients", 1) == "Clients, 1 person"
    assert circle_row("Clients", 1_200) == "Clients, 1,200 people"


def test_a_hostile_name_is_shown_harmlessly() -> None:
    assert "\u202e" not in circle_called("a\u202eb")
    assert "\n" not in circle_row("a\nb" * 500, 2)
    assert len(circle_row("x" * 5_000, 2)) < 100
