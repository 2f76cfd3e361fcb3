import subprocess
import sys
from pathlib import Path

from relate_desktop.lookups.microformats import read_microformats

ROOT = Path(__file__).parents[3]
_CHILD = """
import sys
sys.path.insert(0, ".")
from relate_desktop.lookups.microformats import read_microformats
items = read_microformats("<p class=h-card><a class=u-url href=x>Ada</a></p>", "https://ada.example.org/")
print(items[0]["properties"]["url"][0], sorted({"requests", "urllib3"} & sys.modules.keys()))
"""


def test_cards_are_read_with_nothing_to_fetch_with() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _CHILD], cwd=ROOT, capture_output=True, text=True, timeout=120, check=True
    )
    assert done.stdout == "https://ada.example.org/x []\n"


def test_what_is_no_card_is_none() -> None:
    assert read_microformats("", "https://ada.example.org/") == []
    assert read_microformats("<p>" * 300, "https://ada.example.org/") == []
