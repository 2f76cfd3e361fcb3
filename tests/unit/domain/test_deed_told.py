import pytest

from relate_desktop.domain.deed_told import begin_to_tell
from relate_desktop.domain.languages import LANGUAGES
from relate_desktop.domain.languages.de import GERMAN
from relate_desktop.domain.languages.en import ENGLISH


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ask Chidi how the opening went", "Talked to Chidi: "),
        ("Call Chidi about the lease", "Called Chidi: "),
        ("Send Chidi the revised cover", "Wrote to Chidi: "),
        ("Second, gentle mail to Chidi", "E-mailed Chidi: "),
        ("Meet Chidi for lunch", "Met Chidi: "),
        ("Chidi anrufen", "Mit Chidi telefoniert: "),
        ("Chidi wegen der Rechnung schreiben", "Chidi geschrieben: "),
        ("Buy flowers for Chidi", None),
        ("Lend Chidi the lettering book", None),
        ("", None),
        ("{name} {0} %s", None),
    ],
)
def test_what_sounds_like_a_conversation_can_be_told(text: str, told: str | None) -> None:
    assert begin_to_tell(text, "Chidi", LANGUAGES.values()) == told


def test_the_first_language_that_has_a_word_counts() -> None:
    assert begin_to_tell("call Anna", "Anna", [GERMAN, ENGLISH]) == "Called Anna: "


def test_a_name_with_braces_is_only_a_name() -> None:
    assert begin_to_tell("call {0}", "{0}", [ENGLISH]) == "Called {0}: "
