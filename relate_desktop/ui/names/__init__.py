"""Names that may be wrong: taken or left, one by one or a whole kind at once."""
