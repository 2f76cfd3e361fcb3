"""Asking the network, one person at a time, because the user said so; the only floor that may."""
