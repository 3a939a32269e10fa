"""Vụ việc, mang ra, cung cấp: dialogs over the window, and the page of what is open."""
