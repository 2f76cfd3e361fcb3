"""The pane beside the table: one record, what is new in it, and where it differs (mock 04, right)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.importing import Choice, FieldChoices
from relate_desktop.domain.name import called, own_script
from relate_desktop.domain.summary import hue_of
from relate_desktop.domain.text import squeezed, visible
from relate_desktop.services.import_detail import ImportDetail
from relate_desktop.ui.imports.differences import MOST_LINES, NARROW, QUIET, Differences, line_words
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.avatars import Avatar
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import Page, Panel, clear_layout, line
from relate_desktop.ui.kit.fields import ComboBox, PlainText
from relate_desktop.ui.kit.labels import IconLabel, SafeLabel
from relate_desktop.words.findings import choice_hint, choice_name, event_finding, reason_words
from relate_desktop.words.numbers import sentence
from relate_desktop.words.remarks import kept_name, remark_words
from relate_desktop.words.translation import _
from relate_desktop.words.values import LONGEST, value_words


class DetailPane(Panel):
    """Shows one row of the plan and lets the user choose for it."""

    chosen = Signal(object)
    """The Choice for the row shown."""
    fields_chosen = Signal(object)
    """What was decided line by line of the row shown, as FieldChoices."""
    save_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("import.detail", _("Nobody chosen"), "surface", parent=parent)
        self._page = Page("surface")
        self._page.body.setContentsMargins(22, 20, 22, 16)
        self._page.body.setSpacing(12)
        self._page.body.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(22, 8, 22, 16)
        foot.setSpacing(8)
        foot.addWidget(IconLabel("info", size=16))
        foot.addWidget(
            SafeLabel(
                _("What you wrote yourself is kept unless you choose otherwise."), "small", "text2", wrap=True
            ),
            1,
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._page, 1)
        box.addLayout(foot)

    def clear(self) -> None:
        """Show nobody."""
        clear_layout(self._page.body)
        self._page.body.addStretch(1)

    def show_detail(self, detail: ImportDetail, choice: Choice, fields: FieldChoices) -> None:
        """Fill the pane."""
        clear_layout(self._page.body)
        if detail.row.remark is not None:
            self._show_unreadable(detail)
            return
        if detail.row.calendar:
            self._show_event(detail)
            return
        person = Contact(detail.properties)
        name = visible(called(person), LONGEST) or _("No name")
        self.setAccessibleName(name)
        self._page.body.addLayout(self._head(person, name))
        self._page.body.addWidget(line())
        if detail.row.reasons:
            self._add_block(_("What Relate went by"), [reason_words(reason) for reason in detail.row.reasons])
        if len(detail.row.choices) > 1:
            self._add_choices(detail, choice, name)
        self._show_differences(detail, choice, fields)
        self._page.body.addStretch(1)

    def _head(self, person: Contact, name: str) -> QHBoxLayout:
        avatar = Avatar(44)
        own = visible(own_script(person), LONGEST)
        avatar.show_person(own or name, hue_of(own or name))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(SafeLabel(name, "heading", wrap=True))
        if own and own != name:
            words.addWidget(SafeLabel(own, "small", "text2", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(avatar)
        row.addLayout(words, 1)
        return row

    def _show_differences(self, detail: ImportDetail, choice: Choice, fields: FieldChoices) -> None:
        if detail.found is None or detail.contact is None:
            words = [
                line_words(item)
                for item in detail.properties
                if item.key not in QUIET and item.value.strip() and value_words(item)
            ]
            self._add_block(_("In the file"), words[:MOST_LINES])
            return
        differences = Differences(detail, choice, fields)
        differences.changed.connect(self.fields_chosen)
        self._page.body.addWidget(differences)

    def _add_block(self, heading: str, words: Sequence[str]) -> None:
        if not words:
            return
        box = QVBoxLayout()
        box.setSpacing(5)
        box.addWidget(SafeLabel(heading, "bodyMedium", wrap=True))
        for one in words:
            box.addWidget(SafeLabel(one, "small", "text2", wrap=True))
        self._page.body.addLayout(box)

    def _add_choices(self, detail: ImportDetail, choice: Choice, name: str) -> None:
        label = SafeLabel(_("What to do with {name}").format(name=name), "bodyMedium", wrap=True)
        self._page.body.addWidget(label)
        options = detail.row.choices
        box = ComboBox("import.choice")
        for option in options:
            box.addItem(choice_name(option), option)
        box.setCurrentIndex(options.index(choice))
        box.setSizePolicy(*NARROW)
        box.setAccessibleDescription(choice_hint(choice))
        box.activated.connect(lambda number: self.chosen.emit(options[number]))
        label.setBuddy(box)
        self._page.body.addWidget(box)
        self._page.body.addWidget(SafeLabel(choice_hint(choice), "caption", "text2", wrap=True))

    def _show_event(self, detail: ImportDetail) -> None:
        """An event: calendars come in as a whole, so there is nothing to choose."""
        row = detail.row
        named = sentence(kept_name(row.kept)) if row.kept else visible(squeezed(row.name), LONGEST)
        title = named or _("No title")
        self.setAccessibleName(title)
        self._page.body.addWidget(SafeLabel(title, "heading", wrap=True))
        found = event_finding(row.finding, row.calendar, shown=not row.kept)
        self._page.body.addWidget(SafeLabel(found, "small", "text2", wrap=True))
        self._page.body.addWidget(self._as_written(detail))
        self._page.body.addStretch(1)

    @staticmethod
    def _as_written(detail: ImportDetail) -> PlainText:
        raw = PlainText("import.raw", _("The text as it is in the file"), lines=10)
        raw.setReadOnly(True)
        said = detail.raw[:64_000].decode("utf-8", "replace").replace("\r\n", "\n")
        raw.setPlainText(visible(said, 64_000, keep_lines=True))
        return raw

    def _show_unreadable(self, detail: ImportDetail) -> None:
        row = detail.row
        name = _("Line {line}").format(line=row.line)
        self.setAccessibleName(name)
        self._page.body.addWidget(SafeLabel(name, "heading"))
        if row.remark is not None:
            self._page.body.addWidget(SafeLabel(remark_words(row.remark), "body", "text2", wrap=True))
        self._page.body.addWidget(self._as_written(detail))
        words = _("Save these entries to a file…") if row.calendar else _("Save these cards to a file…")
        save = Button(words, "import.save_unreadable")
        save.clicked.connect(self.save_asked)
        self._page.body.addWidget(save)
        self._page.body.addStretch(1)
        named(self._page, "import.detail.page", "")
