"""Twelve invented people to look around with, and what happened with them; gone again in one step."""

from relate_desktop.domain.change import HistoryEntry, OperationKind, Reverted
from relate_desktop.domain.importing import ImportReport
from relate_desktop.services.history import HistoryService
from relate_desktop.services.imports import ImportsService
from relate_desktop.services.jobs import Stepping
from relate_desktop.services.present import PresentSource
from relate_desktop.services.sample_life import write_life
from relate_desktop.system.paths import resources_folder


class SampleService:
    """Brings the sample people in through the ordinary importer, as one change."""

    def __init__(self, imports: ImportsService, history: HistoryService, present: PresentSource) -> None:
        self._imports = imports
        self._history = history
        self._present = present

    def add(self, job: Stepping) -> ImportReport:
        """Adds them; those that are still there are not added twice."""
        path = resources_folder() / "sample" / "people.vcf"
        return self._imports.run(
            (path,),
            job=job,
            kind=OperationKind.SAMPLE,
            then=lambda book, people: write_life(book, people, self._present()),
        )

    def present(self) -> HistoryEntry | None:
        """The change that brought them in, while it stands."""
        for entry in self._history.entries():
            if entry.kind is OperationKind.SAMPLE and not entry.undone:
                return entry
        return None

    def remove(self) -> Reverted | None:
        """Takes them out again, keeping everything else; None when they are not there."""
        entry = self.present()
        return self._history.undo(entry.changeset) if entry is not None else None
