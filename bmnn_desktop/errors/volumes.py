"""Volumes: what a closed one refuses."""

from __future__ import annotations

from bmnn_desktop.errors.known import KnownError


class VolumeClosed(KnownError):
    code = "K431"
    sentence = "Quyển {number} năm {year} đã khóa sổ; chưa ghi gì."
