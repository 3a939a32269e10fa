"""How a secret document travels to a recipient (Luật 117/2025/QH15, Điều 13).

People of the body itself, liaison (giao liên), the post or cipher lines carry it. The Internet,
telecommunication networks and everything on them are forbidden (Điều 5).
"""

from __future__ import annotations

from enum import Enum

from bmnn_desktop.domain.text import fold, tidy
from bmnn_desktop.errors import ChannelForbidden, ChannelUnknown

MARK = "@"  # "Sở Nội vụ @bưu chính": one recipient's own channel


class Channel(Enum):
    """A way that the law allows; the value is what the vault stores."""

    DIRECT = "direct"
    LIAISON = "liaison"
    POST = "post"
    CIPHER = "cipher"

    @property
    def label(self) -> str:
        """Return the name as it stands on the screen."""
        return _LABELS[self]

    @classmethod
    def parse(cls, text: str) -> Channel:
        """Read a name or its beginning, without diacritics too.

        Raises ChannelForbidden for Internet, e-mail, Zalo and the like, ChannelUnknown.
        """
        bare = fold(tidy(text))
        if any(word in bare for word in _FORBIDDEN):
            raise ChannelForbidden(channel=tidy(text))
        found = [channel for channel in cls if bare and fold(channel.label).startswith(bare)]
        if len(found) != 1:
            raise ChannelUnknown(channel=tidy(text), known=", ".join(_LABELS.values()).lower())
        return found[0]


_LABELS = {
    Channel.DIRECT: "Giao trực tiếp",
    Channel.LIAISON: "Qua giao liên, văn thư",
    Channel.POST: "Bưu chính",
    Channel.CIPHER: "Đường truyền cơ yếu",
}
_FORBIDDEN = (
    *("internet", "mail", "zalo", "viber", "telegram", "facebook", "messenger", "whatsapp"),
    *("dien thoai", "fax", "wifi", "mang xa hoi", "truc tuyen", "tin nhan", "sms"),
)


def split_channel(typed: str) -> tuple[str, Channel | None]:
    """Return the recipient's name and the channel typed behind it, None when there is none.

    Raises ChannelForbidden, ChannelUnknown.
    """
    name, mark, channel = typed.partition(MARK)
    return tidy(name), Channel.parse(channel) if mark else None


def with_channel(name: str, channel: Channel | None) -> str:
    """Return a recipient as it is typed with a channel of its own."""
    return name if channel is None else f"{name} {MARK}{channel.label.lower()}"
