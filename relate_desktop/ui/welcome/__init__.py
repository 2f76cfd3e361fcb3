"""The first minutes: a book without people."""
