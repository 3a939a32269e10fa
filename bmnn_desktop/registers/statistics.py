"""Thống kê bí mật nhà nước: a paper whose columns are a form, though it is no book."""

from __future__ import annotations

from bmnn_desktop import resources
from bmnn_desktop.domain.form import Form
from bmnn_desktop.registers.form_file import FormOf, load_paper_form

STATISTICS = FormOf(
    "statistics",
    "Thống kê",
    known=frozenset(
        {"row", "registered_on", "line", "doc_number", "subject", "level", "born", "held", "note"}
    ),
    sign_field=None,
    needed=("row", "note"),
)


def statistics_form() -> Form:
    """Return the form of the statistics; its status is *default*."""
    return load_paper_form(resources.path("forms/papers/statistics-2026.toml"), STATISTICS)
