"""The process that signs for a second person by his secret files: nobody types this command."""

from __future__ import annotations

from pathlib import Path

from bmnn_desktop.cli.secret_file import read_secret
from bmnn_desktop.errors import KnownError
from bmnn_desktop.services.signing_desk import SigningDesk
from bmnn_desktop.services.signing_post import SigningPost

_STICK_AND_PIN = 2  # files; one alone is a passphrase


def main() -> int:
    """Answer the one request on stdin; 0 when something was signed."""
    post = SigningPost.at_standard_streams()
    desk = post.desk()
    if desk is None or post.request is None or not post.request.files:
        return 1
    try:
        _unlock(desk, *post.request.files)
    except KnownError as error:
        post.refuse(error)
        return 1
    except KeyboardInterrupt:
        return 1
    post.is_ready(desk)
    return 0 if post.answer(desk) else 1


def _unlock(desk: SigningDesk, *files: Path) -> None:
    if len(files) == _STICK_AND_PIN:
        desk.unlock_stick(files[0], read_secret(files[1]))
    else:
        desk.unlock_passphrase(read_secret(files[0]))
