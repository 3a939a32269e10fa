"""Founding a vault in one act: organisation, keeper, book, passphrase, recovery sheet."""
