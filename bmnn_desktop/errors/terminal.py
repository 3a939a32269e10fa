"""The command line: what ends it from outside."""

from __future__ import annotations

from bmnn_desktop.errors.known import KnownError


class Interrupted(KnownError):
    code = "K702"
    sentence = "Đã dừng theo yêu cầu; việc nào đã báo xong vẫn được giữ."


class OutputLost(KnownError):
    code = "K703"
    sentence = "Không đưa được kết quả ra; việc đã làm vẫn được giữ, hãy xem lại bằng lệnh liệt kê."
