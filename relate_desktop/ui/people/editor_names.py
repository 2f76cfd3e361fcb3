"""The names card of the form to edit a person (mock 03)."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from relate_desktop.domain.gender import Gender, gender_in
from relate_desktop.domain.name import PersonName
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import Card
from relate_desktop.ui.kit.fields import ChoiceField, TextField
from relate_desktop.ui.people.person_form import PersonForm
from relate_desktop.words.gender import call_question, full_name_label, writing_label
from relate_desktop.words.translation import _


class NamesCard(Card):
    """Everything about how somebody is called; the parts of the name are behind a button."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Names"), parent)
        self.call = TextField(
            call_question(Gender.OTHER), "edit.call", hint=_("Used in lists, reminders and notes.")
        )
        self.salutation = TextField(
            writing_label(Gender.OTHER), "edit.salutation", hint=_("The greeting for letters and e-mail.")
        )
        self.full = TextField(full_name_label(Gender.OTHER), "edit.full")
        self.latin = TextField(_("In Latin letters"), "edit.latin")
        self.sounds = TextField(_("Sounds like"), "edit.sounds")
        self.pronouns = ChoiceField(
            _("Pronouns"),
            "edit.pronouns",
            [("", ""), ("she/her", "she/her"), ("he/him", "he/him"), ("they/them", "they/them")],
            free=True,
        )
        self.file_under = TextField(_("File under"), "edit.file_under")
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.call, 0, 0, 1, 2)
        grid.addWidget(self.salutation, 0, 2, 1, 2)
        grid.addWidget(self.full, 1, 0, 1, 2)
        grid.addWidget(self.latin, 1, 2, 1, 2)
        grid.addWidget(self.sounds, 2, 0, 1, 2)
        grid.addWidget(self.pronouns, 2, 2)
        grid.addWidget(self.file_under, 2, 3)
        self.body.addLayout(grid)
        self.more = Button(
            _("More about the name"), "edit.more_name", kind="link", icon="caret-down", small=True
        )
        self.more.clicked.connect(self._toggle)
        self.body.addWidget(self.more)
        self._parts = self._build_parts()
        self.body.addWidget(self._parts)
        self._parts.hide()
        for field in self._texts().values():
            field.editor.textEdited.connect(lambda _text: self.changed.emit())
        self.pronouns.editor.editTextChanged.connect(self._speak)

    def _speak(self, pronouns: str) -> None:
        """Have the labels follow the pronouns."""
        gender = gender_in(pronouns)
        self.call.set_label(call_question(gender))
        self.salutation.set_label(writing_label(gender))
        self.full.set_label(full_name_label(gender))
        self.changed.emit()

    def show_form(self, form: PersonForm) -> None:
        """Fill the fields."""
        for read, field in self._values(form):
            field.set_text(read)
        self.pronouns.set_value(form.pronouns)
        self.pronouns.editor.setEditText(form.pronouns)
        known = any((form.former, form.never, form.name.prefixes, form.name.suffixes, form.name.additional))
        self._parts.setVisible(known)

    def name(self) -> PersonName:
        """The parts of the name as typed; several words of one part stand comma-separated."""
        given, family, additional, prefixes, suffixes = (
            tuple(word.strip() for word in self._part[key].text().split(",") if word.strip())
            for key in ("given", "family", "additional", "prefixes", "suffixes")
        )
        return PersonName(
            family=family, given=given, additional=additional, prefixes=prefixes, suffixes=suffixes
        )

    def texts(self) -> dict[str, str]:
        """The plain fields by their name in the form."""
        texts = {key: field.text().strip() for key, field in self._texts().items() if key not in self._part}
        texts["pronouns"] = self.pronouns.editor.currentText().strip()
        return texts

    def _build_parts(self) -> QWidget:
        words = {
            "given": _("Given names"),
            "family": _("Family names"),
            "additional": _("Middle names"),
            "prefixes": _("Titles before"),
            "suffixes": _("Titles behind"),
        }
        self._part = {key: TextField(label, f"edit.name.{key}") for key, label in words.items()}
        self.former = TextField(_("Former name"), "edit.former")
        self.never = TextField(_("Please never"), "edit.never", hint=_("A name not to use."))
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for number, field in enumerate((*self._part.values(), self.former, self.never)):
            grid.addWidget(field, number // 2, number % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return box

    def _texts(self) -> dict[str, TextField]:
        return {
            "call": self.call,
            "salutation": self.salutation,
            "full": self.full,
            "latin": self.latin,
            "sounds": self.sounds,
            "file_under": self.file_under,
            "former": self.former,
            "never": self.never,
            **self._part,
        }

    def _values(self, form: PersonForm) -> list[tuple[str, TextField]]:
        parts = ("given", "family", "additional", "prefixes", "suffixes")
        read: Callable[[str], str] = lambda key: (  # noqa: E731 - two shapes of the same question
            ", ".join(getattr(form.name, key)) if key in parts else getattr(form, key)
        )
        return [(read(key), field) for key, field in self._texts().items()]

    def _toggle(self) -> None:
        self._parts.setVisible(not self._parts.isVisibleTo(self))
        if self._parts.isVisibleTo(self):
            self._part["given"].editor.setFocus()
