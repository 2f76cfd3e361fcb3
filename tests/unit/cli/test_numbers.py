from argparse import ArgumentTypeError

import pytest

from relate_desktop.cli.numbers import operation_number, positive


def test_counts_begin_at_one() -> None:
    assert positive("12") == 12
    for text in ("0", "-1", "x", "", "1.5", "٣"):
        with pytest.raises(ArgumentTypeError):
            positive(text)


def test_a_change_is_named_by_its_number() -> None:
    assert operation_number("12") == 12
    with pytest.raises(ArgumentTypeError):
        operation_number("twelve")
