"""The collection of real files that lies beside the project, where there is one.

``RELATE_CORPUS`` names its folder; without it, ``../shared/corpus`` beside the project is tried.
"""

import os
from pathlib import Path

import pytest

from relate_desktop.domain.errors import InputError
from relate_desktop.formats import registry

ROOT = Path(__file__).parent.parent.parent
CORPUS = Path(os.environ.get("RELATE_CORPUS") or ROOT.parent / "shared" / "corpus")

needs_corpus = pytest.mark.skipif(
    not CORPUS.is_dir(), reason=f"no collection of real files at {CORPUS} (set RELATE_CORPUS)"
)


def files_with_cards() -> list[Path]:
    """Every file of the collection that Relate takes for contacts, in order of name."""
    return [path for path in sorted(CORPUS.rglob("*")) if path.is_file() and _has_cards(path)]


def _has_cards(path: Path) -> bool:
    try:
        with registry.open_input(path) as source:
            return registry.find_format(source.stream.read(registry.HEAD_SIZE), path.name) is not None
    except InputError:
        return False
