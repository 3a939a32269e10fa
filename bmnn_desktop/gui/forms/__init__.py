"""Compiled from ui/ by `python packaging/forms.py`: never edited by hand."""
