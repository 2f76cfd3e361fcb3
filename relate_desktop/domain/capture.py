"""Quick capture: one line in plain words, read into what to keep.

The reading is local and by rule, and shows its work: every part knows the letters it came
from, what is not certain is asked, and the line is kept as it was typed. The people known,
the present and the person whose page is open are passed in; so is the language, whose words
are a table in ``languages``.
"""

from collections.abc import Sequence
from dataclasses import replace

from relate_desktop.domain.capture_due import FoundDue
from relate_desktop.domain.capture_line import Line
from relate_desktop.domain.capture_parts import (
    Candidate,
    Captured,
    CapturedConversation,
    CapturedDue,
    CapturedMoment,
    CapturedNote,
    CapturedPart,
    CapturedPromise,
    CapturedRemember,
    CapturedReminder,
    Doubt,
    KnownPeople,
    MarkKind,
    Unclear,
)
from relate_desktop.domain.capture_person import is_new_person, read_person
from relate_desktop.domain.capture_promises import FoundPromise, find_promise, only_says
from relate_desktop.domain.capture_reminders import FoundReminder, find_reminder, find_task
from relate_desktop.domain.capture_suggest import find_moment, find_remember
from relate_desktop.domain.capture_talk import FoundTalk, find_talk
from relate_desktop.domain.capture_tokens import LONGEST_LINE
from relate_desktop.domain.capture_told import Built, build_note, build_talk
from relate_desktop.domain.capture_who import Named, Question, Who, named
from relate_desktop.domain.capture_words import Language
from relate_desktop.domain.present import Present


def understand(
    sentence: str,
    language: Language,
    people: KnownPeople,
    present: Present,
    about: Candidate | None = None,
) -> Captured:
    """What a line means. ``about`` is the person whose page is open, meant by a bare pronoun.

    A line longer than ``LONGEST_LINE`` is a note, whole, about those its beginning names.
    """
    if not sentence.strip():
        return Captured(sentence, (), ())
    if is_new_person(sentence):
        return Captured(sentence, (read_person(sentence),), ())
    line = Line(sentence, language, people, present, about)
    return _long_note(line) if len(sentence) > LONGEST_LINE else _Reading(line).captured()


def _long_note(line: Line) -> Captured:
    whos = [Who(item.start, item.stop, item.text, item) for item in line.mentions if item.sure]
    people = named(line, whos, ()).people or (() if line.about is None else (line.about,))
    note = CapturedNote(people, line.present.today, line.sentence.strip(), ())
    asked = () if people else (Unclear(Doubt.NOBODY, "", 0, 0, 0),)
    return Captured(line.sentence, (note,), asked)


class _Reading:
    """One line while it is read: which clause became what."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.taken: set[int] = set()
        self.talks: list[tuple[int, FoundTalk]] = []
        self.reminders: list[FoundReminder] = []
        self.promises: list[FoundPromise] = []
        self.parts: list[CapturedPart] = []
        self.unclear: list[Unclear] = []
        self.spoken_of: list[Who] = []
        self.people: tuple[Candidate, ...] = ()

    def captured(self) -> Captured:
        """The line with all its parts."""
        self._sort_clauses()
        self._tell()
        for promise in self.promises:
            self._promise(promise)
        for reminder in self.reminders:
            self._remind(reminder)
        self._suggest()
        return Captured(self.line.sentence, tuple(self.parts), tuple(self.unclear))

    def _sort_clauses(self) -> None:
        """Find out what each clause is; what is nothing else is text."""
        line = self.line
        noted = line.language.notes.at(line.tokens, 0) is not None
        for index, clause in enumerate(line.clauses):
            if index in self.taken:
                continue
            reminder = find_reminder(line, index)
            promise = None if reminder else find_promise(line, index, talked=bool(self.talks))
            if reminder is not None:
                self.reminders.append(reminder)
                self.taken.update(reminder.clauses)
            elif promise is not None:
                self.promises.append(promise)
                self.taken.update(promise.clauses)
                if index and only_says(line, index - 1):
                    self.taken.add(index - 1)
            elif (task := find_task(line, index)) is not None:
                self.reminders.append(task)
                self.taken.update(task.clauses)
            elif not noted and (talk := find_talk(line, clause)) is not None and self._is_another(talk):
                self.talks.append((index, talk))

    def _is_another(self, talk: FoundTalk) -> bool:
        """Whether this is a conversation of its own, not more about the one before."""
        if not self.talks:
            return True
        if talk.group is None:
            return False
        # names nobody goes by count where a capital makes a name
        capital = not self.line.language.capital_nouns
        return any(
            who.mention is not None or (capital and not who.pronoun and who.text[:1].isupper())
            for who in talk.group.people
        )

    def _tell(self) -> None:
        """Make the conversations, or else a note."""
        line = self.line
        free = [index for index in range(len(line.clauses)) if index not in self.taken]
        if not self.talks:
            note = build_note(line, [line.clauses[index] for index in free]) if free else None
            if note is not None:
                self._keep(note)
            return
        edges = [0, *(index for index, _ in self.talks[1:]), len(line.clauses)]
        for (index, talk), first, last in zip(self.talks, edges, edges[1:], strict=False):
            clauses = [line.clauses[place] for place in free if first <= place < last]
            self._keep(build_talk(line, line.clauses[index], talk, clauses))

    def _promise(self, found: FoundPromise) -> None:
        people = self._meant(found.whos)
        questions = people.questions
        if not people.people and not questions and not self.unclear:
            questions = (self._question(Doubt.NOBODY, found.places),)
        questions = (*questions, *self._when(found.due, found.places))
        marks = (
            *self.line.mark(MarkKind.PROMISE, found.places),
            *self.line.mark(MarkKind.WHEN, found.due.places),
        )
        part = CapturedPromise(people.people, found.owed_by, found.text, found.due.due, marks)
        self._keep(Built(part, questions, found.whos))

    def _remind(self, found: FoundReminder) -> None:
        people = self._meant(found.whos)
        questions = people.questions
        questions = (*questions, *self._when(found.due, found.places))
        marks = (
            *self.line.mark(MarkKind.REMINDER, found.places),
            *self.line.mark(MarkKind.WHEN, found.due.places),
        )
        due = found.due.due or CapturedDue(None)
        text = found.text or self._topic()
        if not text and not people.people and not questions:
            questions = (self._question(Doubt.NOBODY, found.places),)
        self._keep(Built(CapturedReminder(people.people, text, due, marks), questions, found.whos))

    def _topic(self) -> str:
        """What was talked about, for a reminder that says nothing itself."""
        told = (part.text for part in self.parts if isinstance(part, CapturedConversation | CapturedNote))
        said = next(told, "")
        return said or self.line.text((self.line.clauses[index] for index, _ in self.talks[:1]), ())

    def _suggest(self) -> None:
        """Suggest moments and what is worth remembering, of what is no reminder and no promise."""
        line = self.line
        talked = {index for index, _ in self.talks}
        for index, clause in enumerate(line.clauses):
            if index in self.taken or index in talked:
                continue
            moment = find_moment(line, index)
            if moment is not None:
                marks = line.mark(MarkKind.MOMENT, moment.places)
                people = self._meant(moment.whos)
                part = CapturedMoment(
                    people.people, moment.text, moment.date, moment.kind, moment.yearly, marks
                )
                self._keep(Built(part, ()))
                continue
            remember = find_remember(line, clause)
            if remember is not None:
                marks = line.mark(MarkKind.REMEMBER, remember.places)
                people = self._meant(remember.whos)
                self._keep(Built(CapturedRemember(people.people, remember.text, marks), ()))

    def _meant(self, whos: Sequence[Who]) -> Named:
        """Whom the words mean; those of the conversation where there are none."""
        if not whos:
            return Named(self.people or (() if self.line.about is None else (self.line.about,)))
        return named(self.line, whos, self._before(whos[0]))

    def _before(self, who: Who) -> list[Who]:
        """Whom a pronoun may point back at: those talked with, else those named before it."""
        if self.spoken_of:
            return self.spoken_of
        return [
            Who(item.start, item.stop, item.text, item)
            for item in self.line.mentions
            if item.start < who.start
        ]

    def _keep(self, built: Built) -> None:
        """Take a part in, with its questions; the same is not asked twice."""
        number = len(self.parts)
        self.parts.append(built.part)
        if isinstance(built.part, CapturedConversation | CapturedNote) and not self.spoken_of:
            self.spoken_of = [who for who in built.whos if not who.pronoun]
            self.people = built.part.people
        for question in built.questions:
            unclear = self._unclear(question, number)
            if not any(_alike(unclear, other) for other in self.unclear):
                self.unclear.append(unclear)

    def _unclear(self, question: Question, part: int) -> Unclear:
        tokens = self.line.tokens
        start, end = tokens[question.start].start, tokens[question.stop - 1].end
        return Unclear(question.doubt, question.text, start, end, part, question.candidates, question.days)

    def _question(self, doubt: Doubt, places: frozenset[int]) -> Question:
        start, stop = min(places), max(places) + 1
        return Question(doubt, self.line.text_between(start, stop), start, stop)

    def _when(self, due: FoundDue, places: frozenset[int]) -> tuple[Question, ...]:
        """What to ask about a due time that is not sure, with the days it may mean."""
        if due.sure:
            return ()
        question = self._question(Doubt.WHEN, due.places or due.topic or places)
        return (replace(question, days=due.resolved.days if due.resolved is not None else ()),)


def _alike(one: Unclear, other: Unclear) -> bool:
    return replace(one, part=0) == replace(other, part=0)
