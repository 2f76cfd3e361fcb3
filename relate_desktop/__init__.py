"""Relate, a personal relationship manager that lives on one laptop."""

__version__ = "0.1.0"
