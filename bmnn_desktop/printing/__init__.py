"""From lines to signed paper: books laid out by our own writer, and pictures of their pages.

Read in this order: `books` (the door), `lines` (what goes in and comes out), `binder` (the order
of things), `sheet` (rows on paper), `cells` and `face` (words in a column), `frame`, `foot`,
`cover`, `signing` (what stands around the rows), `ink` (drawing), `pdf_file` (the file itself;
with `face` and `qr` the only place that knows ReportLab), `raster` (pages as pictures).
"""
