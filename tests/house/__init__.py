"""The walls that keep themselves straight."""
