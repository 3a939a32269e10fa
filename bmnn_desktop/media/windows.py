"""What is plugged in under Windows: drive letters, and what their devices answer to IOCTLs.

Written after the documented layouts of winioctl.h and tested against them; never run on Windows.
"""

from __future__ import annotations

import ctypes
import os
import string
from ctypes import wintypes
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bmnn_desktop.domain.medium import USB, Plugged

_QUERY_PROPERTY = 0x002D1400  # IOCTL_STORAGE_QUERY_PROPERTY
_DEVICE_NUMBER = 0x002D1080  # IOCTL_STORAGE_GET_DEVICE_NUMBER
_LENGTH = 0x0007405C  # IOCTL_DISK_GET_LENGTH_INFO, needs read access
_BUS_USB = 7  # STORAGE_BUS_TYPE.BusTypeUsb
_DRIVE_REMOVABLE, _DRIVE_REMOTE = 2, 4  # GetDriveTypeW
_VOLUME_READ_ONLY = 0x00080000  # FILE_READ_ONLY_VOLUME
_SHARE_BOTH, _OPEN_EXISTING, _GENERIC_READ = 3, 3, 0x80000000
_LARGEST = 1024  # bytes of a descriptor


class PropertyQuery(ctypes.Structure):
    """STORAGE_PROPERTY_QUERY; both numbers 0: the device's descriptor."""

    _fields_ = (
        ("property_id", ctypes.c_uint32),
        ("query_type", ctypes.c_uint32),
        ("additional", ctypes.c_uint8 * 1),
    )


class DeviceDescriptor(ctypes.Structure):
    """STORAGE_DEVICE_DESCRIPTOR; an offset of 0 says that the device does not tell."""

    _fields_ = (
        ("version", ctypes.c_uint32),
        ("size", ctypes.c_uint32),
        ("device_type", ctypes.c_uint8),
        ("device_type_modifier", ctypes.c_uint8),
        ("removable_media", ctypes.c_uint8),
        ("command_queueing", ctypes.c_uint8),
        ("vendor_id_offset", ctypes.c_uint32),
        ("product_id_offset", ctypes.c_uint32),
        ("product_revision_offset", ctypes.c_uint32),
        ("serial_number_offset", ctypes.c_uint32),
        ("bus_type", ctypes.c_uint32),
        ("raw_properties_length", ctypes.c_uint32),
    )


class DeviceNumber(ctypes.Structure):
    """STORAGE_DEVICE_NUMBER; `number` tells one disk from another."""

    _fields_ = (
        ("device_type", ctypes.c_uint32),
        ("number", ctypes.c_uint32),
        ("partition", ctypes.c_uint32),
    )


@dataclass(frozen=True, slots=True)
class Described:
    """What a descriptor says."""

    serial: str
    model: str
    is_usb: bool
    is_removable: bool


def read_descriptor(answer: bytes) -> Described:
    """Read the answer to IOCTL_STORAGE_QUERY_PROPERTY; ValueError for one cut short."""
    head = DeviceDescriptor.from_buffer_copy(answer)
    names = (_text(answer, head.vendor_id_offset), _text(answer, head.product_id_offset))
    return Described(
        serial=_text(answer, head.serial_number_offset),
        model=" ".join(" ".join(names).split()),
        is_usb=head.bus_type == _BUS_USB,
        is_removable=bool(head.removable_media),
    )


def _text(answer: bytes, offset: int) -> str:
    if not ctypes.sizeof(DeviceDescriptor) <= offset < len(answer):
        return ""
    return answer[offset:].split(b"\0", 1)[0].decode("ascii", "replace").strip()


class WindowsPort:
    """Asks each drive letter whenever it is asked: there is no cheaper sign of a change."""

    def plugged(self) -> tuple[Plugged, ...]:
        """Return every drive that has a medium in it."""
        kernel: Any = getattr(ctypes, "windll").kernel32  # noqa: B009  (there on Windows alone)
        letters = kernel.GetLogicalDrives()
        own = _number(kernel, os.environ.get("SYSTEMDRIVE", "C:")[0])
        found = (
            _drive(kernel, letter, own)
            for place, letter in enumerate(string.ascii_uppercase)
            if letters >> place & 1
        )
        return tuple(drive for drive in found if drive is not None)


def _drive(kernel: Any, letter: str, own: int | None) -> Plugged | None:  # noqa: ANN401
    root = f"{letter}:\\"
    serial, flags = wintypes.DWORD(), wintypes.DWORD()
    if not kernel.GetVolumeInformationW(
        root, None, 0, ctypes.byref(serial), None, ctypes.byref(flags), None, 0
    ):
        return None  # an empty card reader
    kind = kernel.GetDriveTypeW(root)
    answer = _ask(kernel, letter, _QUERY_PROPERTY, bytes(PropertyQuery(0, 0)), _LARGEST)
    try:
        told = read_descriptor(answer)
    except ValueError:
        told = Described("", "", is_usb=False, is_removable=False)
    number = _number(kernel, letter)
    length = _ask(kernel, letter, _LENGTH, b"", 8, access=_GENERIC_READ)
    return Plugged(
        root=Path(root),
        serial=told.serial,
        model=told.model,
        volume=f"{serial.value:08X}",
        bus=USB if told.is_usb else "",
        size=int.from_bytes(length, "little"),
        is_removable=told.is_removable or kind == _DRIVE_REMOVABLE,
        is_read_only=bool(flags.value & _VOLUME_READ_ONLY),
        is_network=kind == _DRIVE_REMOTE,
        is_system=number is not None and number == own,
    )


def _number(kernel: Any, letter: str) -> int | None:  # noqa: ANN401
    answer = _ask(kernel, letter, _DEVICE_NUMBER, b"", ctypes.sizeof(DeviceNumber))
    try:
        return int(DeviceNumber.from_buffer_copy(answer).number)
    except ValueError:
        return None


def _ask(
    kernel: Any,  # noqa: ANN401
    letter: str,
    code: int,
    question: bytes,
    largest: int,
    *,
    access: int = 0,
) -> bytes:
    """Return what the device of a drive answers, nothing where it does not."""
    kernel.CreateFileW.restype = wintypes.HANDLE
    handle = kernel.CreateFileW(
        f"\\\\.\\{letter}:", access, _SHARE_BOTH, None, _OPEN_EXISTING, 0, None
    )
    if handle in (None, wintypes.HANDLE(-1).value):
        return b""
    try:
        answer, length = ctypes.create_string_buffer(largest), wintypes.DWORD()
        done = kernel.DeviceIoControl(
            wintypes.HANDLE(handle), code, question or None, len(question),
            answer, largest, ctypes.byref(length), None,
        )  # fmt: skip
        return answer.raw[: length.value] if done else b""
    finally:
        kernel.CloseHandle(wintypes.HANDLE(handle))
