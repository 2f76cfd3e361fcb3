"""What follows from a record alone."""

from relate_desktop.domain.gist import gist_of, keys_of
from relate_desktop.domain.matching import card_key, key_number, match_keys
from relate_desktop.domain.search_marks import indexed
from relate_desktop.domain.summary import summarise
from tests.cards import lines

ADA = lines("FN:Ada Lovelace", "TEL:+44 20 7946 0958", "BDAY:1985-04-15", "UID:1")


def test_a_gist_is_what_each_part_of_the_program_would_work_out() -> None:
    gist = gist_of(ADA, "phone", "ab" * 32)
    assert (gist.fields, gist.words) == (summarise(ADA), indexed(ADA))
    assert (gist.keys, gist.days) == (keys_of(ADA, "phone", "ab" * 32), ("--04-15",))


def test_the_card_itself_is_the_first_key_and_each_has_its_number() -> None:
    wanted = [card_key("ab" * 32), *match_keys(ADA, "phone")]
    assert list(keys_of(ADA, "phone", "ab" * 32).items()) == [(key, key_number(key)) for key in wanted]
