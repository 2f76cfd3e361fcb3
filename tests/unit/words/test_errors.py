from datetime import datetime

import pytest

from relate_desktop.domain.errors import ErrorKind, UserError
from relate_desktop.words.errors import tell

WITHOUT_ADVICE = {ErrorKind.NOTHING_TO_UNDO, ErrorKind.NOTHING_TO_REDO}


@pytest.mark.parametrize("kind", ErrorKind)
def test_every_error_is_told_in_one_line(kind: ErrorKind) -> None:
    told = tell(UserError(kind))
    assert told.message
    assert "\n" not in told.line
    assert "{" not in told.line
    assert bool(told.hint) != (kind in WITHOUT_ADVICE)


@pytest.mark.parametrize("kind", ErrorKind)
def test_no_error_blames_or_exclaims(kind: ErrorKind) -> None:
    line = tell(UserError(kind)).line.lower()
    assert not any(word in line for word in ("oops", "sorry", "invalid", "failed to", "error", "!"))


def test_facts_stand_in_the_sentence() -> None:
    told = tell(UserError(ErrorKind.FILE_MISSING, path="a.vcf"))
    assert (
        told.line
        == "There is no file \u2068a.vcf\u2069. Nothing was changed. Check its name and where it lies."
    )


def test_facts_cannot_disturb_the_sentence() -> None:
    line = tell(UserError(ErrorKind.CONTACT_UNKNOWN, name="{path}\x1b[2J\u202e\nX")).line
    assert "\x1b" not in line
    assert "\u202e" not in line
    assert "\n" not in line
    assert "{path}" in line


def test_several_facts_are_listed() -> None:
    line = tell(UserError(ErrorKind.FILE_MISSING, path=("a", "b"))).line
    assert "\u2068a\u2069, \u2068b\u2069" in line


def test_a_file_of_another_kind_is_told_by_its_looks() -> None:
    told = tell(UserError(ErrorKind.FORMAT_UNKNOWN, path="a.pdf", looks="pdf"))
    assert told.message.endswith("Nothing was changed. It looks like a PDF.")


def test_somebody_unknown_is_named_by_what_is_known() -> None:
    assert "\u206817\u2069" in tell(UserError(ErrorKind.CONTACT_UNKNOWN, contact=17)).message


def test_a_moment_is_told_as_people_say_it() -> None:
    until = datetime(2026, 3, 14, 9, 26, 53).astimezone()
    line = tell(UserError(ErrorKind.SLOW_DOWN, host="example.org", until=until)).line
    assert line.endswith("Try again after Saturday 14 March 2026, 09:26.")
