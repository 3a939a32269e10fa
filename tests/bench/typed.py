"""What is typed into the find box, by how far the typist has come."""

from __future__ import annotations

TYPED = {
    "one letter": tuple("abcdghklmnpqtvxy") + tuple("1289"),
    "two letters": (
        *("an", "bi", "ca", "ch", "da", "di", "du", "gi", "ha", "ho", "kh", "la", "ma", "nh"),
        *("ph", "qu", "so", "th", "tr", "xa"),
    ),
    "three letters": (
        *("ban", "bie", "cua", "dan", "dak", "die", "duo", "ngh", "quo", "tai", "tha", "tin"),
        *("tru", "tuy", "vie", "xan", "xuy"),
    ),
    "two words": (
        *("duong bien", "an ninh", "dak lak", "cuu ho", "ke hoach", "t n", "xa mau", "luong thuc"),
        *("mua bao", "nghe an", "yen bai", "mat ma", "cong an", "hoa toc", "dan quan", "d x"),
    ),
}
