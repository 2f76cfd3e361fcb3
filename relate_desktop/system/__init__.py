"""The desktop's edges: paths, files, clock, log."""
