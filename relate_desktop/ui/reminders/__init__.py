"""Reminders and promises: what is to be done, what comes back, what is done."""
