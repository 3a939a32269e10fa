"""Reading services that show an inspector nothing of a book."""

from __future__ import annotations

from collections.abc import Callable

from bmnn_desktop.services.authorities import list_authorities
from bmnn_desktop.services.backup_files import recognise_backup
from bmnn_desktop.services.backup_openers import look_at_openers
from bmnn_desktop.services.backup_reminder import read_backup_days
from bmnn_desktop.services.change_task import change_as_it_stands
from bmnn_desktop.services.clock import look_at_clock
from bmnn_desktop.services.closing_sheet import read_period
from bmnn_desktop.services.copy_story import (
    find_copy,
)
from bmnn_desktop.services.distribution_lists import distribution_lists
from bmnn_desktop.services.drafts import find_draft
from bmnn_desktop.services.duty_phone import contacts, duty_phone
from bmnn_desktop.services.inspection import find_inspection, list_inspections, show_looks
from bmnn_desktop.services.inspection_figures import inspection_figures
from bmnn_desktop.services.inspection_papers import (
    inspection_sheet,
    preview_inspection_sheet,
)
from bmnn_desktop.services.install_form import read_form
from bmnn_desktop.services.list_documents import read_documents
from bmnn_desktop.services.list_entries import (
    list_signatories,
    read_entries,
)
from bmnn_desktop.services.list_forms import book_form, list_forms
from bmnn_desktop.services.list_media import backup_profile, look_at_port
from bmnn_desktop.services.list_sheets import (
    sheets_overview,
    waiting_prints,
)
from bmnn_desktop.services.lock_setting import read_idle_lock
from bmnn_desktop.services.open_volume import list_volumes
from bmnn_desktop.services.plan_template import draft_from_template, list_templates
from bmnn_desktop.services.prepare_handovers import waiting_handovers
from bmnn_desktop.services.preview_form import preview_form
from bmnn_desktop.services.printer_offset import read_offset
from bmnn_desktop.services.propose_document import propose_document
from bmnn_desktop.services.remembered_values import (
    remembered_in_directions,
    remembered_receivers,
    remembered_values,
)
from bmnn_desktop.services.report_addressee import report_addressee
from bmnn_desktop.services.report_window import read_report_window
from bmnn_desktop.services.review_plan import review_plan
from bmnn_desktop.services.save_holiday import list_holidays
from bmnn_desktop.services.see_copies import count_unseen
from bmnn_desktop.services.settings import read_setting
from bmnn_desktop.services.today import look_at_today
from bmnn_desktop.services.waiting_receipts import read_receipt_days
from bmnn_desktop.services.year_change import look_at_year_change

# Counts, words of the program, what the guest himself has done; rows of a list already recorded,
# and the row behind a copy's number: a command that is then refused has shown nothing.
SHOW_NOTHING: frozenset[Callable[..., object]] = frozenset(
    {
        book_form,
        read_form,
        distribution_lists,
        find_copy,
        find_draft,
        find_inspection,
        inspection_figures,
        inspection_sheet,
        list_authorities,
        list_forms,
        list_inspections,
        look_at_openers,
        list_signatories,
        list_volumes,
        backup_profile,
        read_backup_days,
        look_at_clock,
        look_at_port,
        look_at_today,
        look_at_year_change,
        preview_form,
        preview_inspection_sheet,
        propose_document,
        read_documents,
        read_entries,
        read_idle_lock,
        read_offset,
        read_period,
        read_receipt_days,
        read_setting,
        recognise_backup,
        remembered_in_directions,
        remembered_receivers,
        remembered_values,
        contacts,
        duty_phone,
        report_addressee,
        sheets_overview,
        show_looks,
        count_unseen,
        waiting_handovers,
        waiting_prints,
        change_as_it_stands,
        draft_from_template,
        list_holidays,
        list_templates,
        read_report_window,
        review_plan,
    }
)
