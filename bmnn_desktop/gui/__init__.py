"""The window: screens over services; no SQL, no rule of the trade, no waiting on its thread."""
