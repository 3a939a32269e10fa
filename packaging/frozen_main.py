"""Where the frozen program begins: `python -m bmnn_desktop` without the interpreter's options."""

from __future__ import annotations

import sys

from bmnn_desktop.__main__ import main

sys.exit(main())
