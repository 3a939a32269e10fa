"""Finding a line over both books, as one types."""
