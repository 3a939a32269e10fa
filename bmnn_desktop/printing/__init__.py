"""From lines to signed paper: books laid out by our own writer, and pictures of their pages.

A sheet is filled over several print runs, as a bank passbook is ("in tiếp"): a line has a place
that never moves, and each run prints its code into a slot of the foot.

Read in this order: `books` (the door), `lines` (what goes in), `placed` (lines at their places:
what comes out and is stored), `binder` (lines onto sheets), `run` (pages with what stands around
them), `sheet` (rows on paper), `rows`, `cells`, `cut` and `face` (words in a column), `frame`,
`foot`, `cover`, `trial` (the test page), `ink` (drawing), `pdf_file` (the file itself; with `face`
and `qr` the only place that knows ReportLab), `raster` (pages as pictures).
"""
