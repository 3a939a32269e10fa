"""What every test needs: Qt without a screen, hypothesis without a stopwatch."""

from __future__ import annotations

import os

from hypothesis import settings

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A loaded machine is no failure, and what failed can be replayed from the report alone.
settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile("house")
