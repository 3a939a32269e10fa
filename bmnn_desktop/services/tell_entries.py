"""Entries of the journal with what is needed to tell each in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bmnn_desktop.domain import action as actions
from bmnn_desktop.domain.action import Grade
from bmnn_desktop.domain.clock import civil_date
from bmnn_desktop.domain.text import inside
from bmnn_desktop.services import custody_sentence
from bmnn_desktop.services.act_sentence import act_sentence, act_words
from bmnn_desktop.services.deed import RECOVERY_SHEET, SCRUBBED, Deed
from bmnn_desktop.store import journal_reading
from bmnn_desktop.store.canonical import Columns
from bmnn_desktop.store.entry import Kind
from bmnn_desktop.store.journal_reading import Image, RowKey, Written
from bmnn_desktop.store.row_names import names_of
from bmnn_desktop.store.rows import Rows

_FEW = 12  # rows of an entry that tell what it was about
_NEEDS_OLD = {"document.amend_level": "document", "person.change": "person"}
_ANSWERS = {Kind.APPROVE: "Xác nhận", Kind.REJECT: "Không xác nhận"}


@dataclass(frozen=True, slots=True)
class Told:
    """An entry in words: `words` what was done, `sentence` with day and reason as well."""

    seq: int
    time: datetime
    name: str
    kind: str
    action: str
    action_label: str
    words: str
    reason: str
    sentence: str
    deed: Deed


def tell_entries(rows: Rows, seqs: Sequence[int]) -> tuple[Told, ...]:
    """Return these entries in the order they are asked for; unknown ones are left out."""
    written = journal_reading.read(rows, seqs)
    answered = {
        seq: found[0]
        for seq, entry in written.items()
        if entry.kind in _ANSWERS and (found := journal_reading.answered(rows, entry))
    }
    proposed = journal_reading.read(rows, tuple(answered.values()))
    deeds = _deeds(rows, {**written, **proposed})
    return tuple(
        _told(written[seq], deeds[answered.get(seq, seq)], answered.get(seq))
        for seq in seqs
        if seq in written
    )


def _deeds(rows: Rows, entries: Mapping[int, Written]) -> dict[int, Deed]:
    whole = [s for s, entry in entries.items() if _counts_rows(entry.action)]
    others = [s for s in entries if s not in set(whole)]
    images = journal_reading.images(rows, others, _FEW) | journal_reading.images(rows, whole)
    names = names_of(rows, (image.columns for each in images.values() for image in each))
    return {
        seq: Deed(
            action=entry.action,
            on=civil_date(entry.time),
            reason=entry.reason or (SCRUBBED if entry.is_scrubbed else ""),
            images=images[seq],
            before=_before(rows, entry, images[seq]),
            names=names,
        )
        for seq, entry in entries.items()
    }


def _counts_rows(action: str) -> bool:
    """Tell whether the words of an act need every row it wrote."""
    return action in custody_sentence.MOVES or actions.grade(action) is not Grade.NONE


def _before(rows: Rows, entry: Written, images: Sequence[Image]) -> dict[RowKey, Columns]:
    table = _NEEDS_OLD.get(entry.action)
    keys = [image.key for image in images if image.table == table]
    return journal_reading.before(rows, entry.seq, keys)


def _told(entry: Written, deed: Deed, answered: int | None) -> Told:
    words, reason = act_words(deed), deed.reason
    if entry.kind is Kind.CONFIRM:
        acts = entry.detail.get("acts")
        words = f"Xác nhận {len(acts) if isinstance(acts, list) else 0} việc đã làm"
    elif entry.kind is Kind.PROPOSE:
        words = f"Đề nghị {inside(words)}"
    elif answered is not None:
        words = f"{_ANSWERS[entry.kind]} mục {answered}: {inside(words)}"
        reason = entry.reason or (SCRUBBED if entry.is_scrubbed else "")
    return Told(
        seq=entry.seq,
        time=entry.time,
        name=entry.name or RECOVERY_SHEET,
        kind=entry.kind.value,
        action=entry.action,
        action_label=actions.find(entry.action).words,
        words=words,
        reason=reason,
        sentence=act_sentence(deed),
        deed=deed,
    )
