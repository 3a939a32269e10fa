"""The change of the year: opening, closing and reopening volumes, and the page of its steps."""
