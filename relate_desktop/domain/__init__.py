"""Values and rules: what a person, a name or a change is, knowing neither Qt nor SQL nor files."""
