"""The room in which one chooses, after the first import, whom not to lose touch with."""
