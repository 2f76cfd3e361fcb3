from datetime import date

from relate_desktop.domain.reminder import DueTime
from relate_desktop.domain.typed_due import TypedDue
from relate_desktop.services.typed_words import TypedWords
from tests.present import a_present


def words(language: str) -> TypedWords:
    return TypedWords(a_present, lambda: language)


def test_words_of_every_language_are_understood_wherever_one_is() -> None:
    for language in ("en_GB", "de-AT", "is_IS", ""):
        assert words(language).due("übermorgen") == TypedDue(DueTime(date(2026, 11, 26)))
        assert words(language).due("the day after tomorrow") == TypedDue(DueTime(date(2026, 11, 26)))


def test_what_nobody_understands_is_nothing() -> None:
    assert words("en").due("the twelfth of never") is None


def test_lengths_are_understood_in_every_language() -> None:
    assert words("de").minutes("two hours") == 120
    assert words("en").minutes("soon") is None


def test_the_present_is_the_one_of_the_book() -> None:
    assert words("en").present == a_present()
