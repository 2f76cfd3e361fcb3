"""Removed people: put back, or erased for good."""
