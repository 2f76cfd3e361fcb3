"""Find or do: one field for people, actions, places and notes (Ctrl+K)."""
