"""Widgets and workings that know no room."""
