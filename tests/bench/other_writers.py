"""What else could print a register: LibreOffice Calc without a window, typst.

The same rows in the same columns, heads repeated, words wrapped. Either may be absent:
`packaging/system-deps bench` installs Calc, `pip install typst` the other.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from bmnn_desktop import resources
from tests.printing.invented import lines, outgoing

_SHEET = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>{styles}
<style:style style:name="cell" style:family="table-cell">
<style:table-cell-properties fo:wrap-option="wrap" fo:border="0.5pt solid #000000"
 style:vertical-align="top"/>
<style:text-properties style:font-name="Liberation Serif" fo:font-size="10.5pt"/></style:style>
<style:style style:name="row" style:family="table-row">
<style:table-row-properties style:use-optimal-row-height="true"/></style:style>
<style:style style:name="sheet" style:family="table" style:master-page-name="page"/>
<style:page-layout style:name="layout"><style:page-layout-properties fo:page-width="297mm"
 fo:page-height="210mm" style:print-orientation="landscape" fo:margin-left="30mm"
 fo:margin-right="15mm" fo:margin-top="20mm" fo:margin-bottom="20mm"/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="page" style:page-layout-name="layout"/>
</office:master-styles>
<office:body><office:spreadsheet><table:table table:name="s" table:style-name="sheet">{columns}
<table:table-header-rows>{heads}</table:table-header-rows>
{rows}</table:table></office:spreadsheet></office:body></office:document>
"""


def has_calc() -> bool:
    """Tell whether LibreOffice is there."""
    return shutil.which("soffice") is not None


def has_typst() -> bool:
    """Tell whether typst is there."""
    return importlib.util.find_spec("typst") is not None


class Calc:
    """A spreadsheet of some rows, to be turned into PDF by LibreOffice as often as asked."""

    def __init__(self, size: int, folder: Path) -> None:
        self._folder = folder
        self._file = folder / "book.fods"
        self._file.write_text(_spreadsheet(size), "utf-8")

    def print(self) -> None:
        """Turn it into PDF: the whole process, with a profile of its own."""
        subprocess.run(
            [
                *("soffice", f"-env:UserInstallation=file://{self._folder}/profile", "--headless"),
                *("--convert-to", "pdf", "--outdir", self._folder, self._file),
            ],
            check=True,
            capture_output=True,
        )
        if not (self._folder / "book.pdf").stat().st_size:
            raise OSError("LibreOffice wrote nothing")


def typst_pdf(size: int) -> int:
    """Set the rows with typst; return the length of its PDF."""
    import typst  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415 - may be absent

    columns = outgoing().columns
    heads = "".join(f"[*{_typst(column.title)}*]," for column in columns)
    cells = "\n".join("".join(f"[{_typst(cell)}]," for cell in line.cells) for line in lines(size))
    widths = ", ".join(f"{column.width_mm:g}mm" for column in columns)
    source = (
        "#set page(width: 297mm, height: 210mm, margin: (left: 30mm, right: 15mm, y: 20mm))\n"
        '#set text(font: "Liberation Serif", size: 10.5pt)\n'
        f"#table(columns: ({widths}), inset: 2.6pt, table.header({heads}),\n{cells}\n)\n"
    )
    with TemporaryDirectory() as folder:
        file = Path(folder) / "book.typ"
        file.write_text(source, "utf-8")
        pdf: bytes = typst.compile(str(file), font_paths=[str(resources.path("fonts"))])
    return len(pdf)


def _typst(text: str) -> str:
    escaped = "".join(f"\\{each}" if each in "\\#*_`$<>@[]~=-+/" else each for each in text)
    return escaped.replace("\n", " \\ ")


def _spreadsheet(size: int) -> str:
    form = outgoing()
    styles = "".join(
        f'<style:style style:name="c{column.number}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{column.width_mm}mm"/></style:style>'
        for column in form.columns
    )
    columns = "".join(
        f'<table:table-column table:style-name="c{column.number}"/>' for column in form.columns
    )
    heads = _row(column.title for column in form.columns) + _row(
        f"({column.number})" for column in form.columns
    )
    rows = "\n".join(_row(line.cells) for line in lines(size))
    return _SHEET.format(styles=styles, columns=columns, heads=heads, rows=rows)


def _row(cells: Iterable[str]) -> str:
    shown = "".join(
        '<table:table-cell table:style-name="cell" office:value-type="string">'
        + "".join(f"<text:p>{escape(part)}</text:p>" for part in cell.split("\n"))
        + "</table:table-cell>"
        for cell in cells
    )
    return f'<table:table-row table:style-name="row">{shown}</table:table-row>'
