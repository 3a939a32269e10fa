"""Sao, chụp in the window: the orders of a document, each step asked in a dialog of its own."""
