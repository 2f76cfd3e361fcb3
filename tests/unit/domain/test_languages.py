import pytest

from relate_desktop.domain.languages import LANGUAGES, language_for, language_of
from tests.capture_lines import load_lines


def test_a_locale_has_its_language_and_an_unknown_one_english() -> None:
    assert [language_for(code).code for code in ("de_AT", "de", "en-GB", "fi_FI", "")] == [
        "de", "de", "en", "en", "en",
    ]  # fmt: skip


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_lines_in_the_usual_language_are_read_in_it(code: str) -> None:
    lines = [line.sentence for name in (code, f"{code}.more", f"{code}.held") for line in load_lines(name)]
    assert [line for line in lines if language_of(line, LANGUAGES[code]).code != code] == []


@pytest.mark.parametrize(("code", "usual"), [("en", "de"), ("de", "en")])
def test_nearly_every_line_in_another_language_is_read_in_that(code: str, usual: str) -> None:
    lines = [line.sentence for name in (code, f"{code}.more", f"{code}.held") for line in load_lines(name)]
    wrong = [line for line in lines if language_of(line, LANGUAGES[usual]).code != code]
    assert len(wrong) <= len(lines) // 20, wrong
