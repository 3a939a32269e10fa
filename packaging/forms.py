"""Compile every drawing ui/<name>.ui into bmnn_desktop/gui/forms/ui_<name>.py.

python packaging/forms.py           write what is new or changed, remove what lost its drawing
python packaging/forms.py --check   write nothing; exit 1 if something would be written or removed
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DRAWINGS = ROOT / "ui"
FORMS = ROOT / "bmnn_desktop" / "gui" / "forms"


def compiled(drawing: Path) -> str:
    """Return the form of one drawing, without the line that names the compiler's version."""
    # The compiler of the interpreter that runs us: the one the lock file pins.
    uic = shutil.which("pyside6-uic", path=str(Path(sys.executable).parent))
    if uic is None:
        raise FileNotFoundError("pyside6-uic beside " + sys.executable)
    done = subprocess.run([uic, str(drawing)], check=True, capture_output=True, encoding="utf-8")
    lines = done.stdout.splitlines()
    version = next(n for n, line in enumerate(lines) if line.startswith("## Created by:"))
    del lines[version : version + 2]  # the line and the empty one below it
    return "\n".join(lines).rstrip() + "\n"


def wanted(drawings: Path) -> dict[str, str]:
    """Return what should lie in the room of forms: file name → text."""
    return {f"ui_{path.stem}.py": compiled(path) for path in sorted(drawings.glob("*.ui"))}


def differences(drawings: Path, forms: Path) -> dict[str, str | None]:
    """Return what must be written (its text) or removed (None) to make the room fresh."""
    want = wanted(drawings)
    have = {path.name: path.read_text("utf-8") for path in forms.glob("ui_*.py")}
    changes: dict[str, str | None] = {
        name: text for name, text in want.items() if have.get(name) != text
    }
    return changes | {name: None for name in have if name not in want}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the chore; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="write nothing, tell what is stale")
    check = bool(parser.parse_args(arguments).check)
    changes = differences(DRAWINGS, FORMS)
    for name, text in sorted(changes.items()):
        print(f"{'orphan' if text is None else 'stale'}: {(FORMS / name).relative_to(ROOT)}")
        if check:
            continue
        if text is None:
            (FORMS / name).unlink()
        else:
            FORMS.mkdir(parents=True, exist_ok=True)
            (FORMS / name).write_text(text, "utf-8")
    return 1 if check and changes else 0


if __name__ == "__main__":
    sys.exit(main())
