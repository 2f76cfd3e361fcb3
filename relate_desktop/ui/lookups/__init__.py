"""Looking up one person: the question before, the review after, and the list of what was asked."""
