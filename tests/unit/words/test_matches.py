from datetime import date

from relate_desktop.cli.output import plain
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import SearchHit, TextHit
from relate_desktop.words.matches import match_words

ADA = ContactId(1)


def test_a_line_and_a_text_are_said_with_what_they_are() -> None:
    assert plain(match_words(SearchHit(ADA, "", "x-maidenname", "Byron"))) == "Former name: Byron"
    assert plain(match_words(TextHit("call", 3, ADA, "Ada", "about the oboe", date(2026, 1, 1)))) == (
        "Call: about the oboe"
    )
    assert match_words(SearchHit(ADA, "Ada", "fn", "Ada")) == ""
