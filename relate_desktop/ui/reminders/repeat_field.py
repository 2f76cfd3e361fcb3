"""How often a reminder comes back: a few usual choices, and the parts of one's own."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.domain.present import Present
from relate_desktop.domain.recurrence import MOST_INTERVAL, ByDay, Frequency, Recurrence
from relate_desktop.domain.repeating import OwnRule, Repeats, choice_of, made, own_rule, usual
from relate_desktop.domain.typed_due import TypedDue
from relate_desktop.ui.kit.cards import Frame, Panel
from relate_desktop.ui.kit.fields import ComboBox
from relate_desktop.ui.kit.labels import SafeLabel
from relate_desktop.ui.kit.spin_boxes import SpinBox
from relate_desktop.ui.kit.weekdays import Weekdays
from relate_desktop.ui.kit.when_field import Read, WhenField
from relate_desktop.words.reminders import repeats as repeats_words
from relate_desktop.words.repeating import day_of_month, repeats_name, unit_name, weekday_of_month
from relate_desktop.words.translation import _

_NTHS = (1, 2, 3, 4, -1)


class RepeatField(Frame):
    """``changed`` carries the Recurrence the user made, or None for once."""

    changed = Signal(object)

    def __init__(
        self,
        present: Callable[[], Present],
        read: Read,
        *,
        identifier: str = "reminders.repeat",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._present = present
        self._rule: Recurrence | None = None
        self._on: date | None = None
        self.choice = ComboBox(identifier)
        label = SafeLabel(_("Repeats"), "smallMedium", "text2")
        label.setBuddy(self.choice)
        self.choice.setAccessibleName(_("Repeats"))
        self.own = Panel(f"{identifier}.own", _("Repeats in another way"))
        self.interval = SpinBox(f"{identifier}.interval", _("Every so many"), 1, MOST_INTERVAL)
        self.unit = ComboBox(f"{identifier}.unit")
        self.unit.setAccessibleName(_("Days, weeks, months or years"))
        self.weekdays = Weekdays(f"{identifier}.days", _("On these days"))
        self.month_day = ComboBox(f"{identifier}.month_day")
        self.month_day.setAccessibleName(_("On which day of the month"))
        self.until = WhenField(
            f"{identifier}.until", read, present, label=_("Until, empty for no end"), room=False
        )
        self._behind = SafeLabel(_("after I mark it done"), tone="text2", wrap=True)
        self._lay_out(label)
        self.choice.activated.connect(self._chosen)
        self.interval.valueChanged.connect(self._made)
        self.unit.activated.connect(self._made)
        self.weekdays.changed.connect(self._made)
        self.month_day.activated.connect(self._made)
        self.until.settled.connect(self._made)

    @property
    def rule(self) -> Recurrence | None:
        """The rule shown; None for once."""
        return self._rule

    def show_rule(self, rule: Recurrence | None, on: date | None, *, again: bool = False) -> None:
        """Show a rule, without telling anybody; ``on`` is the day it is due.

        ``again`` is that it is the same reminder: parts that are being chosen stay open, also
        where what they come to so far is one of the usual rules.
        """
        self._on = on
        choosing = again and rule is not None and not self.own.isHidden()
        focus = QApplication.focusWidget()
        if choosing and focus is not None and self.own.isAncestorOf(focus):
            return
        self._rule = rule
        choice = choice_of(rule, self._present().hours.working_days)
        if choosing and choice is not Repeats.AFTER_DONE and rule is not None and own_rule(rule) is not None:
            choice = Repeats.OWN
        self._fill_choices(choice)
        self._show_parts(choice)

    def begin_own(self) -> None:
        """Turn to a rule of one's own, as if it had been chosen."""
        self.choice.setCurrentIndex(self.choice.findData(Repeats.OWN))
        self._chosen()

    # making

    def _lay_out(self, label: SafeLabel) -> None:
        every = QHBoxLayout()
        every.setSpacing(8)
        every.addWidget(SafeLabel(_("Every")))
        every.addWidget(self.interval)
        every.addWidget(self.unit, 1)
        box = QVBoxLayout(self.own)
        box.setContentsMargins(0, 6, 0, 0)
        box.setSpacing(8)
        box.addLayout(every)
        for widget in (self._behind, self.weekdays, self.month_day, self.until):
            box.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(label)
        whole.addWidget(self.choice)
        whole.addWidget(self.own)

    def _fill_choices(self, shown: Repeats) -> None:
        self.choice.clear()
        for repeats in Repeats:
            if repeats is Repeats.KEPT and shown is not Repeats.KEPT:
                continue
            words = repeats_name(repeats)
            if repeats is shown and self._rule is not None and repeats is Repeats.KEPT:
                words = repeats_words(self._rule)
            self.choice.addItem(words, repeats)
        self.choice.setCurrentIndex(self.choice.findData(shown))

    def _show_parts(self, choice: Repeats) -> None:
        """Show the parts that count for the choice, as they are now."""
        self.own.setVisible(choice in {Repeats.OWN, Repeats.AFTER_DONE})
        if self.own.isHidden():
            return
        parts = (own_rule(self._rule) if self._rule is not None else None) or OwnRule()
        after = choice is Repeats.AFTER_DONE
        blockers = [QSignalBlocker(widget) for widget in (self.interval, self.unit, self.month_day)]
        self.interval.setValue(parts.interval)
        self.unit.clear()
        for frequency in Frequency:
            self.unit.addItem(unit_name(frequency, parts.interval), frequency)
        self.unit.setCurrentIndex(self.unit.findData(parts.frequency))
        self._fill_month_days(parts)
        self.weekdays.show_days(parts.weekdays)
        del blockers
        self._behind.setVisible(after)
        self.weekdays.setVisible(not after and parts.frequency is Frequency.WEEKLY)
        self.month_day.setVisible(not after and parts.frequency is Frequency.MONTHLY)
        self.until.setVisible(not after)
        self.until.show_day(parts.until)

    def _fill_month_days(self, parts: OwnRule) -> None:
        """The day it is due, that weekday of the month, the last of its kind, the last day."""
        on = self._on or self._present().today
        offered: list[ByDay | int] = [on.day, -1]
        offered += [ByDay(on.weekday(), nth) for nth in sorted({min((on.day + 6) // 7, 4), -1}, reverse=True)]
        kept = parts.nth if parts.nth is not None else parts.month_day
        if kept is not None and kept not in offered:
            offered.insert(0, kept)
        self.month_day.clear()
        for one in offered:
            words = day_of_month(one) if isinstance(one, int) else weekday_of_month(one)
            self.month_day.addItem(words, one)
        other = [ByDay(day, nth) for nth in _NTHS for day in range(7) if ByDay(day, nth) not in offered]
        self.month_day.insertSeparator(self.month_day.count())
        for by in other:
            self.month_day.addItem(weekday_of_month(by), by)
        self.month_day.setCurrentIndex(offered.index(kept) if kept is not None else 0)

    # changing

    def _chosen(self) -> None:
        choice = Repeats(self.choice.currentData())
        if choice is Repeats.KEPT:
            return
        if choice is Repeats.AFTER_DONE:
            self._rule = Recurrence(Frequency.WEEKLY, 2, after_done=True)
        elif choice is Repeats.OWN:
            self._rule = self._start_of_own()
        else:
            self._rule = usual(choice, self._present().hours.working_days)
        self._show_parts(choice)
        self.changed.emit(self._rule)

    def _start_of_own(self) -> Recurrence:
        """What one's own rule begins with: every two weeks, or the rule there is."""
        if self._rule is not None and not self._rule.after_done and own_rule(self._rule) is not None:
            return self._rule
        return Recurrence(Frequency.WEEKLY, 2)

    def _made(self, settled: object = None) -> None:
        after = self.choice.currentData() == Repeats.AFTER_DONE
        frequency = Frequency(self.unit.currentData())
        parts = OwnRule(frequency, self.interval.value(), after_done=after)
        if frequency is Frequency.WEEKLY:
            parts = replace(parts, weekdays=self.weekdays.days)
        elif frequency is Frequency.MONTHLY:
            day = self.month_day.currentData()
            parts = replace(parts, **({"nth": day} if isinstance(day, ByDay) else {"month_day": day}))
        until = settled.due if isinstance(settled, TypedDue) else None
        kept = self._rule.until if self._rule is not None and not isinstance(settled, TypedDue) else None
        rule = made(replace(parts, until=until.on if until is not None else kept))
        if rule == self._rule:
            return
        self._rule = rule
        self._show_parts(Repeats(self.choice.currentData()))
        self.changed.emit(rule)
