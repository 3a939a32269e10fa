"""What a user can do, one verb per file; rights are checked here and nowhere else.

A service is a plain function whose first argument is the desk it works at. `Office.read` and
`Office.write` run it whole on the vault's reader or writer thread.
"""
