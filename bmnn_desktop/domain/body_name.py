"""Names of bodies compared: aliases, and groups that hold a body without naming it."""

from __future__ import annotations

import re

from bmnn_desktop.domain.text import fold

_ALIASES = (  # folded; whole words
    ("ubnd", "uy ban nhan dan"),
    ("hdnd", "hoi dong nhan dan"),
    ("ubmttqvn", "uy ban mat tran to quoc viet nam"),
    ("mttq", "mat tran to quoc"),
    ("cax", "cong an xa"),
    ("ca", "cong an"),
    ("vp", "van phong"),
    ("cbccvc", "can bo cong chuc vien chuc"),
    ("bchqs", "ban chi huy quan su"),
    ("vhttdl", "van hoa the thao va du lich"),
    ("khcn", "khoa hoc va cong nghe"),
)
_SPACE = re.compile(r"[^a-z0-9]+")
_ANYBODY = re.compile(
    r"\b(?:cac|moi|tung|tat ca) (?:\w+ )*?(?:co quan|don vi|to chuc|dia phuong|ban nganh)\b"
)
_COMMUNES = re.compile(r"\bcap xa\b|\bcac xa\b|\bcac phuong\b|\bxa phuong\b")
_KINDS = (
    "so",
    "phong",
    "ban",
    "truong",
    "tram",
    "to",
    "khoa",
    "thon",
    "chi bo",
    "hoi",
    "vu",
    "cuc",
)


def same_name(name: str) -> str:
    """Return what two spellings of one body have in common."""
    words = _SPACE.sub(" ", fold(name)).strip().split()
    known = dict(_ALIASES)
    return " ".join(known.get(word, word) for word in words)


def is_group(name: str) -> bool:
    """Tell whether a name stands for many bodies."""
    bare = same_name(name)
    starts = ("cac ", "moi ", "tung ", "tat ca ", "nhung ")
    return bare.startswith(starts) or bool(_COMMUNES.search(bare))


def covers(name: str, own: str) -> bool:
    """Tell whether what a plan calls a body is, or is a group that holds, the body `own`."""
    bare, body = same_name(name), same_name(own)
    if not bare or not body:
        return False
    if bare == body:
        return True
    is_commune = bool(re.search(r"\b(?:xa|phuong|dac khu)\b", body))
    if _COMMUNES.search(bare):
        return is_commune and body.startswith("uy ban nhan dan") == ("uy ban nhan dan" in bare)
    if not is_group(name):
        return False
    kind = next((kind for kind in _KINDS if body.startswith(f"{kind} ")), None)
    if kind is not None and re.search(rf"\b{kind}\b", bare):
        return True
    return bool(_ANYBODY.search(bare))
