"""The room of who knows whom around somebody: a picture with a table beside it."""
