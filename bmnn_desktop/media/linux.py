"""What is plugged in under Linux: mountinfo is polled, udev's records and sysfs tell the rest.

No monitor: it would need a netlink socket, and this process may make none.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bmnn_desktop.domain.medium import USB, Plugged
from bmnn_desktop.media.mountinfo import Mount, read_mounts

if TYPE_CHECKING:
    import pyudev

_MOUNTS = Path("/proc/self/mountinfo")
_SYSTEM = tuple(map(Path, ("/", "/boot", "/boot/efi", "/home", "/opt", "/srv", "/usr", "/var")))
_NETWORK = frozenset(
    {"9p", "afs", "ceph", "cifs", "coda", "davfs", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.rclone"}
    | {"fuse.sshfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb3", "smbfs", "virtiofs"}
)
_SECTOR = 512  # bytes: sysfs counts in these whatever the device's own are


@dataclass(frozen=True, slots=True)
class Node:
    """One device of the chain from a partition up to the port, as udev and sysfs describe it."""

    path: str
    properties: Mapping[str, str] = field(default_factory=dict)
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Disk:
    """What the chain says; `path` tells one disk from another."""

    path: str = ""
    serial: str = ""
    model: str = ""
    volume: str = ""
    bus: str = ""
    size: int = 0
    is_removable: bool = False
    is_read_only: bool = False


Chain = Callable[[int, int], Sequence[Node]]


class LinuxPort:
    """Asks the disks only when something was mounted or unmounted since the last time."""

    def __init__(self, mounts: Path = _MOUNTS, chain: Chain | None = None) -> None:
        self._mounts = mounts
        self._chain = chain or chain_of
        self._seen: tuple[str, tuple[Plugged, ...]] = ("", ())

    def plugged(self) -> tuple[Plugged, ...]:
        """Return every mounted place."""
        text = os.fsdecode(self._mounts.read_bytes())
        seen, found = self._seen
        if text != seen:
            found = describe(read_mounts(text), self._chain)
            self._seen = (text, found)
        return found


def describe(mounts: Iterable[Mount], chain: Chain) -> tuple[Plugged, ...]:
    """Return what each mounted place stands on."""
    disks = {mount: read_disk(chain(*mount.device)) for mount in mounts}
    own = {disk.path for mount, disk in disks.items() if mount.root in _SYSTEM and disk.path}
    return tuple(
        Plugged(
            root=mount.root,
            serial=disk.serial,
            model=disk.model,
            volume=disk.volume,
            bus=disk.bus,
            size=disk.size,
            is_removable=disk.is_removable,
            is_read_only=mount.is_read_only or disk.is_read_only,
            is_network=mount.file_system in _NETWORK,
            is_system=disk.path in own or mount.root in _SYSTEM,
        )
        for mount, disk in disks.items()
    )


def read_disk(chain: Sequence[Node]) -> Disk:
    """Read a chain, the partition first; udev's record counts before what the port says."""
    if not chain:
        return Disk()
    properties: dict[str, str] = {}
    for node in reversed(chain):
        properties.update({name: text for name, text in node.properties.items() if text.strip()})
    port = next((node for node in chain if "idVendor" in node.attributes), None)
    whole = next((node for node in chain if "removable" in node.attributes), chain[0])
    told = port.attributes if port is not None else {}
    names = [
        properties.get("ID_VENDOR") or told.get("manufacturer", ""),
        properties.get("ID_MODEL") or told.get("product", ""),
    ]
    return Disk(
        path=whole.path,
        serial=(properties.get("ID_SERIAL_SHORT") or told.get("serial", "")).strip(),
        model=" ".join(" ".join(names).replace("_", " ").split()),
        volume=properties.get("ID_FS_UUID", ""),
        bus=properties.get("ID_BUS") or (USB if port is not None else ""),
        size=_number(whole.attributes.get("size", "")) * _SECTOR,
        is_removable=whole.attributes.get("removable") == "1",
        is_read_only=any(node.attributes.get("ro") == "1" for node in chain),
    )


def chain_of(major: int, minor: int) -> tuple[Node, ...]:
    """Return the chain of a block device, through what an encrypted volume lies on; () if none."""
    if major == 0:
        return ()
    import pyudev as udev  # noqa: PLC0415  (wanted when something is plugged in, not at the start)

    try:
        number = os.makedev(major, minor)
        device = udev.Devices.from_device_number(udev.Context(), "block", number)
        return tuple(map(_node, _up(device)))
    except (udev.DeviceNotFoundError, OSError):  # pulled out just now
        return ()


def _up(device: pyudev.Device) -> list[pyudev.Device]:
    import pyudev as udev  # noqa: PLC0415

    beneath = Path(device.sys_path, "slaves")
    below = sorted(beneath.iterdir()) if beneath.is_dir() else []
    if below:  # one device is enough: a stick is not spread over several
        return [device, *_up(udev.Devices.from_path(udev.Context(), str(below[0].resolve())))]
    return [device, *device.ancestors]


_ASKED = ("removable", "size", "ro", "idVendor", "manufacturer", "product", "serial")


def _node(device: pyudev.Device) -> Node:
    attributes = {}
    for name in _ASKED:
        raw = device.attributes.get(name)
        if raw is not None:
            attributes[name] = raw.decode("utf-8", "replace").strip()
    return Node(str(device.sys_path), dict(device.properties), attributes)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0
