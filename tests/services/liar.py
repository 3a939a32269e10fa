"""A signing process that breaks its word: python -m tests.services.liar WAY ROW PUBLIC OTHER."""

from __future__ import annotations

import json
import os
import sys
import time

SILENCE = b""  # says nothing, and stays


def _line(value: object) -> bytes:
    return json.dumps(value).encode() + b"\n"


def ways(row: str = "0", public: str = "", other: str = "") -> dict[str, tuple[bytes | None, ...]]:
    """Return what is said to each line that is heard; then it leaves."""
    number = int(row)
    ready = _line({"ready": {"signer": number, "public": public}})
    return {
        "leaves": (None,),
        "garbage": (b"\xff\xfe\x00 nonsense\n",),
        "no line": (b'{"ready"',),
        "endless": (b"x" * 100_000,),
        "a list": (_line([{"ready": {"signer": number, "public": public}}]),),
        "two answers": (ready + _line({"signature": "00" * 64}),),
        "unknown refusal": (_line({"refused": "K999", "seconds": 0}),),
        "refusal for ever": (_line({"refused": "K202", "seconds": 10**12}),),
        "another's key": (_line({"ready": {"signer": number, "public": other}}),),
        "another's row": (_line({"ready": {"signer": 1, "public": public}}),),
        "no row": (_line({"ready": {"signer": None, "public": public}}),),
        "leaves when ready": (ready, None),
        "wrong signature": (ready, _line({"signature": "00" * 64})),
        "signature of another": (ready, _line({"signature": other})),
        "no signature": (ready, _line({"signature": None})),
        "a refusal at the end": (ready, _line({"refused": "K462", "seconds": 0})),
        "silent": (SILENCE,),
        "silent when ready": (ready, SILENCE),
    }


def main(way: str, row: str, public: str, other: str) -> None:
    """Break the word in this way; "deaf" does not even hear."""
    if way == "deaf":
        time.sleep(60)
    for answer in ways(row, public, other)[way]:
        sys.stdin.readline()
        if answer == SILENCE:
            time.sleep(60)
        elif answer is not None:
            os.write(1, answer)


if __name__ == "__main__":
    main(*sys.argv[1:])
