"""What is plugged in under Linux: this machine's own files, and samples of what others say."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bmnn_desktop.errors import (
    KnownError,
    MediumNetwork,
    MediumNotRemovable,
    MediumReadOnly,
    MediumSerialMissing,
    MediumSystem,
)
from bmnn_desktop.media.linux import LinuxPort, Node, chain_of, describe, read_disk
from bmnn_desktop.media.mountinfo import read_mounts
from tests.media.plugged import stick

SAMPLE = r"""
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw,discard
28 27 8:1 / /boot/efi rw,relatime shared:2 - vfat /dev/sda1 rw
29 27 8:3 / /data rw,relatime shared:2 master:4 - ext4 /dev/sda3 rw
40 27 8:17 / /media/thu/USB\040SAO\134LUU rw,nosuid,nodev shared:9 - vfat /dev/sdb1 rw
41 27 8:33 / /media/thu/khoa ro,nosuid - vfat /dev/sdc1 ro
42 27 0:55 / /mnt/chung rw - nfs4 may:/chung rw
43 27 0:56 / /mnt/tam rw - tmpfs tmpfs rw
44 27 253:0 / /media/thu/mahoa rw - ext4 /dev/mapper/luks rw
45 27 8:49 / /media/thu/khongten rw - vfat /dev/sdd1 rw
garbage
9 9 x:y / /odd rw - ext4 z rw
""".strip()
DISK = {"removable": "0", "size": "1000000", "ro": "0"}
REMOVABLE = {"removable": "1", "size": "15633408", "ro": "0"}
PORT = {"idVendor": "0781", "manufacturer": "Giả Định", "product": "Đĩa", "serial": "4C5300012305"}


def usb(name: str, *, port: dict[str, str] = PORT, **properties: str) -> tuple[Node, ...]:
    return (
        Node(f"/sys/{name}/{name}1", properties, {"ro": "0", "size": "15631360"}),
        Node(f"/sys/{name}", {}, REMOVABLE),
        Node(f"/sys/usb-{name}", {}, port),
    )


CHAINS: dict[tuple[int, int], Sequence[Node]] = {
    **{
        (8, part): (Node(f"/sys/sda/sda{part}"), Node("/sys/sda", {"ID_BUS": "ata"}, DISK))
        for part in (1, 2, 3)
    },
    (8, 17): usb("sdb", ID_SERIAL_SHORT="AA01020304", ID_FS_UUID="1A2B-3C4D", ID_MODEL="Dia_8"),
    (8, 33): usb("sdc"),
    (253, 0): (Node("/sys/dm-0", {}, {"ro": "0", "size": "15600000"}), *usb("sde")),
    (8, 49): usb("sdd", port={"idVendor": "0781", "serial": "0000000000"}),
}


def at(root: str) -> object:
    found = describe(read_mounts(SAMPLE), lambda *device: CHAINS.get(device, ()))
    return next(one for one in found if str(one.root) == root)


@pytest.mark.parametrize(
    ("root", "why"),
    [
        ("/", MediumSystem),
        ("/boot/efi", MediumSystem),
        ("/data", MediumSystem),  # another partition of the disk the computer runs from
        ("/mnt/chung", MediumNetwork),
        ("/mnt/tam", MediumNotRemovable),
        ("/media/thu/khoa", MediumReadOnly),
        ("/media/thu/khongten", MediumSerialMissing),
        ("/media/thu/USB SAO\\LUU", None),
        ("/media/thu/mahoa", None),  # an encrypted volume on a stick
    ],
)
def test_every_place_is_known_for_what_it_is(root: str, why: type[KnownError] | None) -> None:
    place = at(root)
    if why is None:
        place.check_place()  # type: ignore[attr-defined]
    else:
        with pytest.raises(why):
            place.check_place()  # type: ignore[attr-defined]


def test_a_stick_is_described() -> None:
    one = at("/media/thu/USB SAO\\LUU")
    assert one == stick(
        Path("/media/thu/USB SAO\\LUU"),
        "AA01020304",
        model="Giả Định Dia 8",
        size=15633408 * 512,
    )
    assert at("/media/thu/mahoa").serial == "4C5300012305"  # type: ignore[attr-defined]


def test_a_read_only_stick_may_be_read_from() -> None:
    at("/media/thu/khoa").check_place(writes=False)  # type: ignore[attr-defined]


def test_the_uppermost_mount_counts() -> None:
    text = "1 1 8:1 / /a rw - ext4 x rw\n2 1 8:2 / /a ro - vfat y rw\n"
    (only,) = read_mounts(text)
    assert (only.device, only.is_read_only) == ((8, 2), True)


@given(st.text(max_size=200))
def test_no_line_is_too_odd(text: str) -> None:
    for mount in read_mounts(text):
        assert mount.root.name or str(mount.root) in (".", "/", "//")


def test_this_machine_has_a_system_disk_and_no_medium_on_it() -> None:
    found = {one.root: one for one in LinuxPort().plugged()}
    with pytest.raises((MediumSystem, MediumNetwork)):
        found[Path("/")].check_place()
    assert not found[Path("/proc")].is_stick


def test_udev_is_asked_again_only_when_something_was_mounted(tmp_path: Path) -> None:
    asked: list[tuple[int, int]] = []

    def chain(major: int, minor: int) -> Sequence[Node]:
        asked.append((major, minor))
        return CHAINS.get((major, minor), ())

    table = tmp_path / "mountinfo"
    table.write_text(SAMPLE)
    port = LinuxPort(table, chain)
    first = port.plugged()
    count = len(asked)
    assert port.plugged() is first
    assert len(asked) == count == 10
    table.write_text(SAMPLE.replace("/media/thu/khoa", "/media/thu/khac"))
    assert any(one.root == Path("/media/thu/khac") for one in port.plugged())


def test_a_device_that_is_gone_has_no_chain() -> None:
    assert chain_of(8, 4095) == ()
    assert read_disk(()).path == ""


def test_the_chain_of_a_real_disk_has_its_size() -> None:
    numbers = [
        tuple(map(int, path.read_text().split(":"))) for path in Path("/sys/block").glob("*/dev")
    ]
    if not numbers:
        pytest.skip("no block device here")
    sizes = [read_disk(chain_of(*number)).size for number in numbers]
    real = [int(path.read_text()) * 512 for path in Path("/sys/block").glob("*/size")]
    assert sorted(sizes) == sorted(real)
