"""Kế hoạch in the window."""
