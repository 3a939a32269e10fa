"""A document with its copies and everything that was done to it."""

from __future__ import annotations

from datetime import date

import pytest

from bmnn_desktop.domain.level import Level
from bmnn_desktop.errors import DocumentMissing
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.correct_document import correct_document
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.show_document import DocumentCard, show_document
from tests.services.offices import FakeClock, add, document


def card(office: Office, document_id: int) -> DocumentCard:
    return office.read(show_document, document_id).result()


def correct(office: Office, number: int, reason: str, **changed: object) -> None:
    new = document(**changed)
    office.write(
        correct_document, "outgoing", year=2026, seq_no=number, new=new, reason=reason
    ).result()


def test_a_new_document_shows_its_copies_and_who_registered_it(
    office: Office, clock: FakeClock
) -> None:
    done = add(office)
    shown = card(office, done.document_id)
    assert [(copy.copy_no, copy.holder, copy.is_file_copy) for copy in shown.copies] == [
        (1, "Công an xã Mẫu", False),
        (2, "Ban Chỉ huy quân sự xã Mẫu", False),
        (3, "Văn phòng", True),
    ]
    (line,) = shown.history
    assert (line.seq, line.name, line.action_label) == (done.entry, "Trần Thị Thử", "Đăng ký")
    assert (line.reason, line.changes) == ("", ())
    assert line.time <= clock.moment


def test_a_correction_shows_old_new_and_reason(office: Office) -> None:
    done = add(office)
    correct(
        office,
        1,
        "Ghi nhầm ngày",
        doc_date=date(2026, 3, 4),
        level=Level.MAT,
        signer="Lê Văn Giả",
    )
    line = card(office, done.document_id).history[-1]
    assert (line.action_label, line.reason) == ("Sửa trước khi in", "Ghi nhầm ngày")
    assert set(line.changes) == {
        ("Ngày tháng", "05/03/2026", "04/03/2026"),
        ("Độ mật", "Tối mật", "Mật"),
        ("Người ký", "Nguyễn Văn Mẫu", "Lê Văn Giả"),
    }


def test_corrected_recipients_are_shown_old_and_new(office: Office) -> None:
    other = add(office)
    done = add(office)
    police, army = "Công an xã Mẫu", "Ban Chỉ huy quân sự xã Mẫu"
    correct(office, 2, "Thiếu nơi nhận", recipients=(police, army, "Đảng ủy xã Mẫu"))
    correct(office, 2, "Nhầm nơi nhận", recipients=("Đảng ủy xã Mẫu",))
    correct(office, 2, "Nhầm người ký", recipients=("Đảng ủy xã Mẫu",), signer="Lê Văn Giả")
    added, swapped, signer = card(office, done.document_id).history[1:]
    assert {label: (old, new) for label, old, new in added.changes} == {
        "Nơi nhận": (f"{police}; {army}", f"{police}; {army}; Đảng ủy xã Mẫu"),
        "Số lượng bản": ("3", "4"),
    }
    assert ("Nơi nhận", f"{police}; {army}; Đảng ủy xã Mẫu", "Đảng ủy xã Mẫu") in swapped.changes
    assert [change[0] for change in signer.changes] == ["Người ký"]
    assert len(card(office, other.document_id).history) == 1


def test_a_corrected_line_that_changes_recipients_only_has_a_history(office: Office) -> None:
    done = add(office)
    correct(office, 1, "Nhầm nơi nhận", recipients=("Công an xã Mẫu", "Trạm Y tế xã Mẫu"))
    lines = card(office, done.document_id).history
    assert [line.action_label for line in lines] == ["Đăng ký", "Sửa trước khi in"]
    assert [change[0] for change in lines[1].changes] == ["Nơi nhận"]


def test_an_annulment_shows_who_when_and_why(office: Office) -> None:
    done = add(office)
    office.write(annul_document, "outgoing", year=2026, seq_no=1, reason="  Ghi trùng ").result()
    shown = card(office, done.document_id)
    assert shown.document.annulment is not None
    assert (shown.document.annulment.reason, shown.document.annulment.by) == (
        "Ghi trùng",
        "Trần Thị Thử",
    )
    line = shown.history[-1]
    assert (line.action_label, line.reason) == ("Gạch bỏ số", "Ghi trùng")
    assert line.changes == (("Lý do gạch bỏ", "", "Ghi trùng"),)


def test_a_document_that_is_not_there_is_said(office: Office) -> None:
    with pytest.raises(DocumentMissing, match="Không có"):
        card(office, 99)
