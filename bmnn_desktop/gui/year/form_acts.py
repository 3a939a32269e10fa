"""What is done to forms from the page of the volumes: look, preview, check, install."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.gui.people.acts_of_two import ActsOfTwo
from bmnn_desktop.gui.preview.subject import sample_of_form
from bmnn_desktop.gui.preview.window import PreviewWindow
from bmnn_desktop.gui.widgets.notice import Tone
from bmnn_desktop.gui.year.forms_dialog import FormsDialog
from bmnn_desktop.gui.year.install_form_dialog import InstallFormDialog
from bmnn_desktop.services.install_form import install_form, read_form
from bmnn_desktop.services.list_forms import list_forms
from bmnn_desktop.services.list_people import Member, list_people
from bmnn_desktop.services.second_person import SecondPerson

if TYPE_CHECKING:
    from bmnn_desktop.domain.form import Form
    from bmnn_desktop.gui.ask_dialog import AskDialog
    from bmnn_desktop.registers.form_file import FormPack
    from bmnn_desktop.services.act_of_two import Settled


class FormActs(ActsOfTwo):
    """Asks, does, and says in the dialog what was done."""

    def show(self) -> FormsDialog:
        """Show every form."""
        dialog = FormsDialog(
            self._parent.window(), self._lock, is_read_only=self._office.session.guest.is_here
        )
        dialog.preview_wanted.connect(lambda form: self._preview(dialog, form))
        dialog.install_wanted.connect(lambda: self.ask_to_install(dialog))
        self._fill(dialog)
        dialog.open()
        return dialog

    def ask_to_install(self, forms: FormsDialog) -> None:
        """Ask for the file and the second signature, and install what was checked."""

        def seen(members: tuple[Member, ...]) -> None:
            dialog = InstallFormDialog(forms, members, self._second_of, self._lock)
            dialog.preview_wanted.connect(lambda form: self._preview(dialog, form))
            dialog.check_wanted.connect(lambda place: self._check(dialog, place))
            dialog.confirmed.connect(
                lambda pack, second: self._install(forms, dialog, pack, second)
            )
            dialog.open()

        self._jobs.new(seen).watch(self._office.read(list_people))

    def _fill(self, dialog: FormsDialog) -> None:
        self._jobs.new(dialog.show_forms).watch(self._office.read(list_forms))

    def _check(self, dialog: InstallFormDialog, place: Path) -> None:
        self._jobs.new(dialog.show_pack, dialog.refuse).watch(self._office.read(read_form, place))

    def _install(
        self,
        forms: FormsDialog,
        dialog: InstallFormDialog,
        pack: FormPack,
        second: SecondPerson,
    ) -> None:
        def done(settled: Settled) -> None:
            dialog.accept()
            day = short_date(pack.form.effective_from)
            words = f"Đã cài biểu mẫu {pack.form.id}; các quyển mở từ {day} in theo mẫu này."
            forms.notice.say(Tone.GOOD, words)
            self._fill(forms)
            self._show_new(settled.sheet)

        self._do(dialog, self._office.write(install_form, pack, second=second), done, second)

    def _preview(self, dialog: AskDialog, form: Form) -> None:
        """Show it over the dialog, whose window hears nothing meanwhile."""
        subject = sample_of_form(self._office, form)
        window = PreviewWindow(subject, self._office, self._lock, dialog)
        window.resize(self._parent.window().size())
        window.show()
