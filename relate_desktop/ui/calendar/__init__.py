"""The room of the calendar: the week through the people in it (mock 07)."""
