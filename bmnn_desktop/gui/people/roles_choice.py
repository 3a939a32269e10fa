"""What a person is to do: one of three roles, and the computer beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QRadioButton, QVBoxLayout, QWidget

from bmnn_desktop.services.session import Role

_EITHER = (Role.CONFIRMER, Role.KEEPER)  # never both


class RolesChoice(QWidget):
    """Nothing is chosen at first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.buttons = {
            role: QRadioButton(role.label, self) for role in (*_EITHER, Role.ADMINISTRATOR)
        }
        self.administrator_check = QCheckBox("Kiêm quản trị máy", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for button in (*self.buttons.values(), self.administrator_check):
            column.addWidget(button)
        alone = self.buttons[Role.ADMINISTRATOR]
        alone.toggled.connect(lambda is_on: self.administrator_check.setEnabled(not is_on))

    @property
    def roles(self) -> frozenset[Role]:
        """Return the roles that are chosen."""
        chosen = {role for role, button in self.buttons.items() if button.isChecked()}
        if chosen and self.administrator_check.isChecked():
            chosen.add(Role.ADMINISTRATOR)
        return frozenset(chosen)

    def choose(self, roles: frozenset[Role]) -> None:
        """Show the roles of somebody."""
        main = next((role for role in _EITHER if role in roles), Role.ADMINISTRATOR)
        self.buttons[main].setChecked(True)
        self.administrator_check.setChecked(main in _EITHER and Role.ADMINISTRATOR in roles)
