"""The sealed container: an age v1 file that holds a signed manifest and the parts of a vault.

FORMAT.md has it byte by byte. `container` seals and opens, `write` puts a file on a medium and
reads it back, `inspect` tells what a file is without any key.
"""
