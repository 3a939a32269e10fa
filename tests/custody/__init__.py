"""Custody as a whole: a pure model of it, and the vault held against the model step by step."""
