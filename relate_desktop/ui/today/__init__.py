"""The room of today: what waits, whom to think of, what comes; the first day of a book."""
