"""BMNN Desktop: the registers of secret documents, kept offline. This is the map of the rooms.

`__main__` sends the bare program (and `demo`) to `app`, every other command to `cli`.

- `app`, `cli`: the two front ends, over the same services
- `gui`: the windows; with `app` the only room that knows Qt, opened by `app` alone
- `wiring`: builds the services without Qt
- `services`: one verb per file: what a user can do; rights are checked here and nowhere else
- `backup`: the sealed container: write, inspect, verify, restore
- `store`: the encrypted vault and its journal; the only room that knows SQLCipher
- `printing`: books as PDF; the only room that knows ReportLab
- `plans`: reads the text of an administrative plan into duties, owners and times
- `media`: what a backup is written to, and whether it may be
- `registers`: one file per book: title, fields, numbering, checks, form
- `domain`: levels, periods, dates, numbers, documents, copies; standard library only
- `resources`, `paths`, `no_network`, `arguments`, `program`: where files lie, the silence of this
  process, argparse in Vietnamese, how the program starts itself once more
- `errors`: what can go wrong and is no bug, each with its sentence

A room imports only rooms further down; `store` and `printing` do not know each other, and
`gui` sees no room between `services` and `registers`. pyproject.toml says it to import-linter.
"""
