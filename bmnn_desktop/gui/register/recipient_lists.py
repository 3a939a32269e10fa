"""Danh sách nơi nhận mẫu at the form: taken, saved, changed, dropped."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from bmnn_desktop.domain.channel import MARK, Channel, split_channel, with_channel
from bmnn_desktop.domain.text import fold, tidy
from bmnn_desktop.gui.register.list_dialog import ListDialog
from bmnn_desktop.gui.register.lists_popup import ListsPopup
from bmnn_desktop.gui.widgets.names_edit import NamesEdit
from bmnn_desktop.services.distribution_lists import (
    DistributionList,
    distribution_lists,
    drop_distribution_list,
    note_list_used,
    save_distribution_list,
)

if TYPE_CHECKING:
    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.gui.register.form import DocumentForm
    from bmnn_desktop.services.office import Office


class RecipientLists(QObject):
    """`form` has recipients; the popup opens below them."""

    def __init__(
        self, form: DocumentForm, office: Office, jobs: Jobs, lock: Callable[[], None]
    ) -> None:
        super().__init__(form)
        self._form = form
        self._office = office
        self._jobs = jobs
        self._lock = lock
        field = form.editor("recipients")
        if not isinstance(field, NamesEdit):
            raise TypeError(type(field))
        self._field = field
        self.popup = ListsPopup(field)
        self.popup.taken.connect(self._take)
        self.popup.save_wanted.connect(self._save_as)
        self.popup.edit_wanted.connect(self._edit)

    def open(self) -> None:
        """Offer the lists, the ones used last first."""
        self._field.setFocus()
        self._jobs.new(self._offer).watch(
            self._office.read(distribution_lists, last_used_first=True)
        )

    def _offer(self, lists: tuple[DistributionList, ...]) -> None:
        if self._field.isVisible():
            self.popup.open_at(self._field, lists, can_save=bool(self._field.value()))

    def _take(self, chosen: DistributionList) -> None:
        """Add who is on the list to those that are typed."""
        typed = self._field.value()
        channel = self._form.values()["channel"]
        if channel is None and not typed and chosen.channel is not None:
            channel = chosen.channel
            self._form.set_values({"channel": channel})
        there = {fold(tidy(name.partition(MARK)[0])) for name in typed}
        added = (_typed(member, chosen.channel, channel) for member in chosen.members)
        new = (name for name in added if fold(tidy(name.partition(MARK)[0])) not in there)
        self._field.set_value((*typed, *new))
        self._field.setFocus()
        self._field.moveCursor(QTextCursor.MoveOperation.End)
        self._jobs.new().watch(self._office.write(note_list_used, chosen.id))

    def _save_as(self) -> None:
        dialog = ListDialog(self._field.window(), "", self._lock)
        dialog.set_values(
            {"members": self._field.value(), "channel": self._form.values()["channel"]}
        )
        self._open(dialog)

    def _edit(self, chosen: DistributionList) -> None:
        dialog = ListDialog(self._field.window(), chosen.name, self._lock)
        dialog.set_values(
            {"name": chosen.name, "members": chosen.members, "channel": chosen.channel}
        )
        self._open(dialog)

    def _open(self, dialog: ListDialog) -> None:
        def save(values: dict[str, Any]) -> None:
            self._jobs.new(lambda _: dialog.accept(), dialog.refuse).watch(
                self._office.write(save_distribution_list, **values, instead_of=dialog.name)
            )

        def drop() -> None:
            self._jobs.new(lambda _: dialog.accept(), dialog.refuse).watch(
                self._office.write(drop_distribution_list, dialog.name)
            )

        dialog.confirmed.connect(save)
        dialog.drop_wanted.connect(drop)
        dialog.finished.connect(lambda _: self._field.setFocus())
        dialog.open()


def _typed(member: str, of_list: Channel | None, of_form: object) -> str:
    """Return a member as it is typed in a form whose own channel is `of_form`."""
    name, own = split_channel(member)
    channel = own or of_list
    return with_channel(name, None if channel is of_form else channel)
