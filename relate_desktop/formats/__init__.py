"""Foreign files in and out: readers yield drafts and refusals, writers prove what they wrote."""
