"""Removable media: what a backup is written to, and whether it may be."""
