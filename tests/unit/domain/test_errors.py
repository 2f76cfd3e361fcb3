"""Errors as kinds and facts."""

from relate_desktop.domain.errors import ErrorKind, InputError, UserError


def test_an_error_carries_its_kind_and_facts() -> None:
    error = InputError(ErrorKind.FILE_MISSING, path="a.vcf")
    assert isinstance(error, UserError)
    assert error.kind is ErrorKind.FILE_MISSING
    assert error.facts == {"path": "a.vcf"}
    assert str(error) == "file_missing"
