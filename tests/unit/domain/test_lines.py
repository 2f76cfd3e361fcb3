"""The best line of each name."""

import pytest

from relate_desktop.domain.lines import UNRANKED, best_lines, rank
from tests.cards import a_line, lines


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("TEL:1", UNRANKED),
        ("TEL;PREF=3:1", 3),
        ("TEL;PREF=1000:1", 100),
        ("TEL;PREF=first:1", 1),
        ("TEL;TYPE=home,PREF:1", 1),
        ("TEL;PREF:1", 1),
        ("TEL;X-PREFIX=1;TYPE=preface:1", UNRANKED),
    ],
)
def test_preference_is_read_in_every_spelling(line: str, place: int) -> None:
    assert rank(a_line(line)) == place


def test_the_preferred_line_wins_and_blank_ones_never_do() -> None:
    found = best_lines(lines("tel: ", "TEL:1", "TEL;TYPE=pref:2", "TEL;PREF=1:3", "X-FOO:x"))
    assert {name: item.value for name, item in found.items()} == {"TEL": "2"}


def test_special_lines_stand_apart() -> None:
    found = best_lines(
        lines(
            "N;PHONETIC=script:a", "N:b", "SOUND;TYPE=BASIC:media:x", "SOUND;X-IRMC-N:c",
            "X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;d;1", "PHOTO:http://x.example",
        )
    )  # fmt: skip
    assert set(found) == {"N;PHONETIC", "N", "SOUND;MEDIA", "SOUND", "X-ANDROID-NICKNAME"}
