"""The copying orders of a document as a table: what was asked, decided, made."""

from __future__ import annotations

from PySide6.QtCore import QObject

from bmnn_desktop.domain.copy_order import CopyOrder
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.gui.widgets.column_model import ColumnModel, Columns


def _count(order: CopyOrder) -> str:
    if order.made is not None:
        return f"bản sao {order.numbers}"
    return f"{order.wanted if order.permitted is None else order.permitted} bản"


def _state(order: CopyOrder) -> str:
    late = "; cho phép: ghi sau" if order.is_permission_late else ""
    return f"{order.state.label}{late}"


def _log(order: CopyOrder) -> str:
    if order.seq_no is None:
        return "–"
    late = " (ghi sau)" if order.is_late else ""
    return f"số {show_number(order.seq_no)}/{order.year}{late}"


_COLUMNS: Columns[CopyOrder] = (
    ("Đề nghị", lambda order: short_date(order.requested_on)),
    ("Người đề nghị", lambda order: order.requester),
    ("Hình thức", lambda order: order.form.label),
    ("Số bản", _count),
    ("Tình trạng", _state),
    ("Sổ sao, chụp", _log),
)
REQUESTER = 1


class OrdersModel(ColumnModel[CopyOrder]):
    """What the service told."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, _COLUMNS)
