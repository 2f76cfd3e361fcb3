"""Drives programs through accessibility, from outside; run by the system's Python, which has Atspi.

Reads one request a line from standard input and answers one line, both JSON. It knows nothing of
Relate. A *wish* names what to look for: ``pid`` and any of ``id``, ``role``, ``name`` (exact),
``has`` (part of the name), ``hidden`` (whether things not on the screen count), ``under`` (the number
of a thing found before). Found things are kept under numbers until the driver ends.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402 - the version is chosen before

MOST_CHILDREN = 400
"""A list of a hundred thousand rows is not walked to its end."""
PAUSE = 0.02
BUS_PATIENCE = 60
"""Seconds a busy machine may take until accessibility is there."""

kept: list[Any] = []

Wish = dict[str, Any]
Seen = dict[str, Any]


def answer(request: dict[str, Any]) -> Any:
    """Do what one request asks and return what to answer."""
    return ASKED[request.pop("do")](**request)


def find(wish: Wish, within: float) -> Seen | None:
    """The first thing that fits, waiting for it some seconds; None where none comes."""
    end = time.monotonic() + within
    while True:
        for seen in seen_now(wish):
            return seen
        if time.monotonic() > end:
            return None
        settle()


def find_all(wish: Wish) -> list[Seen]:
    """Everything that fits now, in the order of the window."""
    return list(seen_now(wish))


def seen_now(wish: Wish) -> Iterator[Seen]:
    """What fits, kept and described; what goes away meanwhile is not there."""
    for thing in fitting(wish):
        kept.append(thing)
        seen = state(len(kept) - 1)
        if seen is not None:
            yield seen


def act(number: int, action: str) -> None:
    """Do the named action: ``press``, ``toggle``, ``show menu``, ``set focus``."""
    thing = kept[number]
    wanted = action.replace(" ", "").lower()
    names = [
        Atspi.Action.get_action_name(thing, number) for number in range(Atspi.Action.get_n_actions(thing))
    ]
    for order, name in enumerate(names):
        if name.replace(" ", "").lower() == wanted:
            Atspi.Action.do_action(thing, order)
            settle()
            return
    raise LookupError(f"{action!r} is none of its actions: {names}")


def focus(number: int) -> bool:
    """Put the keyboard there."""
    return bool(Atspi.Component.grab_focus(kept[number]))


def place(number: int) -> list[int]:
    """The middle of a thing, in pixels of the screen."""
    box = Atspi.Component.get_extents(kept[number], Atspi.CoordType.SCREEN)
    return [box.x + box.width // 2, box.y + box.height // 2]


def state(number: int) -> Seen | None:
    """How a thing found before is now; None when it is gone."""
    try:
        return describe(number)
    except GLib.Error:
        return None


def becomes(number: int, facts: dict[str, Any], within: float) -> bool:
    """Whether a thing comes to be so within some seconds: its name, text, value or description."""
    end = time.monotonic() + within
    while True:
        now = state(number)
        if now is not None and all(now[key] == value for key, value in facts.items()):
            return True
        if time.monotonic() > end:
            return False
        settle()


def tree(pid: int) -> str:
    """All that shows of a program, a line each, for whoever reads a failure."""
    lines = []

    def add(thing: Any, depth: int) -> None:
        if Atspi.StateType.SHOWING not in states_of(thing) and depth > 1:
            return
        lines.append(
            f"{'  ' * depth}{thing.get_role_name()} {thing.get_name()!r} #{thing.get_accessible_id()}"
        )
        for child in children(thing):
            add(child, depth + 1)

    for program in programs(pid):
        add(program, 0)
    return "\n".join(lines)


def fitting(wish: Wish) -> Iterator[Any]:
    """The things that fit, walking the tree from the top."""
    under = wish.get("under")
    starts = programs(wish["pid"]) if under is None else [kept[under]]
    for start in starts:
        yield from walk(start, wish, not wish.get("hidden"))


def walk(thing: Any, wish: Wish, only_showing: object) -> Iterator[Any]:
    try:
        if fits(thing, wish) and not (only_showing and Atspi.StateType.SHOWING not in states_of(thing)):
            yield thing
        below = children(thing)
    except GLib.Error:  # it went away while we looked
        return
    for child in below:
        yield from walk(child, wish, only_showing)


def fits(thing: Any, wish: Wish) -> bool:
    return (
        ("id" not in wish or thing.get_accessible_id() == wish["id"])
        and ("role" not in wish or thing.get_role_name() == wish["role"])
        and ("name" not in wish or thing.get_name() == wish["name"])
        and ("has" not in wish or wish["has"] in thing.get_name())
    )


def programs(pid: int) -> list[Any]:
    """The program's entry on the accessibility bus, once it has one."""
    found = []
    for program in children(Atspi.get_desktop(0)):
        try:
            if program.get_process_id() == pid:
                program.set_cache_mask(Atspi.Cache.NONE)
                found.append(program)
        except GLib.Error:
            continue
    return found


def children(thing: Any) -> list[Any]:
    amount = min(thing.get_child_count(), MOST_CHILDREN)
    return [
        child for child in (thing.get_child_at_index(number) for number in range(amount)) if child is not None
    ]


def states_of(thing: Any) -> list[Any]:
    return list(thing.get_state_set().get_states())


def describe(number: int) -> Seen | None:
    thing = kept[number]
    if thing.get_role() == Atspi.Role.INVALID or Atspi.StateType.DEFUNCT in states_of(thing):
        return None
    parts = thing.get_interfaces()
    return {
        "number": number,
        "name": thing.get_name(),
        "description": thing.get_description(),
        "role": thing.get_role_name(),
        "id": thing.get_accessible_id(),
        "states": [found.value_nick for found in states_of(thing)],
        "focused": Atspi.StateType.FOCUSED in states_of(thing),
        "text": Atspi.Text.get_text(thing, 0, -1) if "Text" in parts else "",
        "value": Atspi.Value.get_current_value(thing) if "Value" in parts else None,
    }


def settle() -> None:
    """Let news of the other program arrive."""
    context = GLib.MainContext.default()
    end = time.monotonic() + PAUSE
    while time.monotonic() < end:
        if not context.iteration(may_block=False):
            time.sleep(PAUSE / 10)


def say(answered: dict[str, Any]) -> None:
    """One line to the asker."""
    sys.stdout.write(json.dumps(answered) + "\n")
    sys.stdout.flush()


ASKED: dict[str, Callable[..., Any]] = {
    "find": find,
    "all": find_all,
    "act": act,
    "focus": focus,
    "place": place,
    "state": state,
    "becomes": becomes,
    "tree": tree,
}


def wait_for_bus() -> None:
    """Wait for accessibility on this desktop: without it the library ends the process."""
    loop = GLib.MainLoop()
    Gio.bus_watch_name(
        Gio.BusType.SESSION, "org.a11y.Bus", Gio.BusNameWatcherFlags.NONE, lambda *_owner: loop.quit(), None
    )
    GLib.timeout_add_seconds(BUS_PATIENCE, loop.quit)
    loop.run()


def main() -> None:
    wait_for_bus()
    Atspi.init()
    Atspi.set_timeout(3000, 10000)
    say({"ready": True})
    for line in sys.stdin:
        try:
            said = {"answer": answer(json.loads(line))}
        except (GLib.Error, LookupError) as error:
            said = {"error": str(error)}
        say(said)


main()
