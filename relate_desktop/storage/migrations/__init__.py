"""The steps from each version of a book to the next, oldest first."""

from relate_desktop.storage.migrations import first, second
from relate_desktop.storage.migrations.step import Step

STEPS: tuple[Step, ...] = (Step(1, first.apply), Step(2, second.apply))
"""Every version there ever was; the last one is what this program writes."""
