"""The pane beside the table: one record, what is new in it, and where it differs (mock 04, right)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.importing import CHOICES, Choice, Finding
from relate_desktop.domain.name import called, own_script
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.property import Property
from relate_desktop.domain.summary import hue_of
from relate_desktop.domain.text import visible
from relate_desktop.services.import_detail import ImportDetail
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.avatars import Avatar
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import Frame, Page, Panel, clear_layout, line
from relate_desktop.ui.kit.fields import ComboBox, PlainText
from relate_desktop.ui.kit.labels import IconLabel, SafeLabel
from relate_desktop.ui.kit.toggles import RadioButton
from relate_desktop.words.dates import parts_of_date
from relate_desktop.words.findings import choice_hint, choice_name, reason_words
from relate_desktop.words.properties import property_name
from relate_desktop.words.remarks import remark_words
from relate_desktop.words.translation import _

LONGEST = 300
DATES = frozenset({"BDAY", "ANNIVERSARY", "DEATHDATE", "X-ANNIVERSARY", "X-ABDATE"})
QUIET = frozenset({"VERSION", "PRODID", "REV", "UID", "X-ABLABEL", "X-ABADR", "BEGIN", "END"})


class DetailPane(Panel):
    """Shows one row of the plan and lets the user choose for it."""

    chosen = Signal(object)
    """The Choice for the row shown."""
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

    def show_detail(self, detail: ImportDetail, choice: Choice) -> None:
        """Fill the pane."""
        clear_layout(self._page.body)
        if detail.row.remark is not None:
            self._show_unreadable(detail)
            return
        person = Contact(detail.properties)
        name = visible(called(person), LONGEST) or _("No name")
        self.setAccessibleName(name)
        self._page.body.addLayout(self._head(person, name))
        self._page.body.addWidget(line())
        if detail.row.reasons:
            self._add_block(_("What Relate went by"), [reason_words(reason) for reason in detail.row.reasons])
        self._show_differences(detail)
        if len(CHOICES[detail.row.finding]) > 1:
            self._add_choices(detail, choice, name)
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

    def _show_differences(self, detail: ImportDetail) -> None:
        found, contact = detail.found, detail.contact
        if found is None or contact is None:
            self._add_lines(_("In the file"), detail.properties)
            return
        for conflict in found.conflicts:
            if conflict.name in QUIET:
                continue
            mine = _value_words(contact.properties[conflict.ours])
            theirs = _value_words(detail.properties[conflict.theirs])
            kept = _("{value}, written by you") if conflict.kept else _("{value}, in the book")
            self._add_block(
                _("{what} differs").format(what=property_name(conflict.name)),
                [kept.format(value=mine), _("{value}, in the file").format(value=theirs)],
            )
        self._add_lines(_("Also in the file"), [detail.properties[place] for place in found.new])

    def _add_lines(self, heading: str, lines: Sequence[Property]) -> None:
        words = []
        for item in lines:
            if item.key in QUIET or not item.value.strip():
                continue
            shown = _value_words(item)
            if shown:
                words.append(_("{name}: {value}").format(name=property_name(item.name), value=shown))
        self._add_block(heading, words[:40])

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
        options = CHOICES[detail.row.finding]
        if detail.row.finding is not Finding.LOOK:
            box = ComboBox("import.choice")
            for option in options:
                box.addItem(choice_name(option), option)
            box.setCurrentIndex(options.index(choice))
            box.activated.connect(lambda number: self.chosen.emit(options[number]))
            label.setBuddy(box)
            self._page.body.addWidget(box)
            return
        group = QButtonGroup(self._page.widget())
        for option in options:
            frame = Frame("card")
            button = RadioButton(choice_name(option), f"import.choice.{option.value}", parent=frame)
            button.setChecked(option is choice)
            button.setAccessibleDescription(choice_hint(option))
            group.addButton(button)
            button.clicked.connect(lambda _on, option=option: self.chosen.emit(option))
            inner = QVBoxLayout(frame)
            inner.setContentsMargins(12, 8, 12, 10)
            inner.setSpacing(2)
            inner.addWidget(button)
            hint = SafeLabel(choice_hint(option), "caption", "text2", wrap=True)
            hint.setContentsMargins(28, 0, 0, 0)
            inner.addWidget(hint)
            self._page.body.addWidget(frame)

    def _show_unreadable(self, detail: ImportDetail) -> None:
        row = detail.row
        name = _("Line {line}").format(line=row.line)
        self.setAccessibleName(name)
        self._page.body.addWidget(SafeLabel(name, "heading"))
        if row.remark is not None:
            self._page.body.addWidget(SafeLabel(remark_words(row.remark), "body", "text2", wrap=True))
        raw = PlainText("import.raw", _("The text as it is in the file"), lines=10)
        raw.setReadOnly(True)
        raw.setPlainText(visible(detail.raw[:64_000].decode("utf-8", "replace"), 64_000, keep_lines=True))
        self._page.body.addWidget(raw)
        save = Button(_("Save these cards to a file…"), "import.save_unreadable")
        save.clicked.connect(self.save_asked)
        self._page.body.addWidget(save)
        self._page.body.addStretch(1)
        named(self._page, "import.detail.page", "")


def _value_words(item: Property) -> str:
    """What a line says, for people: dates in words, pictures named, everything else as it is."""
    if item.media is not None:
        return _("a picture or file")
    if item.key in DATES and (date := PartialDate.parse(item.value, item.parameters)) is not None:
        return parts_of_date(date.year, date.month, date.day)
    return visible(item.text.strip(" ;,"), LONGEST)
