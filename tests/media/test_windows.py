"""The structures of winioctl.h: offsets as documented, answers as devices give them."""

from __future__ import annotations

import ctypes
import struct

import pytest

from bmnn_desktop.media.windows import (
    DeviceDescriptor,
    DeviceNumber,
    PropertyQuery,
    read_descriptor,
)

# https://learn.microsoft.com/windows/win32/api/winioctl/ns-winioctl-storage_device_descriptor
OFFSETS = {
    "version": 0, "size": 4, "device_type": 8, "device_type_modifier": 9, "removable_media": 10,
    "command_queueing": 11, "vendor_id_offset": 12, "product_id_offset": 16,
    "product_revision_offset": 20, "serial_number_offset": 24, "bus_type": 28,
    "raw_properties_length": 32,
}  # fmt: skip


def answer(*, serial: bytes = b"AA010203", bus: int = 7, removable: int = 1) -> bytes:
    """Return what a stick answers, made by hand from the documented layout."""
    texts = b"GiaDinh \0Dia 8\0" + (serial + b"\0" if serial else b"")
    head = struct.pack(
        "<IIBBBBIIIIII", 40, 36 + len(texts), 0, 0, removable, 0, 36, 45, 0,
        51 if serial else 0, bus, 0,
    )  # fmt: skip
    return head + texts


def test_the_layout_is_the_documented_one() -> None:
    assert {name: getattr(DeviceDescriptor, name).offset for name in OFFSETS} == OFFSETS
    assert ctypes.sizeof(DeviceDescriptor) == 36
    assert ctypes.sizeof(DeviceNumber) == 12
    assert ctypes.sizeof(PropertyQuery) == 12


def test_a_stick_is_read() -> None:
    told = read_descriptor(answer())
    assert (told.serial, told.model, told.is_usb, told.is_removable) == (
        *("AA010203", "GiaDinh Dia 8"),
        *(True, True),
    )


def test_a_fixed_disk_without_serial_is_read() -> None:
    told = read_descriptor(answer(serial=b"", bus=11, removable=0))
    assert (told.serial, told.is_usb, told.is_removable) == ("", False, False)


@pytest.mark.parametrize("length", range(36))
def test_an_answer_cut_short_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match="Buffer size"):
        read_descriptor(answer()[:length])


def test_an_offset_outside_the_answer_tells_nothing() -> None:
    cut = answer()[:51]
    assert read_descriptor(cut).serial == ""
