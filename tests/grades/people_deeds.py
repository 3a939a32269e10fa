"""What is done to people, keys and inspections."""

from __future__ import annotations

from bmnn_desktop.domain.inspection import Look, LookKind
from bmnn_desktop.services.admit_person import admit_person
from bmnn_desktop.services.begin_generation import begin_generation
from bmnn_desktop.services.change_passphrase import change_passphrase
from bmnn_desktop.services.change_person import change_person
from bmnn_desktop.services.confirm_acts import confirm_acts
from bmnn_desktop.services.enrol_stick import enrol_stick
from bmnn_desktop.services.inspection import close_inspection, note_looks, open_inspection
from bmnn_desktop.services.inspection_papers import print_sample_sheet
from bmnn_desktop.services.rekey_person import rekey_person
from bmnn_desktop.services.release_person import release_person
from bmnn_desktop.services.renew_recovery import renew_recovery
from bmnn_desktop.services.revoke_person import revoke_person
from tests.cli.terminal import write_secret
from tests.grades.deed import (
    ALL,
    HOSTS,
    INSPECTION,
    MANAGERS,
    NEW,
    NEW_PHRASE,
    OF_2026,
    WHY,
    Deed,
    renewed_words,
    secret_words,
)
from tests.grades.stage import (
    GONE,
    TARGET,
    passphrase_of,
)
from tests.services.second_people import PIN
from tests.services.signing import ChosenHere

PEOPLE_DEEDS: tuple[Deed, ...] = (
    Deed(
        "generation.begin",
        MANAGERS,
        lambda o, s: o.write(begin_generation, reason="có người đi", second=s.beside),
        lambda s: ["vault", "new-generation", *WHY, *s.second_words, *renewed_words(s)],
    ),
    Deed(
        "recovery.renew",
        MANAGERS,
        lambda o, s: o.write(renew_recovery, second=s.beside),
        lambda s: ["recovery", "renew", *s.second_words, *renewed_words(s, always=True)],
    ),
    Deed(
        "confirm",
        ALL,
        lambda o, s: o.write(confirm_acts, [s.stage.struck], second=s.second),
        lambda s: ["journal", "confirm", s.stage.struck, *s.second_words, *renewed_words(s)],
    ),
    Deed(
        "person.admit",
        MANAGERS,
        lambda o, s: o.write(admit_person, NEW, second=s.beside),
        lambda s: [
            *("person", "admit", "--login", "moi", "--name", "Đỗ Thị Mới", "--role", "keeper"),
            *(*secret_words(s), *s.second_words, *renewed_words(s)),
        ],
    ),
    Deed(
        "person.change",
        MANAGERS,
        lambda o, s: o.write(change_person, TARGET, post="Kế toán", second=s.beside),
        lambda s: [
            *("person", "change", TARGET, "--post", "Kế toán", *s.second_words, *renewed_words(s)),
        ],
    ),
    Deed(
        "person.rekey",
        MANAGERS,
        lambda o, s: o.write(rekey_person, TARGET, NEW_PHRASE, second=s.beside),
        lambda s: [
            *("person", "rekey", TARGET, *secret_words(s), *s.second_words, *renewed_words(s)),
        ],
    ),
    Deed(
        "person.stick",
        MANAGERS,
        lambda o, s: o.write(
            enrol_stick, TARGET, place=s.folder(), maker=ChosenHere(PIN), second=s.beside
        ),
        lambda s: [
            *("person", "stick", TARGET, "--out", s.folder()),
            *("--pin-file", write_secret(s.home / "pin.txt", PIN), *s.second_words),
            *renewed_words(s),
        ],
    ),
    Deed(
        "person.release",
        MANAGERS,
        lambda o, s: o.write(release_person, GONE, second=s.beside),
        lambda s: ["person", "release", GONE, *s.second_words, *renewed_words(s)],
    ),
    Deed(
        "person.revoke",
        ALL,
        lambda o, _s: o.write(revoke_person, TARGET, reason="nghỉ hưu"),
        lambda _s: ["person", "revoke", TARGET, *WHY],
    ),
    Deed(
        "person.passphrase",
        ALL,
        lambda o, _s: o.write(change_passphrase, passphrase_of(o.session.login), NEW_PHRASE),
        lambda s: ["person", "passphrase", *secret_words(s)],
    ),
    Deed(
        "inspection.open",
        HOSTS,
        lambda o, _s: o.write(open_inspection, INSPECTION),
        lambda _s: [
            *("inspection", "open", "--inspector", "Lê Kiểm Tra", "--body", "Sở Thí Dụ"),
            *("--decision", "12/QĐ"),
        ],
    ),
    Deed(
        "inspection.look",
        HOSTS,
        lambda o, _s: o.write(note_looks, [Look(LookKind.JOURNAL, "Nhật ký thao tác")]),
        lambda _s: ["journal", "list"],
        is_for_guests=True,
    ),
    Deed(
        "inspection.close",
        HOSTS,
        lambda o, _s: o.write(close_inspection),
        lambda _s: ["inspection", "close"],
        is_for_guests=True,
    ),
    Deed(
        "inspection.print",
        HOSTS,
        lambda o, s: o.write(
            print_sample_sheet, "outgoing", year=2026, seed=7, out=s.out(), count=2
        ),
        lambda s: [
            *("inspection", "sample", "outgoing", *OF_2026, "--seed", 7, "--count", 2),
            *("--out", s.out()),
        ],
    ),
)
