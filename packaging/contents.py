"""What the frozen bundle may hold: the spec, the bill of materials and the tests all ask here."""

from __future__ import annotations

import re
from pathlib import PurePath

# Python modules that some library would bring along and the program never calls. What speaks to a
# network goes first; `socket` stays: the program proves with it that none can be made.
EXCLUDED_MODULES = (
    "PySide6.QtNetwork",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtSql",
    "PySide6.QtDesigner",
    "PySide6.QtUiTools",
    "_sqlite3",
    "_ssl",
    "ftplib",
    "imaplib",
    "poplib",
    "smtplib",
    "socketserver",
    "sqlite3",
    "ssl",
    "telnetlib",
    "xmlrpc",
    "lib2to3",
    "pip",
    "pytest",
    "readline",
    "setuptools",
    "tkinter",
    "unittest",
)

# Libraries of Qt that nothing of ours needs; each would bring others, most of all QtNetwork.
_UNWANTED_LIBRARIES = (
    "Qt6Network",
    "Qt6OpenGLWidgets",
    "Qt6Pdf",
    "Qt6Qml",
    "Qt6Quick",
    "Qt6Sql",
    "Qt6VirtualKeyboard",
    "Qt6Wayland",
    "Qt6WlShell",
    "Qt6Egl",
)

# Qt's plugins, by folder: everything else stays out, so that a new one cannot slip in.
_PLUGINS = {
    "iconengines": ("svgicon",),
    "imageformats": ("svg",),
    "platforminputcontexts": ("compose", "ibus"),
    "platforms": ("xcb", "offscreen", "windows"),
    "platformthemes": ("xdgdesktopportal",),
    "printsupport": ("cups", "windows"),
    "styles": ("modernwindows",),
    "xcbglintegrations": ("egl", "glx"),
}

# Of the libraries of the building machine only these come along: Python's own, and what a plain
# desktop may lack. Graphics drivers, fonts and the C++ library belong to the desktop they run on;
# `package.py` asks dpkg-shlibdeps for their packages, and the Debian package depends on those.
_SYSTEM_LIBRARIES = (
    "libbz2.",
    "libcrypto.",
    "libexpat.",
    "libffi.",
    "liblzma.",
    "libpython3.",
    "libseccomp.",
    "libxcb-",
    "libxkbcommon",
)
# Beside the files in the wheels' own folders lie links to them.
_OF_WHEELS = re.compile(r"lib(Qt6|icu|pyside6|shiboken6)|.*-[0-9a-f]{8}\.so")


def is_wanted(destination: str) -> bool:
    """Tell whether a file belongs into the bundle; `destination` is its path inside."""
    path = PurePath(destination)
    name = path.name
    if any(word in name for word in _UNWANTED_LIBRARIES):
        return False
    if len(path.parts) == 1 and name.startswith("lib") and ".so" in name:
        return name.startswith(_SYSTEM_LIBRARIES) or _OF_WHEELS.match(name) is not None
    if "plugins" in path.parts and "PySide6" in path.parts:
        kind = path.parts[path.parts.index("plugins") + 1]
        return any(word in name for word in _PLUGINS.get(kind, ()))
    # Qt's own words: the program brings Vietnamese ones, and Qt has none.
    return "translations" not in path.parts or "PySide6" not in path.parts
