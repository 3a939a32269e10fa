"""The process that makes a signing stick by a PIN file: nobody types this command."""

from __future__ import annotations

from bmnn_desktop.cli.secret_file import read_secret
from bmnn_desktop.errors import KnownError
from bmnn_desktop.services.stick_post import StickPost


def main() -> int:
    """Answer the one order on stdin; 0 when a stick was made."""
    post = StickPost.at_standard_streams()
    order = post.order()
    if order is None or order.pin_file is None:
        return 1
    try:
        key = order.make(read_secret(order.pin_file))
    except KnownError as error:
        post.refuse(error)
        return 1
    return 0 if post.give(order, key) else 1
