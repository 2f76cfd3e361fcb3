from relate_desktop.words.smart_lists import LONGEST, list_row


def test_a_row_says_name_and_count_and_nothing_hidden() -> None:
    assert list_row("Quiet clients", 1) == "Quiet clients, 1 person"
    assert list_row("Quiet clients", 1_200) == "Quiet clients, 1,200 people"
    assert list_row("x" * 300 + "\u202e", 0).startswith("x" * (LONGEST - 1) + "…")
