"""Copies and hand-overs: what stands in the way of a step."""

from __future__ import annotations

from bmnn_desktop.errors.known import KnownError


class CopyMissing(KnownError):
    code = "K820"
    sentence = "Không có {copy} của {line}; chưa ghi gì."


class StepImpossible(KnownError):
    code = "K821"
    sentence = "{copy} của {line}: {where}{since}; không ghi “{step}” được. {why}"


class CopiesOut(KnownError):
    code = "K822"
    sentence = (
        "{copy} của {line} không còn ở nơi lưu giữ ({where}); hãy ghi trả lại trước, chưa thay đổi "
        "gì."
    )


class NoCopyChosen(KnownError):
    code = "K823"
    sentence = "Chưa chọn bản nào; chưa ghi gì."


class HandoverMissing(KnownError):
    code = "K824"
    sentence = "Sổ chuyển giao năm {year} không có dòng số {number}; chưa ghi gì."


class HandoverSettled(KnownError):
    code = "K825"
    sentence = "Dòng số {number} Sổ chuyển giao năm {year} {state}; chưa ghi gì."


class ParcelMissing(KnownError):
    code = "K826"
    sentence = "Không có bì số {number} trong bảng kê số {dispatch} năm {year}; chưa ghi gì."


class ParcelSettled(KnownError):
    code = "K827"
    sentence = (
        "Phiếu gửi của bì số {number}, bảng kê số {dispatch} năm {year} đã có kết quả; chưa ghi gì."
    )
