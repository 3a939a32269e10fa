"""Printed books as they should look; `python -m tests.printing.golden` makes them anew."""
