"""What is kept and how it changes: SQL behind repositories, every write in one journal."""
