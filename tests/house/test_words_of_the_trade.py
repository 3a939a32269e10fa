"""What the user reads is said in the trade's own words: resources/wording.toml."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.house.tree import DRAWINGS, FORMS, PACKAGE, RESOURCES, shown, texts_in

# Where texts for the user are written.
ROOMS = ("gui", "services", "registers", "domain", "printing", "cli", "errors", "plans")
FILES = ("app.py", "__main__.py")

# `journal verify`, --user, *.file: what is typed, not what is said
TYPED = re.compile(r"`[^`]*`|\S*[-/_.=*{}\\]\S+|bmnn-desktop[\w ]*")


@dataclass(frozen=True)
class Word:
    """One concept and the words that must not stand for it."""

    concept: str
    use: tuple[str, ...]
    avoid: tuple[str, ...]
    right_in: tuple[str, ...]

    def strays(self, text: str) -> list[str]:
        """Return the avoided words in a text."""
        text = TYPED.sub(" ", text)
        for longer in self.right_in:
            text = _whole(longer).sub(" ", text)
        return [word for word in self.avoid if _whole(word).search(text)]


def _whole(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])", re.IGNORECASE)


def words() -> list[Word]:
    """Return the table of resources/wording.toml."""
    table = tomllib.loads((RESOURCES / "wording.toml").read_text("utf-8"))["word"]
    for entry in table:
        assert entry.keys() <= {"concept", "use", "avoid", "except", "context"}
    return [
        Word(
            entry["concept"],
            tuple(entry["use"]),
            tuple(entry.get("avoid", ())),
            tuple(entry.get("except", ())),
        )
        for entry in table
    ]


def is_for_the_user(text: str) -> bool:
    """Tell a text for the screen from a key, a column or an object's name.

    It has a letter outside ASCII, or reads like a caption: a capital, then small letters.
    """
    return any(letter.isalpha() and not letter.isascii() for letter in text) or bool(
        re.fullmatch(r"&?[A-Z][a-z&]+([ -][A-Za-z&]+)*[.…:?!]*", text)
    )


def modules() -> list[Path]:
    """Return the modules that may hold texts for the user."""
    rooms = [path for room in ROOMS for path in (PACKAGE / room).rglob("*.py")]
    files = [PACKAGE / name for name in FILES]
    return [path for path in (*rooms, *files) if path.exists() and FORMS not in path.parents]


def texts_for_the_user() -> Iterator[tuple[str, str]]:
    """Yield (place, text) of all that the user may read."""
    for path in modules():
        for line, text in texts_in(path.read_text("utf-8")):
            if is_for_the_user(text):
                yield f"{shown(path)}:{line}", text
    for drawing in DRAWINGS.glob("*.ui"):
        for element in ET.parse(drawing).iter("string"):  # noqa: S314 (our own drawings)
            if element.text and element.get("notr") != "true":
                yield shown(drawing), element.text


def test_no_avoided_word_reaches_the_user() -> None:
    table = words()
    found = [
        f"{place}: “{text}” says {stray} for {word.concept}; say {word.use[0]}"
        for place, text in texts_for_the_user()
        for word in table
        for stray in word.strays(text)
    ]
    assert not found, "\n".join(found)


def test_every_text_for_the_user_is_composed() -> None:
    wrong = [
        place for place, text in texts_for_the_user() if not unicodedata.is_normalized("NFC", text)
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("text", "stray"),
    [
        ("Hủy", "hủy"),
        ("Đã huỷ số 12.", "huỷ"),
        ("Hủy bỏ", "hủy bỏ"),
        ("Mở Vault", "vault"),
        ("Không đọc được file này.", "file"),
        ("Gặp sự cố khi đọc.", "sự cố"),
        ("Đã ghi chuyển giao", "chuyển giao"),
        ("Về Trang chủ", "trang chủ"),
    ],
)
def test_an_avoided_word_is_noticed(text: str, stray: str) -> None:
    assert is_for_the_user(text)
    assert stray in [found for word in words() for found in word.strays(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Biên bản tiêu hủy",
        "Hãy đặt --user trước tên lệnh.",
        "Gõ `bmnn-desktop verify` để kiểm tra.",
        "Hai tệp khóa (keys.a, keys.b) đều hỏng.",
        "Gạch bỏ số",
        "In Sổ chuyển giao BMNN",
        "Sổ chuyển giao 2026, tờ 3",
        "Căn phòng, kết quả, nhẹ",
    ],
)
def test_a_right_text_is_left_alone(text: str) -> None:
    assert not [found for word in words() for found in word.strays(text)]


@pytest.mark.parametrize("key", ["journal", "file", "user", "vault", "SELECT hash FROM entry"])
def test_a_key_is_no_text_for_the_user(key: str) -> None:
    assert not is_for_the_user(key)
