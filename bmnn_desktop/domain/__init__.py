"""The nouns and rules of the trade in pure Python: no file, no database, no window."""
