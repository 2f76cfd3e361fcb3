"""The shape of a clock; only the system floor owns a real one."""

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]
"""Answers the present moment, aware and in UTC."""
