"""Make the vault of the newest schema anew: python -m tests.vaults.make.

tests/vaults/schema-NNNN/ holds one training vault as the release that brought migration NNNN
writes it: cheap keys, three documents, one printed before the other two came, one struck. Run this
while the migration is not released yet; afterwards the folder never changes.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from bmnn_desktop.domain.level import Level
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.gate import Founding
from bmnn_desktop.store.schema import Schema
from tests.services.offices import FOUNDING, PASSPHRASE, add, cheap_wiring, print_out

HERE = Path(__file__).resolve().parent
KEPT = ("register.db", "keys.a", "keys.b")


def make(version: int) -> Path:
    """Write the vault of the newest schema and return its folder."""
    place = HERE / f"schema-{version:04d}"
    if place.exists():
        shutil.rmtree(place)
    place.mkdir()
    with tempfile.TemporaryDirectory() as room:
        founding: Founding = replace(FOUNDING, first_no=12, paper_reference="Quyển 01/2026, tờ 3")
        founded = cheap_wiring().gate(Path(room) / "vault").found(founding)
        office = founded.office
        add(office)
        printed = print_out(office, Path(room) / "so.pdf")
        add(office, doc_number="06/BC-UBND", level=Level.TUYET_MAT, subject="", copies_issued=5)
        add(office, doc_number="07/UBND", subject="Đường biên giả định", note="Gấp")
        office.write(annul_document, "outgoing", year=2026, seq_no=14, reason="Ghi trùng").result()
        office.close()
        (place / "vault").mkdir()
        for name in KEPT:
            shutil.copyfile(Path(room) / "vault" / name, place / "vault" / name)
    about = {"schema": version, "login": FOUNDING.login, "anchor": printed.code}
    about["numbers"] = [12, 13, 14]
    (place / "about.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    (place / "passphrase.txt").write_text(PASSPHRASE + "\n", encoding="utf-8")
    (place / "recovery.txt").write_text(founded.recovery.text(), encoding="utf-8")
    return place


if __name__ == "__main__":
    sys.stdout.write(f"{make(Schema().version)}\n")
