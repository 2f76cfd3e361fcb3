"""Quick capture: a line in plain words, what Relate will keep of it, and Save (ux 6.10, mock 10).

``CaptureField(captures, work, "today.capture", _("Jot something down"))`` can stand on any page. While
nothing is typed it is one line; then the parts stand under it, each to be put right. Enter or
Ctrl+Enter saves, and first asks what is not clear. ``set_about`` fixes whom it is about.
``alone`` is for a panel that holds nothing else.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from relate_desktop.domain.capture_corrections import (
    Answer,
    CaptureAnswer,
    Corrections,
    PartField,
    Value,
    corrected,
)
from relate_desktop.domain.capture_parts import Candidate, MarkKind, Unclear
from relate_desktop.domain.errors import UserError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import InteractionKind
from relate_desktop.domain.people import ContactSummary
from relate_desktop.services.captures import CaptureChoice, CaptureService, Reading, Saved
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.ui.kit.accessibility import announce
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.capture_menus import Hands
from relate_desktop.ui.kit.capture_panel import CapturePanel, Shown
from relate_desktop.ui.kit.cards import Frame, line
from relate_desktop.ui.kit.key_cap import native
from relate_desktop.ui.kit.labels import IconLabel, SafeLabel
from relate_desktop.ui.kit.person_picker import PersonPicker
from relate_desktop.ui.kit.tinted_line import Tint, TintedLine
from relate_desktop.ui.kit.work import Work
from relate_desktop.words.captures import doubt_question
from relate_desktop.words.translation import _

_LEAST_ROOM, _AROUND = 160, 300
_TINTS = {
    MarkKind.WHAT: "accent",
    MarkKind.WHO: "plum",
    MarkKind.WHEN: "blue",
    MarkKind.LENGTH: "blue",
    MarkKind.REMINDER: "amber",
    MarkKind.PROMISE: "amber",
    MarkKind.MOMENT: "blue",
    MarkKind.REMEMBER: "plum",
    MarkKind.NOTE: "accent",
    MarkKind.NEW_PERSON: "plum",
}


class CaptureField(QFrame):
    """The line and, once something is typed, what will be kept."""

    saved = Signal(object)
    """A Saved: what was written down, and the useful thing to say after it."""
    cancelled = Signal()
    """Cancel, or Esc with nothing typed."""
    failed = Signal(object)
    """A UserError; what was typed stays."""

    def __init__(
        self,
        captures: CaptureService,
        work: Work,
        identifier: str,
        name: str,
        *,
        description: str = "",
        placeholder: str = "",
        prefix: str = "",
        alone: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._captures, self._work = captures, work
        self._about: ContactId | None = None
        self._kind: InteractionKind | CaptureAnswer | None = None
        self._corrections = Corrections()
        self._reading: Reading | None = None
        self._alone = alone
        self._met: dict[ContactId, ContactSummary] = {}
        self._busy = self._saving = self._wanted = self._writing = False
        self.setProperty("kind", "plain" if alone else "capture")
        self.line = TintedLine(identifier, name, description, large=alone)
        self.line.setPlaceholderText(placeholder or name)
        prefix = prefix or identifier
        hands = Hands(self._answer, self._change, self._turn, self._pick)
        self.panel = CapturePanel(prefix, hands)
        self._picker = PersonPicker(f"{prefix}.pick", captures.whom, work, self)
        self._put: Callable[[Candidate], object] = self._name_in_line
        self.save_button = Button(
            f"{_('Save')}   {_enter()}", f"{prefix}.save", kind="primary", name=_("Save")
        )
        self.cancel_button = Button(_("Cancel"), f"{prefix}.cancel", kind="quiet")
        self._build()
        self.line.typed.connect(self._typed)
        self.line.entered.connect(self.save)
        self.line.picking.connect(self._pick_in_line)
        self.line.focus_moved.connect(self._edge)
        self._picker.picked.connect(self._picked)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.cancel)

    @property
    def reads(self) -> str:
        """The line as it was understood last; empty before."""
        return "" if self._reading is None else self._reading.captured.sentence

    def set_about(self, contact: ContactId | None) -> None:
        """Whom a bare pronoun, or nobody at all, means."""
        if contact != self._about:
            self._about = contact
            self._typed()

    def set_kind(self, kind: InteractionKind | CaptureAnswer | None) -> None:
        """Preset by which means it was, or that it is just a note; None leaves it to the words."""
        self._kind = kind
        self._show()

    def start(self, text: str = "") -> None:
        """Take the focus, with a line to begin with."""
        if text:
            self.line.set_text(text)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget what was typed and put right."""
        self._corrections, self._reading = Corrections(), None
        self.panel.forget()
        self._saving = False
        self.line.set_text("")
        self.line.show_tints(())
        self._below.hide()

    def save(self) -> None:
        """Write everything down that is shown; or ask first what is not clear."""
        if not self.line.text().strip() or self._writing:
            return
        if self._busy or self._reading is None or self._reading.captured.sentence != self.line.text():
            self._saving = True
            return
        self._saving = False
        shown = self._shown(self._reading)
        if shown.captured.unclear:
            first = shown.captured.unclear[0]
            announce(self.line, doubt_question(first.doubt, first.text), assertive=True)
            self.panel.open_question()
            return
        kept = frozenset(
            place for place, part in enumerate(shown.captured.parts) if shown.corrections.keeps(place, part)
        )
        if not kept:
            return
        choice = CaptureChoice(shown.captured, kept, self.panel.done())
        self._hold(writing=True)
        self._work.run(
            Lane.WRITE,
            lambda _job: self._captures.save(choice),
            self._saved,
            self._not_saved,
            kind=JobKind.EDIT,
            owner=self,
        )

    def cancel(self) -> None:
        """Forget the line."""
        self.clear()
        self.cancelled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc forgets a line on a page; alone, the panel around takes it. Ctrl+Enter saves from anywhere."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape and self.line.text() and not self._alone:
            self.cancel()
        elif control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.save()
        else:
            super().keyPressEvent(event)

    # what is shown

    def _build(self) -> None:
        self.top = top = QHBoxLayout()
        top.setContentsMargins(*((22, 20, 22, 20) if self._alone else (14, 10, 14, 10)))
        top.setSpacing(12 if self._alone else 10)
        self._pencil = IconLabel("pencil-simple-line", colour="accentText")
        top.addWidget(self._pencil)
        top.addWidget(self.line, 1)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(4)
        top.addLayout(self.tools)
        self._below = Frame("plain")
        foot = QHBoxLayout()
        foot.setContentsMargins(22, 10, 16, 12)
        foot.setSpacing(10)
        hint = _("Start with “+” for a new person, “@” to pick someone")
        foot.addWidget(SafeLabel(hint, "caption", "text3", wrap=True), 1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.save_button)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        shown = _Fitting(self.panel) if self._alone else self.panel
        for widget in (line(), shown, line()):
            below.addWidget(widget)
        below.addLayout(foot)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.setSpacing(0)
        box.addLayout(top)
        box.addWidget(self._below)
        self._below.hide()

    def _edge(self) -> None:
        self.setProperty("active", "true" if self.line.hasFocus() else "false")
        self.style().unpolish(self)
        self.style().polish(self)

    def _typed(self) -> None:
        """Read the line anew; one reading at a time, the last one counts."""
        middle = Qt.AlignmentFlag.AlignVCenter
        self.top.setAlignment(self._pencil, Qt.AlignmentFlag.AlignTop if self.line.many_lines else middle)
        if not self.line.text().strip():
            self.clear()
            return
        if self._busy:
            self._wanted = True
            return
        self._busy = True
        sentence, about = self.line.text(), self._about
        self._work.run(
            Lane.READ,
            lambda _job: self._captures.read(sentence, about),
            self._read,
            self._not_read,
            kind=JobKind.DETAIL,
            owner=self,
        )

    def _read(self, reading: Reading) -> None:
        self._busy = False
        if self._wanted:
            self._wanted = False
            self._typed()
        if not self.line.text().strip():
            return
        self._reading = reading
        self._show()
        if self._saving and not self._busy:
            self.save()

    def _not_read(self, error: BaseException) -> None:
        self._busy = self._wanted = self._saving = False
        if isinstance(error, UserError):
            self.failed.emit(error)

    def _show(self) -> None:
        if self._reading is None:
            return
        shown = self._shown(self._reading)
        if self._reading.captured.sentence == self.line.text():
            marks = self._reading.captured.marks
            self.line.show_tints([Tint(mark.start, mark.end, _TINTS[mark.kind]) for mark in marks])
        self.panel.show_reading(shown)
        self._below.show()

    def _shown(self, reading: Reading) -> Shown:
        corrections = self._corrections
        chosen = {(place, field) for place, field, _value in corrections.changes}
        if self._kind is not None and (0, PartField.KIND) not in chosen:
            kind = self._kind if isinstance(self._kind, InteractionKind) else None
            corrections = corrections.changed(0, PartField.KIND, kind)
        captured = corrected(reading.captured, corrections)
        people = {**reading.people, **self._met}
        return Shown(captured, corrections, reading.today, people, reading.answered, reading.at_night)

    # what was put right

    def _answer(self, unclear: Unclear, answer: Answer) -> None:
        self._put_right(self._corrections.answered(unclear, answer))
        if not self.panel.waits:
            self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self, place: int, field: PartField, value: Value) -> None:
        self._put_right(self._corrections.changed(place, field, value))

    def _turn(self, place: int) -> None:
        if self._reading is not None:
            part = self._shown(self._reading).captured.parts[place]
            self._put_right(self._corrections.turned_over(place, part))

    def _put_right(self, corrections: Corrections) -> None:
        self._corrections = corrections
        self._show()

    def _pick(self, put: Callable[[Candidate], object]) -> None:
        self._put = put
        self._picker.open_at(self.line.mapToGlobal(QPoint(0, self.line.height() + 6)))

    def _pick_in_line(self, corner: QPoint) -> None:
        self._put = self._name_in_line
        self._picker.open_at(corner)

    def _name_in_line(self, person: Candidate) -> None:
        self.line.insert(f"{self._met[person.contact].full_name} ")
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _picked(self, person: ContactSummary) -> None:
        self._met[person.id] = person
        self._put(Candidate(person.id, person.called))

    # the end

    def _hold(self, *, writing: bool) -> None:
        """Nothing is typed or saved a second time while it is written down."""
        self._writing = writing
        self.save_button.setEnabled(not writing)
        self.line.setReadOnly(writing)

    def _saved(self, saved: Saved) -> None:
        self._hold(writing=False)
        self.clear()
        announce(self.line, _("Saved"))
        self.saved.emit(saved)

    def _not_saved(self, error: BaseException) -> None:
        self._hold(writing=False)
        if isinstance(error, UserError):
            self.failed.emit(error)
            self._work.failed.emit(error)


class _Fitting(QScrollArea):
    """As high as what is in it, as long as the window has room; then it scrolls."""

    def __init__(self, panel: CapturePanel) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(panel)
        self._panel = panel
        panel.installEventFilter(self)
        panel.asking.connect(self.ensureWidgetVisible)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take another height when the content changes."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width may need another height."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the content is without a bar beside it; the bar comes only where there is no room."""
        layout = self._panel.layout()
        wanted = layout.totalHeightForWidth(self.width()) if layout is not None else 0
        wanted = wanted if wanted > 0 else self._panel.sizeHint().height()
        policy = Qt.ScrollBarPolicy
        room = self._room()
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if wanted <= room else policy.ScrollBarAsNeeded
        )
        if self.height() != min(wanted, room):
            self.setFixedHeight(min(wanted, room))

    def _room(self) -> int:
        host = self.window()
        screen = self.screen()
        inside = host.parentWidget() is not None or host.inherits("QMainWindow")
        height = host.height() if inside or screen is None else screen.availableGeometry().height()
        return max(_LEAST_ROOM, height - _AROUND)


def _enter() -> str:
    """The keys that save, short: ``Ctrl ↵``."""
    return native("Ctrl+Return").replace("Return", "↵")
