"""What a change's facts say, ready for a sentence."""

from collections.abc import Mapping

from relate_desktop.domain.text import display
from relate_desktop.words.numbers import people

Facts = Mapping[str, str | int]


def somebody(facts: Facts, count_name: str = "contacts") -> str:
    """The person's name where the change was about one, else how many there were."""
    return named(facts, "name") or people(count(facts, count_name) or 1)


def named(facts: Facts, name: str) -> str:
    """A text of the facts as one safe line; empty where there is none."""
    value = facts.get(name)
    return display(value) if isinstance(value, str) and value.strip() else ""


def count(facts: Facts, name: str) -> int:
    """A number of the facts; zero where there is none."""
    value = facts.get(name, 0)
    return value if isinstance(value, int) else 0
