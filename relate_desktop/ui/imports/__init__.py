"""The room of imports: look before you import."""
