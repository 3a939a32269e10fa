"""The encrypted vault: keys, connections, journal, replay, verification, search, snapshot.

The only room that imports sqlcipher3. `JOURNAL.md` describes the journal byte by byte.
"""
