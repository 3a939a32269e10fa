"""`form …`: the forms of the books; one that was corrected or newly issued is installed by two."""

from __future__ import annotations

import argparse
from pathlib import Path

from bmnn_desktop.arguments import Parser
from bmnn_desktop.cli.arguments import Commands, add_group, add_out
from bmnn_desktop.cli.by_two import add_by_two, do_by_two, recovery_file, say_new_sheet
from bmnn_desktop.cli.second import present_second
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.form import Form
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.registers import printed_book
from bmnn_desktop.registers.form_file import read_pack
from bmnn_desktop.services.install_form import install_form
from bmnn_desktop.services.list_forms import FormState, list_forms
from bmnn_desktop.services.preview_form import write_form_preview


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    group = add_group(commands, "form", "biểu mẫu sổ")
    group.add_parser("list", help="liệt kê biểu mẫu và các quyển dùng từng biểu mẫu").set_defaults(
        run=_list
    )
    check = group.add_parser("check", help="kiểm tra tệp biểu mẫu, không cần kho sổ")
    _add_file(check)
    check.set_defaults(run=_check)
    preview = group.add_parser("preview", help="vẽ biểu mẫu với các dòng thí dụ ra tệp PDF")
    _add_file(preview)
    add_out(preview)
    preview.set_defaults(run=_preview)
    install = group.add_parser("install", help="cài biểu mẫu, có xác nhận của người thứ hai")
    _add_file(install)
    add_by_two(install)
    install.set_defaults(run=_install)


def _add_file(command: Parser) -> None:
    command.add_argument("file", type=Path, metavar="TỆP.toml", help="tệp biểu mẫu")


def _list(terminal: Terminal, _arguments: argparse.Namespace) -> int:
    with terminal.office() as office:
        found = office.read(list_forms).result()
    terminal.document({"forms": [shown_state(one) for one in found]})
    for one in found:
        used = "; ".join(f"{each.year} quyển {show_number(each.number)}" for each in one.volumes)
        source = "đơn vị cài" if one.is_installed else "kèm chương trình"
        terminal.say(f"{words(one.form)}\t{source}\t{used or 'chưa quyển nào dùng'}")
    return 0


def _check(terminal: Terminal, arguments: argparse.Namespace) -> int:
    pack = read_pack(arguments.file)
    terminal.document({**shown(pack.form), "sha256": pack.sha256})
    terminal.say(f"Tệp đúng cách viết.\n{words(pack.form)}\nCăn cứ: {pack.form.citation}")
    return 0


def _preview(terminal: Terminal, arguments: argparse.Namespace) -> int:
    form = read_pack(arguments.file).form
    pages = write_form_preview(form, arguments.out)
    terminal.document({**shown(form), "pages": pages, "out": str(arguments.out)})
    terminal.say(f"Đã vẽ {pages} trang với các dòng thí dụ.")
    return 0


def _install(terminal: Terminal, arguments: argparse.Namespace) -> int:
    pack = read_pack(arguments.file)
    settled = do_by_two(
        terminal,
        arguments,
        lambda office, second: office.write(install_form, pack, second=present_second(second)),
    )
    terminal.document(
        {
            **shown(pack.form),
            "sha256": pack.sha256,
            "entry": settled.entry,
            "recovery": recovery_file(arguments, settled),
        }
    )
    day = short_date(pack.form.effective_from)
    terminal.say(f"Đã cài biểu mẫu {pack.form.id}; các quyển mở từ {day} in theo mẫu này.")
    say_new_sheet(terminal, arguments, settled)
    return 0


def words(form: Form) -> str:
    """Return a form in one line."""
    book = printed_book(form.book).short_title
    day = short_date(form.effective_from)
    return f"{book}\t{form.id}\ttừ {day}\t{form.status.label}"


def shown(form: Form) -> dict[str, object]:
    """Return a form as a document shows it."""
    return {
        "id": form.id,
        "book": form.book,
        "status": form.status.value,
        "effective_from": form.effective_from.isoformat(),
        "citation": form.citation,
        "columns": len(form.columns),
    }


def shown_state(state: FormState) -> dict[str, object]:
    """Return a form with where it is used."""
    return {
        **shown(state.form),
        "installed": state.is_installed,
        "next": state.is_next,
        "volumes": [[volume.year, volume.number] for volume in state.volumes],
    }
