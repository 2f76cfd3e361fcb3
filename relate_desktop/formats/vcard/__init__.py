"""vCard 2.1, 3.0 and 4.0 read byte by byte and written by each version's rules."""
