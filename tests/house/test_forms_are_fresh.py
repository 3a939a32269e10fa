"""Every drawing has its compiled form, and no form has lost its drawing."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from tests.house.tree import DRAWINGS, FORMS, ROOT

DRAWING = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0">
 <class>Sample</class>
 <widget class="QWidget" name="Sample">
  <property name="windowTitle"><string>{title}</string></property>
 </widget>
</ui>
"""


@pytest.fixture(scope="module")
def chore() -> ModuleType:
    """packaging/forms.py, loaded by its path: packaging/ is a folder of scripts, no package."""
    spec = importlib.util.spec_from_file_location("forms", ROOT / "packaging" / "forms.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_form_is_what_its_drawing_compiles_to(chore: ModuleType) -> None:
    stale = sorted(chore.differences(DRAWINGS, FORMS))
    assert not stale, f"run `make forms`: {stale}"


def test_a_changed_drawing_and_an_orphan_are_noticed(chore: ModuleType, tmp_path: Path) -> None:
    drawings, forms = tmp_path / "ui", tmp_path / "forms"
    drawings.mkdir()
    forms.mkdir()
    (drawings / "sample.ui").write_text(DRAWING.format(title="Sổ đi"), "utf-8")
    for name, text in chore.differences(drawings, forms).items():
        (forms / name).write_text(text, "utf-8")
    assert chore.differences(drawings, forms) == {}

    (drawings / "sample.ui").write_text(DRAWING.format(title="Sổ đến"), "utf-8")
    (forms / "ui_lost.py").write_text("", "utf-8")
    changes = chore.differences(drawings, forms)
    assert set(changes) == {"ui_sample.py", "ui_lost.py"}
    assert "Sổ đến".encode("unicode_escape").decode() in changes["ui_sample.py"] or (
        "Sổ đến" in changes["ui_sample.py"]
    )
    assert changes["ui_lost.py"] is None


def test_a_form_names_neither_version_nor_date(chore: ModuleType, tmp_path: Path) -> None:
    drawing = tmp_path / "sample.ui"
    drawing.write_text(DRAWING.format(title="Sổ đi"), "utf-8")
    form = chore.compiled(drawing)
    assert "Created by" not in form
    assert str(tmp_path) not in form
    assert "class Ui_Sample" in form
