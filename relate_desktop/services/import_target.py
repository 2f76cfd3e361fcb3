"""Whom a record of an import is about: somebody of the book, or somebody whom the import brings."""

from typing import NewType

Target = NewType("Target", int)
"""Somebody of the book by id, or somebody new by minus the number of the record that brings them."""
