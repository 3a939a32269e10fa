"""Giao – nhận and the copies of a document, by real keys."""
