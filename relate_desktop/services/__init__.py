"""What one can do with a book; no Qt, no SQL."""
