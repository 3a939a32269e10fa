"""Vietnamese typed through an input method arrives whole and composed in every text field."""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bmnn_desktop.domain.book import Book, Field, FieldKind
from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.envelope import EnvelopeKind
from bmnn_desktop.gui.demo.hands import press, until
from bmnn_desktop.gui.find.find_dialog import FindDialog
from bmnn_desktop.gui.founding.wizard import FoundingWizard
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.register.actions import Action
from bmnn_desktop.gui.register.editors import Editor, make_editor
from bmnn_desktop.gui.register.form import DocumentForm
from bmnn_desktop.gui.register.page import RegisterPage
from bmnn_desktop.gui.register.reason_dialog import ReasonDialog
from bmnn_desktop.gui.unlock_window import UnlockWindow
from bmnn_desktop.gui.widgets.names_edit import NamesEdit
from bmnn_desktop.gui.widgets.suggesting_edit import SuggestingEdit
from bmnn_desktop.gui.year.close_dialog import CloseDialog
from bmnn_desktop.gui.year.open_dialog import OpenDialog
from bmnn_desktop.gui.year.reopen_dialog import ReopenDialog
from bmnn_desktop.registers import REGISTERS
from bmnn_desktop.registers.incoming import INCOMING
from bmnn_desktop.registers.outgoing import OUTGOING
from bmnn_desktop.services.close_volume import LooseEnds
from bmnn_desktop.services.gate import Gate
from bmnn_desktop.services.list_documents import list_documents
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_volume import list_volumes
from bmnn_desktop.wiring import Wiring
from tests.gui.composing import WAYS, WORDS, Way, compose, result, write

TEXTS = (FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.NAMES)
SENTENCE = ("Telex Nguyeexn", "VNI duong972", "Telex ddd, taken back", "Telex dduwowngf")
# Something to offer at every step, so that the list is open while composing.
REMEMBERED = ("Nguyễn Đường Đ Dd", "Ngõ Nguyên đường", "Đường Nguyễn", "N D Đ Ng Du")

EVERY_WAY = pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
EVERY_TEXT_FIELD = pytest.mark.parametrize(
    ("book", "field"),
    [
        pytest.param(book, field, id=f"{book.key}-{field.name}")
        for book in REGISTERS
        for field in book.fields
        if field.kind in TEXTS
    ],
)


@pytest.fixture
def form_of(qtbot: QtBot) -> Callable[[Book], DocumentForm]:
    def make(book: Book) -> DocumentForm:
        form = DocumentForm(book, 2026)
        qtbot.addWidget(form)
        if book is INCOMING:  # so that every field is asked
            form.set_values({"envelope": EnvelopeKind.OPENED, "finding": Finding.DAMAGED})
        form.resize(460, 700)
        form.show()
        form.activateWindow()
        qtbot.waitUntil(form.isActiveWindow)
        return form

    return make


@EVERY_WAY
@EVERY_TEXT_FIELD
def test_a_sentence_arrives_whole_in_every_field_of_every_book(
    form_of: Callable[[Book], DocumentForm], book: Book, field: Field, way: Way
) -> None:
    form = form_of(book)
    form.set_suggestions({field.name: REMEMBERED})
    write(form.editor(field.name), way, *SENTENCE)
    expected: object = result(*SENTENCE)
    if field.kind is FieldKind.NAMES:
        expected = (expected,)
    assert form.values()[field.name] == expected
    assert form.editor(field.name).hasFocus()


@EVERY_TEXT_FIELD
def test_every_letter_and_digit_arrives_in_every_field_of_every_book(
    form_of: Callable[[Book], DocumentForm], book: Book, field: Field
) -> None:
    form = form_of(book)
    widget = form.editor(field.name)
    before = {name: value for name, value in form.values().items() if name != field.name}
    widget.setFocus()
    typed = string.ascii_letters + string.digits
    QTest.keyClicks(widget, typed)
    value = form.values().pop(field.name)
    assert value == ((typed,) if field.kind is FieldKind.NAMES else typed)
    after = {name: value for name, value in form.values().items() if name != field.name}
    assert after == before


@pytest.mark.parametrize("kind", [kind for kind in FieldKind if kind not in TEXTS])
def test_where_no_syllable_is_typed_no_input_method_waits(qtbot: QtBot, kind: FieldKind) -> None:
    choices = (("a", "Được"), ("b", "Không"))
    editor = make_editor(Field("x", "X", 1, kind, choices=choices), 2026)
    qtbot.addWidget(editor.widget)
    focused = editor.widget.focusProxy() or editor.widget
    assert not focused.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


# ── with the list of suggestions open ────────────────────────────────────────────────────────────


@pytest.fixture(params=[SuggestingEdit, NamesEdit])
def offering(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[SuggestingEdit | NamesEdit]:
    window = QWidget()
    qtbot.addWidget(window)
    field: SuggestingEdit | NamesEdit = request.param()
    field.set_values(REMEMBERED)
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addStretch(1)
    window.resize(400, 400)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield field  # noqa: PT022  (nobody else holds the window)


def _text(field: QWidget) -> str:
    return field.text() if isinstance(field, QLineEdit) else _plain(field)


def _plain(field: QWidget) -> str:
    assert isinstance(field, QPlainTextEdit)
    return field.toPlainText()


@EVERY_WAY
@pytest.mark.parametrize("word", [word for word in WORDS if "taken" not in word])
def test_an_open_list_follows_a_word_and_leaves_it_alone(
    offering: SuggestingEdit | NamesEdit, way: Way, word: str
) -> None:
    steps = WORDS[word].split()
    offering.setFocus()
    seen = []
    show = offering.popup.suggest

    def watch() -> None:
        show()
        seen.append((offering.popup.shown() != [], offering.popup.chosen))

    offering.popup.suggest = watch  # type: ignore[method-assign]
    way(offering, steps)
    assert _text(offering) == steps[-1]
    assert len(seen) >= len(steps)
    assert set(seen) == {(True, None)}
    assert offering.hasFocus()
    press(offering, Qt.Key.Key_Down)
    assert offering.popup.chosen == offering.popup.shown()[0]
    assert _text(offering) == steps[-1]


@EVERY_WAY
def test_a_word_composed_in_the_middle_stands_in_the_middle(
    offering: SuggestingEdit | NamesEdit, way: Way
) -> None:
    offering.setFocus()
    QTest.keyClicks(offering, "ab")
    press(offering, Qt.Key.Key_Left)
    write(offering, way, "Telex Nguyeexn")
    assert _text(offering) == "aNguyễnb"


def test_enter_in_a_composition_takes_nothing(offering: SuggestingEdit | NamesEdit) -> None:
    write(offering, compose, "Telex Nguyeexn")
    press(offering, Qt.Key.Key_Down)
    chosen = [offering.popup.chosen]
    compose(offering, ["d", "đ"])
    chosen.append(offering.popup.chosen)
    assert chosen == ["Nguyễn Đường Đ Dd", None]
    press(offering, Qt.Key.Key_Return)
    assert _text(offering).strip() == "Nguyễnđ"


# ── every other window ───────────────────────────────────────────────────────────────────────────


def _fields(window: QWidget) -> list[QLineEdit | QPlainTextEdit]:
    return [
        child
        for child in window.findChildren(QWidget)
        if isinstance(child, QLineEdit | QPlainTextEdit)
        and child.isEnabled()
        and not child.isReadOnly()
        and child.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        and not isinstance(child.parent(), QAbstractSpinBox)
    ]


def _compose_in_all(window: QWidget) -> list[str]:
    """Write into every field of `window`; return their names."""
    names = []
    for field in _fields(window):
        for way in WAYS:
            field.clear()
            write(field.focusProxy() or field, way, *SENTENCE)
            assert _text(field) == result(*SENTENCE), (field.objectName(), way)
        field.clear()
        names.append(field.objectName())
    return names


def test_the_founding_wizard_composes(qtbot: QtBot, gate: Gate, wiring: Wiring) -> None:
    wizard = FoundingWizard(gate, wiring.clock)
    qtbot.addWidget(wizard)
    wizard.show()
    wizard.ui.confirmer_form.some_radio.click()
    names = []
    for step in range(wizard.ui.pages.count()):
        wizard._go(step)
        shown = wizard.ui.pages.currentWidget()
        assert shown is not None
        names += _compose_in_all(shown)
    for name in (
        *("org_edit", "parent_org_edit", "place_edit", "name_edit", "paper_edit"),
        *("confirmer_name_edit", "confirmer_post_edit"),
    ):
        assert name in names


@pytest.mark.usefixtures("founded")
def test_the_door_composes(qtbot: QtBot, gate: Gate) -> None:
    door = UnlockWindow(gate)
    qtbot.addWidget(door)
    door.show()
    assert len(_compose_in_all(door)) == 1  # the login; a passphrase is never composed


def test_every_page_composes(window: MainWindow) -> None:
    keys = list(window._places)
    for key in keys:
        page = window.go(key)
        until(lambda page=page: not page.jobs.is_busy, "the page")  # type: ignore[misc]
    names = _compose_in_all(window)
    assert names.count("find_edit") == 1 + len(REGISTERS)  # Hôm nay and the books


def test_every_dialog_of_the_window_composes(window: MainWindow) -> None:
    window.go("outgoing")
    window.open_find()
    (find,) = window.findChildren(FindDialog)
    assert _compose_in_all(find) == ["find_edit"]
    until(lambda: not find.jobs.is_busy, "the lines found")
    find.reject()
    lacks = LooseEnds(unprinted=0, unsigned=0, vacant=(), waits_for_answer=False)
    volume = window.office.read(list_volumes, "outgoing").result()[0]
    for dialog in (
        OpenDialog(window, OUTGOING, 2026, 1, window.lock),
        CloseDialog(window, OUTGOING, (2026, 1), lacks, window.lock),
        ReopenDialog(window, volume, (), window.office.second_person, window.lock),
        ReasonDialog(window, "Lý do", "Ghi", window.lock),
    ):
        dialog.open()
        assert _compose_in_all(dialog)
        dialog.reject()


@pytest.fixture
def page(window: MainWindow, add: Callable[..., int]) -> RegisterPage:
    add(1, subject="Đường giả định")
    add(2, subject="Tăng cường kiểm tra")
    page = window.register_page("outgoing")
    window.go("outgoing")
    until(lambda: page.model.rowCount() == 2 and not page.jobs.is_busy, "the register")
    return page


@EVERY_WAY
def test_a_find_box_finds_what_was_composed(page: RegisterPage, way: Way) -> None:
    write(page.lines.find_edit, way, "Telex dduwowngf")
    until(lambda: page.model.rowCount() == 1 and not page.jobs.is_busy, "the line found")
    found = page.model.document(0)
    assert found is not None
    assert found.subject == "Đường giả định"


@EVERY_WAY
def test_a_reason_is_kept_as_it_was_composed(page: RegisterPage, office: Office, way: Way) -> None:
    page.open_line(0)
    until(lambda: page.card.isVisible() and not page.jobs.is_busy, "the card")
    page.card.buttons[Action.ANNUL].click()
    (dialog,) = page.window().findChildren(ReasonDialog)
    write(dialog.reason_edit, way, *SENTENCE)
    press(dialog.act_button, Qt.Key.Key_Space)
    until(
        lambda: not page.card.buttons[Action.ANNUL].isEnabled() and not page.jobs.is_busy, "the end"
    )
    rows = office.read(list_documents, "outgoing").result().rows
    reasons = [row.annulment.reason for row in rows if row.annulment is not None]
    assert reasons == [result(*SENTENCE)]


def test_letters_of_the_levels_and_page_keys_reach_the_text_field(page: RegisterPage) -> None:
    page.start_new()
    until(lambda: page.entering.is_active, "the form")
    form = page.entry.form
    signer = form.editor("signer")
    signer.setFocus()
    QTest.keyClicks(signer, "abc ABC 123 .")
    assert form.values()["signer"] == "abc ABC 123 ."
    assert form.values()["level"] is None


@pytest.mark.parametrize("kind", TEXTS)
def test_what_is_committed_decomposed_is_kept_composed(qtbot: QtBot, kind: FieldKind) -> None:
    editor: Editor = make_editor(Field("x", "X", 1, kind), 2026)
    qtbot.addWidget(editor.widget)
    editor.widget.show()
    editor.widget.setFocus()
    compose(editor.widget, [unicodedata.normalize("NFD", step) for step in ("Nguyê", "Nguyễn")])
    assert editor.value() == (("Nguyễn",) if kind is FieldKind.NAMES else "Nguyễn")


# ── what arrives late ────────────────────────────────────────────────────────────────────────────


class _Late(QObject):
    """Hears of a finished word through the event queue, as Qt's IBus plugin does."""

    heard = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.heard.connect(self._commit, Qt.ConnectionType.QueuedConnection)

    def _commit(self, word: str) -> None:
        done = QInputMethodEvent()
        done.setCommitString(word)
        focused = QApplication.focusWidget()
        assert focused is not None
        QApplication.sendEvent(focused, done)


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_S])
def test_a_word_still_on_its_way_arrives_before_the_key_that_ended_it(
    qtbot: QtBot, key: Qt.Key
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    first, second = SuggestingEdit(), SuggestingEdit()
    column = QVBoxLayout(window)
    column.addWidget(first)
    column.addWidget(second)
    saved: list[str] = []
    QShortcut("Ctrl+S", window, lambda: saved.append(first.text()))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first.setFocus()
    late = _Late()
    QApplication.sendEvent(first, QInputMethodEvent("biên", []))
    late.heard.emit("biên")
    if key == Qt.Key.Key_Tab:
        QTest.keyClick(first, key)
    else:
        QTest.keyClick(first, key, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert (first.text(), second.text()) == ("biên", "")
    assert saved == ([] if key == Qt.Key.Key_Tab else ["biên"])
