"""What should be in order before somebody is looked up; it can be overruled, in the user's own words."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relate_desktop.domain.lookup_gate import Missing
from relate_desktop.domain.place import Place
from relate_desktop.domain.text import isolate
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.fields import TextField
from relate_desktop.ui.kit.labels import Heading, IconLabel, SafeLabel
from relate_desktop.ui.kit.overlays import Overlay
from relate_desktop.ui.lookups.reading import Wanted
from relate_desktop.words.looking_up import all_the_same_words
from relate_desktop.words.lookups import missing_words
from relate_desktop.words.translation import _

_LONGEST = 200


class GatePanel(Overlay):
    """The book is right first; every line leads to where it is put right."""

    overruled = Signal(str)
    """Why it is done all the same."""
    asked = Signal(object)
    """The Place where something is put right."""

    def __init__(self, host: QWidget, wanted: Wanted) -> None:
        name = isolate(wanted.called)
        super().__init__(host, "lookup.gate", _("Before you look up {name}").format(name=name), width=520)
        self._wanted = wanted
        heading = Heading(_("Before you look up {name}").format(name=name), "lookup.gate.title", "heading")
        heading.setWordWrap(True)
        self.body.addWidget(heading)
        why = _("What others say is only worth asking when your own book is right. Nothing was sent.")
        self.body.addWidget(SafeLabel(why, "body", "text2", wrap=True))
        for missing in wanted.gate.missing:
            self.body.addLayout(self._row(missing))
        self.reason = TextField(all_the_same_words(wanted.gender), "lookup.gate.reason")
        self.reason.editor.setMaxLength(_LONGEST)
        self.reason.editor.textChanged.connect(self._typed)
        self.reason.editor.returnPressed.connect(self._overrule)
        self.body.addWidget(self.reason)
        self.body.addLayout(self._buttons())
        self.closed.connect(self.deleteLater)

    def _row(self, missing: Missing) -> QHBoxLayout:
        places = {
            Missing.DUPLICATE: (Place("duplicates"), _("Look at both")),
            Missing.NAME: (Place("names"), _("Look at the name")),
            Missing.CHANNEL: (Place.person(self._wanted.contact), _("Write it down")),
            Missing.MET: (Place("people", f"{self._wanted.contact}/edit"), _("Write it down")),
        }
        place, words = places[missing]
        sentence = missing_words(missing, self._wanted.called)
        button = Button(
            words,
            f"lookup.gate.{missing.value}",
            kind="link",
            small=True,
            name=_("{what}: {sentence}").format(what=words, sentence=sentence),
        )
        button.clicked.connect(partial(self._go, place))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel("info", colour="amber", size=16))
        row.addWidget(SafeLabel(sentence, "small", wrap=True), 1)
        row.addWidget(button)
        return row

    def _buttons(self) -> QHBoxLayout:
        self.no = Button(_("Not now"), "lookup.gate.no")
        self.all_the_same = Button(_("Look up all the same"), "lookup.gate.go")
        self.all_the_same.setEnabled(False)
        self.no.clicked.connect(self.close_overlay)
        self.all_the_same.clicked.connect(self._overrule)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(self.no)
        row.addWidget(self.all_the_same)
        return row

    def _typed(self, text: str) -> None:
        self.all_the_same.setEnabled(bool(text.strip()))

    def _go(self, place: Place) -> None:
        self.close_overlay()
        self.asked.emit(place)

    def _overrule(self) -> None:
        reason = self.reason.text().strip()
        if reason:
            self.close_overlay()
            self.overruled.emit(reason)


class NeverPanel(Overlay):
    """Somebody the user asked never to look up again."""

    again = Signal()

    def __init__(self, host: QWidget, wanted: Wanted) -> None:
        name = isolate(wanted.called)
        super().__init__(host, "lookup.refused", _("{name} is not looked up").format(name=name), width=480)
        heading = Heading(_("{name} is not looked up").format(name=name), "lookup.refused.title", "heading")
        heading.setWordWrap(True)
        self.body.addWidget(heading)
        words = _("You asked never to look {name} up again. Nothing was sent.").format(name=name)
        self.body.addWidget(SafeLabel(words, "body", "text2", wrap=True))
        self.no = Button(_("Leave it so"), "lookup.refused.no")
        self.allow = Button(_("Allow it again"), "lookup.refused.again")
        self.no.clicked.connect(self.close_overlay)
        self.allow.clicked.connect(self._allow)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(self.allow)
        row.addWidget(self.no)
        self.body.addLayout(row)
        self.closed.connect(self.deleteLater)

    def _allow(self) -> None:
        self.close_overlay()
        self.again.emit()
