"""Deciding about people who may be in the book twice."""
