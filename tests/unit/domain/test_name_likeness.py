"""How two names are alike."""

import pytest

from relate_desktop.domain.match_reason import MatchReason
from relate_desktop.domain.name_forms import name_forms
from relate_desktop.domain.name_likeness import generations_differ, likeness, short_words
from tests.open_book import a_person


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Ada Lovelace", "ADA LOVELACE", MatchReason.SAME_NAME),
        ("Dr. Ada Lovelace", "Ada Lovelace (Kite Museum)", MatchReason.SAME_NAME),
        ("Ada Lovelace", "Lovelace Ada", MatchReason.SWAPPED_NAME),
        ("Нина Иванова", "Nina Ivanova", MatchReason.OTHER_SCRIPT),
        ("王小明", "Xiaoming Wang", MatchReason.OTHER_SCRIPT),
        ("محمد حداد", "Mohammed Haddad", MatchReason.OTHER_SCRIPT),
        ("Ελένη Παπαδοπούλου", "Eleni Papadopoulou", MatchReason.OTHER_SCRIPT),
        ("Ευάγγελος Μπακάλης", "Evangelos Bakalis", MatchReason.OTHER_SCRIPT),
        ("Гаврилюк Ірина", "Iryna Havryliuk", MatchReason.OTHER_SCRIPT),
        ("이서연", "Seo-yeon Lee", MatchReason.OTHER_SCRIPT),
        ("HP Ott", "Hans-Peter Ott", MatchReason.INITIALS),
        ("Abu Bakr Sy", "Aboubacar Sy", MatchReason.SPELLED_NAME),
        ("ณัฐพล ศรีสุข", "Nattapon Srisuk", MatchReason.SIMILAR_NAME),
        ("ณัฐพล ศรีสุข", "Kanya Srisuk", MatchReason.DIFFERENT_GIVEN_NAME),
        ("نور الدين", "Nour Eddine", MatchReason.OTHER_SCRIPT),
        ("Александр Кузнецов", "Alexandra Kuznetsova", MatchReason.DIFFERENT_NAME),
        ("Chema Robles", "José María Robles", MatchReason.SHORT_NAME),
        ("Autohaus Vetter GmbH", "Autohaus Vetter", MatchReason.SAME_NAME),
        ("Jan Braun", "Jana Braun", MatchReason.DIFFERENT_GIVEN_NAME),
        ("Jürgen Müller", "Juergen Mueller", MatchReason.SPELLED_NAME),
        ("Jonathan Whitby", "Jonathn Whitby", MatchReason.CLOSE_NAME),
        ("Anne-Marie Duval", "Annemarie Duval", MatchReason.SPELLED_NAME),
        ("Lupe Ríos", "Guadalupe Ríos Santiago", MatchReason.SHORT_NAME),
        ("Bill Clay", "William Clay", MatchReason.SHORT_NAME),
        ("J. Whitby", "Jonathan Whitby", MatchReason.INITIALS),
        ("María García", "María García López", MatchReason.PART_OF_NAME),
        ("Ludwig van Beethoven", "Ludwig Beethoven", MatchReason.SAME_NAME),
        ("Lupe", "Lupe Ríos", MatchReason.GIVEN_NAME_ONLY),
        ("", "Lupe Ríos", MatchReason.NO_NAME),
        ("Ada King", "Ralph King", MatchReason.DIFFERENT_GIVEN_NAME),
        ("Maria Braun", "Marie Braun", MatchReason.DIFFERENT_GIVEN_NAME),
        ("Julia Braun", "Julian Braun", MatchReason.DIFFERENT_GIVEN_NAME),
        ("Ada King", "Ada Lovelace", MatchReason.DIFFERENT_FAMILY_NAME),
        ("Ada King", "Grace Hopper", MatchReason.DIFFERENT_NAME),
        ("Schatz", "Ada King", None),
        ("Al", "Ada", None),
        ("Al", "Ada King", None),
        ("Al", "Al King", MatchReason.GIVEN_NAME_ONLY),
        ("Al Van", "Bin De", MatchReason.DIFFERENT_NAME),
        ("Lena Braun", "Nora Braun", MatchReason.SIMILAR_NAME),
        ("Lena", "Nora Braun", MatchReason.SIMILAR_NAME),
        ("Ted King", "Ned King Okafor", MatchReason.SIMILAR_NAME),
        ("Ted M. King", "Ned M. King", MatchReason.SIMILAR_NAME),
        ("Ted King", "Ned Okafor", MatchReason.DIFFERENT_NAME),
        ("Mei Chen", "Mai Chen", MatchReason.SIMILAR_NAME),
        ("Li Wang", "Lie Wang", MatchReason.SIMILAR_NAME),
        ("Li Wang", "Wang Yi", MatchReason.SIMILAR_NAME),
        ("李伟", "李维", MatchReason.SIMILAR_NAME),
        ("Louis Cap", "Louis Cap 14", MatchReason.SIMILAR_NAME),
        ("Louis Cap 14", "Louis Cap 15", MatchReason.DIFFERENT_NAME),
        ("Louis Cap14", "Cap15, Louis", MatchReason.DIFFERENT_NAME),
        ("Taxi (1)", "Taxi (2)", MatchReason.DIFFERENT_NAME),
        ("Louis Cap 014", "LOUIS CAP ١٤", MatchReason.SAME_NAME),
    ],
)
def test_names_are_alike_in_one_way_or_not(one: str, other: str, reason: MatchReason | None) -> None:
    mine, theirs = (name_forms(a_person(name) if name else ()) for name in (one, other))
    assert likeness(mine, theirs) is reason
    assert likeness(theirs, mine) is reason


def test_the_parts_say_which_name_is_which() -> None:
    wei = name_forms(a_person("王伟", "N:王;伟;;;"))
    assert likeness(wei, name_forms(a_person("Wei Wang", "N:Wang;Wei;;;"))) is MatchReason.OTHER_SCRIPT
    swapped = name_forms(a_person("Rossi Mario", "N:Mario;Rossi;;;"))
    assert (
        likeness(swapped, name_forms(a_person("Rossi Mario", "N:Rossi;Mario;;;"))) is MatchReason.SWAPPED_NAME
    )


def test_a_number_in_one_part_of_the_card_counts_and_a_nickname_does_not_hide_it() -> None:
    one, two = (
        name_forms(a_person("Test User", f"N:User {number};Test;;;", "NICKNAME:Tess")) for number in (1, 2)
    )
    assert likeness(one, two) is MatchReason.DIFFERENT_NAME
    assert likeness(one, one) is MatchReason.SAME_NAME


def test_what_they_are_called_and_how_it_sounds_are_names_as_well() -> None:
    peggy = name_forms(a_person("Margaret Hill", "NICKNAME:Meg"))
    assert likeness(peggy, name_forms(a_person("Meg Hill"))) is MatchReason.SAME_NAME
    hanako = name_forms(a_person("山田花子", "X-PHONETIC-FIRST-NAME:はなこ", "X-PHONETIC-LAST-NAME:やまだ"))
    assert likeness(hanako, name_forms(a_person("Hanako Yamada"))) is MatchReason.OTHER_SCRIPT


def test_senior_and_junior_are_two() -> None:
    senior, junior, plain = (name_forms(a_person(f"Martin King{end}")) for end in (" Sr.", " Jr.", ""))
    assert generations_differ(senior, junior)
    assert generations_differ(plain, junior)
    assert not generations_differ(plain, senior)
    assert not generations_differ(junior, junior)


def test_the_short_word_is_told_with_the_one_it_is_short_for() -> None:
    forms = [name_forms(a_person(name)) for name in ("Guadalupe Ríos", "Lupe Ríos")]
    assert short_words(*forms) == ("lupe", "guadalupe")
    assert short_words(forms[0], forms[0]) is None
