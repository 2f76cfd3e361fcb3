"""The room of what happened: one list for everybody, and the part of a person's page."""
