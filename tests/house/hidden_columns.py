"""Columns that have no name on purpose: keys, digests and what only the printing engine needs."""

from __future__ import annotations

HIDDEN: dict[str, frozenset[str]] = {
    table: frozenset(names.split())
    for table, names in {
        "signer": "person_id public_key",
        "form": "sha256 content",
        "volume": "closed_by",
        "document": "volume_id envelope_id moved_from_id annulled_by",
        "recipient": "document_id position",
        "copy": "document_id recipient_id copy_order_id handover_id",
        "copy_order": "volume_id document_id",
        "custody": "copy_id handover_id removal_id incident_id provision_id",
        "parcel": "dispatch_id",
        "provision": "document_id",
        "incident_item": "incident_id copy_id",
        "incident_step": "incident_id",
        "comparison": "document_id",
        "direction": "document_id",
        "correction": "document_id volume_id made_by columns",
        "print_run": "volume_id document_id printed_at",
        "sheet": "volume_id",
        # what was printed carries the subject
        "sheet_line": "sheet_id document_id correction_id handover_id copy_order_id part"
        " print_run_id top height cells",
        "printed_sheet": "print_run_id sheet_id slot digest",
        "handover": "volume_id document_id recipient_id parcel_id",
        "receipt": "document_id recipient_id sheet_id handover_id",
        "plan": "parent_id",
        # told by the deadline and the cell in doubt
        "task": "plan_id position timing sure_owner sure_time sure_sort can_be_late is_check_in"
        " same_as_id after_id",
        "task_part": "task_id",
        "task_note": "task_id document_id",
        "unit_report": "plan_id",
        "distribution_member": "list_id position",
        "stated_day": "person_id",
        "inspection": "opened_by",
        "inspection_look": "inspection_id kind row",
        "year_step": "person_id",
        "medium": "size token",
        "backup": "sha256 medium_id",
        "backup_recipient": "recipient",
        "backup_recheck": "backup_id",
        "inward_file": "medium_id",
    }.items()
}
