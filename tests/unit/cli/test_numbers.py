from argparse import ArgumentTypeError

import pytest

from relate_desktop.cli.numbers import operation_number, plain_text, positive, search_text


def test_counts_begin_at_one() -> None:
    assert positive("12") == 12
    for text in ("0", "-1", "x", "", "1.5", "٣"):
        with pytest.raises(ArgumentTypeError):
            positive(text)


def test_a_change_is_named_by_its_number() -> None:
    assert operation_number("12") == 12
    with pytest.raises(ArgumentTypeError):
        operation_number("twelve")


def test_numbers_beyond_measure_are_cut_or_refused() -> None:
    assert positive("9" * 5000) == 1_000_000_000
    with pytest.raises(ArgumentTypeError):
        operation_number("9" * 30)


def test_bytes_that_are_no_text_are_refused() -> None:
    assert plain_text("Zoë") == "Zoë"
    with pytest.raises(ArgumentTypeError):
        plain_text("Z\udce9o")


@pytest.mark.parametrize("text", ["", "  ", "or", "-", "!!"])
def test_a_search_that_asks_nothing_is_refused(text: str) -> None:
    assert search_text("-has:email") == "-has:email"
    with pytest.raises(ArgumentTypeError):
        search_text(text)
