"""`form …` and `selfcheck`: a pack by command, and how far the forms are confirmed."""

from __future__ import annotations

from pathlib import Path

from bmnn_desktop import resources
from tests.cli.terminal import Shell, write_secret
from tests.printing.reading import texts


def write_pack(home: Path, old: str = "", new: str = "") -> Path:
    text = resources.path("forms/copying-2026.toml").read_text("utf-8")
    text = text.replace("copying-2026", "copying-2027").replace("2026-03-01", "2026-03-02")
    text = text.replace('status = "default"', 'status = "confirmed"')
    path = home / "sao-chup.toml"
    path.write_text(text.replace(old, new, 1), "utf-8")
    return path


def test_a_pack_is_checked_looked_at_and_installed(shell: Shell) -> None:
    pack = write_pack(shell.home)
    checked = shell.json("form", "check", pack)
    assert (checked["id"], checked["book"], checked["columns"]) == ("copying-2027", "copying", 14)
    out = shell.home / "xem.pdf"
    assert shell.json("form", "preview", pack, "--out", out)["pages"] == 2
    assert "SỔ QUẢN LÝ SAO, CHỤP BÍ MẬT NHÀ NƯỚC" in " ".join(texts(out.read_bytes()))
    assert shell("form", "preview", pack, "--out", out).err.startswith("K503")
    refused = shell("form", "install", pack)
    assert (refused.code, refused.err[:1]) == (1, "K")
    sheet = ("--recovery-file", shell.recovery, "--recovery-out", shell.home / "new.txt")
    done = shell.json("form", "install", pack, *sheet)
    assert (done["sha256"], done["recovery"]) == (checked["sha256"], str(shell.home / "new.txt"))
    listed = [one for one in shell.json("form", "list")["forms"] if one["book"] == "copying"]
    assert [(one["id"], one["installed"], one["next"], one["status"]) for one in listed] == [
        ("copying-2027", True, True, "confirmed"),
        ("copying-2026", False, False, "default"),
    ]
    found = shell.json("selfcheck")
    assert {(one["id"], one["installed"]) for one in found["forms"]} >= {("copying-2027", True)}
    assert found["schema"] >= 5
    assert len(found["fonts"]) == 4
    assert found["filter"] in (True, False)
    told = shell("form", "list").out
    assert "copying-2027\ttừ 02/03/2026\tđã xác nhận\tđơn vị cài\tchưa quyển nào dùng" in told


def test_a_wrong_pack_is_refused_with_its_line(shell: Shell) -> None:
    pack = write_pack(shell.home, 'align = "left"', 'align = "middle"')
    line = pack.read_text("utf-8").splitlines().index('align = "middle"') + 1
    for words in (("check", pack), ("preview", pack, "--out", shell.home / "x.pdf")):
        answer = shell("form", *words)
        assert answer.code == 1
        assert answer.err.startswith(f"K502 Tệp mẫu sổ “sao-chup.toml” sai ở dòng {line}, columns")
    assert not (shell.home / "x.pdf").exists()


def test_a_backup_carries_the_pack_and_the_volumes_printed_with_it(shell: Shell) -> None:
    sheet = ("--recovery-file", shell.recovery, "--recovery-out", shell.home / "new.txt")
    shell.json("form", "install", write_pack(shell.home), *sheet)
    shell.json("volume", "open", "copying", "--year", 2026)
    (shell.home / "medium").mkdir()
    file = Path(shell.json("backup", "create", "--medium", shell.home / "medium")["file"])
    new = write_secret(shell.home / "moi.txt", "mot cau khac han cau cu")
    present = ("--user", "giu-so", "--passphrase-file", new)
    into = ("--into", shell.home / "anew", "--recovery-file", shell.home / "new.txt")
    assert shell.run(*present, "backup", "restore", file, *into).code == 0
    anew = ("--vault", shell.home / "anew", *present)
    forms = shell.run(*anew, "--json", "form", "list").json["forms"]
    assert next(one for one in forms if one["installed"])["volumes"] == [[2026, 1]]
    assert shell.run(*anew, "verify").code == 0
