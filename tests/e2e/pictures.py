"""Takes the manual's pictures from the real window: ``python -m tests.e2e.pictures`` (needs ImageMagick)."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.desktop_keyring.daemon import a_keyring
from tests.e2e.desktop import ROOT, Desktop
from tests.e2e.forge import KEY, a_forge
from tests.e2e.program import Program
from tests.servers.authority import Authority

FOLDER = ROOT / "docs" / "manual" / "images"
SAMPLE = ROOT / "resources" / "sample" / "people.vcf"
RELATE = [sys.executable, "-P", "-m", "relate_desktop", "--book"]
PHONE = (
    "FN:Selam Tesfaye\nTEL;TYPE=CELL:+251 11 000 0142",
    "FN:Noa Levi\nTEL;TYPE=CELL:+972 3 000 0142",
    "FN:Anna Lindqvist\nEMAIL:anna@example.com\nTEL;TYPE=HOME:+46 31 390 06 47\nBDAY:1980-06-11",
    "FN:Birna Þórsdóttir\nEMAIL:birna@example.org",
    "FN:",
    "FN:Nguyễn Thị Hoa\nTEL;TYPE=CELL:+84 24 000 0142",
    "FN:陈思远\nEMAIL:siyuan@example.net",
)
"""What the picture of an import shows: new people, one who may be here, one card that says nothing."""

NOW = "2026-11-24T09:00"
LINE = "called misaki 20m yesterday re paper, she sends the samples friday, remind me in two weeks"
EVENTS = (
    ("24T103000", "PT45M", "Crane catalogue\\, round two", "misaki@example.com"),
    ("24T160000", "PT1H", "Coffee at Moss & Mortar", "olena@example.org"),
    ("26T110000", "PT90M", "Level maps\\, walkthrough", "kavitha@example.net"),
    ("27T180000", "PT2H", "Nikos opens his studio", "nikos@example.org"),
)
"""A week with some of the sample people: when in November, how long, what, with whom."""

TWICE = (
    ("Lupe Ríos", "--phone", "+52 55 0000 0118", "--email", "lupe@example.com", "--property", "ORG:Kites"),
    ("Guadalupe Ríos Santiago", "--phone", "+52 55 0000 0118", "--property", "ORG:Museo del Cometa"),
)
"""One person with two pages."""
RELATED = (
    *(
        ("add", name)
        for name in ("OLENA MARCHUK", "Harbour Bakery GmbH", "Lindqvist, Eva", "J\u00c3\u00b6rg Ey")
    ),
    *(
        ("relate", "1", other, "--as", kind)
        for other, kind in (("2", "friend"), ("3", "colleague"), ("4", "sister"))
    ),
    ("relate", "2", "5", "--as", "partner"),
    ("relate", "3", "6", "--as", "referred"),
    ("relate", "4", "7", "--as", "cousin"),
    ("household", "2", "5"),
)
"""A few relations, and names to get right."""

LATER = "2026-12-01T18:00"
CHANGES = (
    ("edit", "Misaki", "--set", "email=misaki@studio.example", "title=Designer"),
    ("edit", "Misaki", "--set", "title=Partner"),
    ("log", "Misaki", "The samples have come", "--kind", "call", "--direction", "in", "--when", "2026-11-30"),
    ("delete", "Guadalupe Ríos Santiago"),
)
"""What happens a week later."""


def main() -> int:
    """Every picture, from a book of its own on a desktop of its own."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="rt") as home,
        Desktop(Path(home), Path(home), "1400x900x24") as desktop,
    ):
        welcome(desktop, Path(home, "empty"))
        book = Path(home, "book")
        subprocess.run([*RELATE, str(book), "import", str(SAMPLE)], env=desktop.environment, check=True)
        people(desktop, book)
        looking(desktop, book, Path(home, "phone-contacts.vcf"))
        people_in_the_dark(desktop, book)
        living = Path(home, "living")
        subprocess.run([*RELATE, str(living), "--at", NOW, "sample"], env=desktop.environment, check=True)
        for words in TWICE:
            line = [*RELATE, str(living), "--at", NOW, "add", *words]
            subprocess.run(line, env=desktop.environment, check=True)
        week = Path(home, "studio.ics")
        week.write_text(studio(), encoding="utf-8")
        subprocess.run(
            [*RELATE, str(living), "--at", NOW, "import", str(week)], env=desktop.environment, check=True
        )
        for theme, ending in (("light", ""), ("dark", "-dark")):
            chosen = {"theme": theme, "popups": False}
            (living / "preferences.json").write_text(json.dumps(chosen), encoding="utf-8")
            today(desktop, living, ending)
            reminders(desktop, living, ending)
            over_the_window(desktop, living, ending)
            twice(desktop, living, ending)
            calendar(desktop, living, ending)
        for typed in RELATED:
            subprocess.run([*RELATE, str(living), "--at", NOW, *typed], env=desktop.environment, check=True)
        for theme, ending in (("light", ""), ("dark", "-dark")):
            (living / "preferences.json").write_text(json.dumps({"theme": theme, "popups": False}), "utf-8")
            around(desktop, living, ending)
        back(desktop, living)
        public(desktop, Path(home))
    return 0


def public(desktop: Desktop, home: Path) -> None:
    """Where look-ups are set up, and what somebody says in public, from a server on this machine."""
    authority = Authority(home)
    desktop.environment["SSL_CERT_FILE"] = str(authority.path)
    book = home / "public"
    with a_forge(authority) as forge, a_keyring(desktop.bus):
        for words in (
            ("add", "Ada Lovelace", "--property", f"URL:{forge.origin}/ada", "--property", "ADR:;;;Kyoto;;;",
             "--property", "X-RELATE-MET:At a fair", "--property", "PRONOUNS:she/her"),
            ("log", "Ada Lovelace", "About the engine", "--kind", "call", "--direction", "both",
             "--when", "2026-11-15"),
            ("lookups", "on"),
            ("lookups", "agree", "website"),
            ("lookups", "agree", "forgejo"),
            ("accounts", "add", "forgejo", "--server", forge.origin, "--user", "robin"),
        ):  # fmt: skip
            line = [*RELATE, str(book), "--at", NOW, *words]
            subprocess.run(line, env=desktop.environment, input=KEY.encode(), check=True)
        for theme, ending in (("light", ""), ("dark", "-dark")):
            subprocess.run([*RELATE, str(book), "lookups", "on"], env=desktop.environment, check=True)
            chosen = json.loads((book / "preferences.json").read_text("utf-8")) | {
                "theme": theme,
                "popups": False,
            }
            (book / "preferences.json").write_text(json.dumps(chosen), "utf-8")
            program = at_now(desktop, book, "settings/lookups")
            program.find(id="settings.account.forgejo")
            program.find(id="settings.keyring", has="nlocked")
            desktop.picture_of(program.process.pid, FOLDER / f"lookups{ending}.png")
            program.quit()
            program = at_now(desktop, book, "people/1")
            program.find(id="person.title")
            desktop.press_keys("ctrl+k")
            program.find(id="palette.text").enter(">look up")
            program.find(role="list item", has="Look up")
            desktop.press_keys("Return")
            program.find(id="lookup.ask.go").press()
            program.find(id="lookup.review")
            desktop.picture_of(program.process.pid, FOLDER / f"lookup-review{ending}.png")
            desktop.press_keys("Escape")
            program.wait_until_gone(id="lookup.review")
            program.quit()


def at_now(desktop: Desktop, book: Path, place: str) -> Program:
    """The program at the moment of the pictures."""
    return Program(desktop, [*RELATE, str(book), "--at", NOW, "open", place])


def today(desktop: Desktop, book: Path, ending: str) -> None:
    """What waits."""
    program = at_now(desktop, book, "today")
    program.find(id="today.section.while")
    desktop.picture_of(program.process.pid, FOLDER / f"today{ending}.png")
    program.quit()


def reminders(desktop: Desktop, book: Path, ending: str) -> None:
    """Everything to do, one of it open."""
    program = at_now(desktop, book, "reminders")
    program.find(id="reminders.detail")
    desktop.picture_of(program.process.pid, FOLDER / f"reminders{ending}.png")
    program.quit()


def over_the_window(desktop: Desktop, book: Path, ending: str) -> None:
    """A line that is understood, then what is found by a word."""
    program = at_now(desktop, book, "today")
    program.find(id="today.capture").focus()
    desktop.press_keys("ctrl+j")
    program.find(id="jot.text").enter(LINE)
    program.find(id="jot.remind")
    desktop.picture_of(program.process.pid, FOLDER / f"jotting{ending}.png")
    desktop.press_keys("Escape", "Escape")
    program.wait_until_gone(id="jot")
    desktop.press_keys("ctrl+k")
    program.find(id="palette.text").enter("mi")
    program.find(role="list item", has="Misaki", under=program.find(id="palette.results"))
    desktop.picture_of(program.process.pid, FOLDER / f"palette{ending}.png")
    desktop.press_keys("Escape")
    program.quit()


def studio() -> str:
    """The week as a calendar's file."""
    events = (
        f"BEGIN:VEVENT\nUID:{start}@studio.example\nDTSTART:202611{start}\nDURATION:{lasts}\n"
        f"SUMMARY:{title}\nATTENDEE:mailto:{who}\nEND:VEVENT\n"
        for start, lasts, title, who in EVENTS
    )
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:Studio\n{''.join(events)}END:VCALENDAR\n"


def calendar(desktop: Desktop, book: Path, ending: str) -> None:
    """The week, in the dark with an event open."""
    program = at_now(desktop, book, "calendar")
    agenda = program.find(id="calendar.agenda")
    meeting = program.find(role="list item", has="Crane catalogue", under=agenda)
    if ending:
        meeting.click()
        program.find(id="calendar.event.brief.0")
    desktop.picture_of(program.process.pid, FOLDER / f"calendar{ending}.png")
    program.quit()


def twice(desktop: Desktop, book: Path, ending: str) -> None:
    """Two pages of one person."""
    program = at_now(desktop, book, "duplicates")
    program.find(id="duplicates.join")
    desktop.picture_of(program.process.pid, FOLDER / f"duplicates{ending}.png")
    program.quit()


def around(desktop: Desktop, book: Path, ending: str) -> None:
    """Who knows whom around somebody, then names that may be wrong."""
    program = at_now(desktop, book, "relations/1")
    program.find(id="relations.table")
    desktop.picture_of(program.process.pid, FOLDER / f"relations{ending}.png")
    program.quit()
    if not ending:
        program = at_now(desktop, book, "names")
        program.find(id="names.take")
        desktop.picture_of(program.process.pid, FOLDER / "names.png")
        program.quit()


def back(desktop: Desktop, book: Path) -> None:
    """What changed, who was removed, and a day that is over."""
    (book / "preferences.json").write_text(json.dumps({"theme": "light", "popups": False}), encoding="utf-8")
    for words in CHANGES:
        line = [*RELATE, str(book), "--at", LATER, *words]
        subprocess.run(line, env=desktop.environment, check=True)
    asked = [*RELATE, str(book), "history", "--limit", str(len(CHANGES)), "--json"]
    told = subprocess.run(asked, env=desktop.environment, check=True, capture_output=True)
    first = json.loads(told.stdout)["operations"][-1]["operation"]
    for place, name, wanted in (
        (f"history/{first}", "history", "history.take_back"),
        ("people/removed", "removed", "removed.put_back"),
        (f"past/{NOW[:10]}", "past", "past.person"),
    ):
        program = Program(desktop, [*RELATE, str(book), "--at", LATER, "open", place])
        program.find(id=wanted)
        desktop.picture_of(program.process.pid, FOLDER / f"{name}.png")
        program.quit()


def welcome(desktop: Desktop, book: Path) -> None:
    """The first start."""
    program = Program(desktop, [*RELATE, str(book)])
    program.find(id="welcome.choose")
    desktop.picture_of(program.process.pid, FOLDER / "welcome.png")
    program.quit()


def people(desktop: Desktop, book: Path) -> None:
    """The list with one person open, then that person's form."""
    program = Program(desktop, [*RELATE, str(book), "open", "people"])
    open_misaki(program)
    desktop.picture_of(program.process.pid, FOLDER / "people.png")
    program.find(id="person.edit").press()
    program.find(id="edit.title", has="Misaki")
    desktop.picture_of(program.process.pid, FOLDER / "edit.png")
    program.quit()


def looking(desktop: Desktop, book: Path, phone: Path) -> None:
    """Look before you import, the person who may be here chosen."""
    cards = "".join(f"BEGIN:VCARD\nVERSION:3.0\n{lines}\nEND:VCARD\n" for lines in PHONE)
    phone.write_text(cards, encoding="utf-8")
    program = Program(desktop, [*RELATE, str(book), str(phone)])
    program.find(role="table cell", has="Anna Lindqvist").click()
    program.find(id="import.detail", name="Anna Lindqvist")
    desktop.picture_of(program.process.pid, FOLDER / "import.png")
    program.quit()


def people_in_the_dark(desktop: Desktop, book: Path) -> None:
    """The list and the person once more, in dark."""
    (book / "preferences.json").write_text(json.dumps({"theme": "dark"}), encoding="utf-8")
    program = Program(desktop, [*RELATE, str(book), "open", "people"])
    open_misaki(program)
    desktop.picture_of(program.process.pid, FOLDER / "people-dark.png")
    program.quit()


def open_misaki(program: Program) -> None:
    """Choose one of the people and wait for the page."""
    program.find(role="list item", has="Misaki").click()
    program.find(id="person.title", has="Misaki")


if __name__ == "__main__":
    sys.exit(main())
