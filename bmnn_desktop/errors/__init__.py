"""What can go wrong and is not a bug: each leaf carries one sentence for the user.

A `KnownError` is raised where its cause is known and shown in one place per front end.
Whatever else is raised is a bug and reaches the crash window. The code stands in logs and on
stderr; the sentence never carries a subject, a name, a passphrase or a path inside the vault.
"""

from __future__ import annotations

from bmnn_desktop.errors.backups import (
    BackupDamaged,
    BackupFailed,
    BackupForged,
    BackupKeyWrong,
    BackupNewer,
    BackupUnknown,
    BackupUnreadable,
    MediumFull,
    MediumRefused,
)
from bmnn_desktop.errors.damage import (
    HeaderDamaged,
    VaultDamaged,
)
from bmnn_desktop.errors.documents import (
    BookUnknown,
    DocumentAnnulled,
    DocumentMissing,
    DocumentPrinted,
    FieldsWrong,
    FieldWrong,
    InputLineWrong,
    NothingChanged,
    ReasonMissing,
    VolumeExists,
    VolumeMissing,
)
from bmnn_desktop.errors.known import (
    Cancelled,
    IntegrityError,
    KnownError,
)
from bmnn_desktop.errors.people import (
    LoginInvalid,
    NotAllowed,
    PassphraseFileOpen,
    PassphraseFileUnreadable,
    PassphraseTooShort,
    RecoveryFileExists,
    RecoveryGroupWrong,
    RecoverySheetWrong,
    TooManyAttempts,
    UserUnknown,
    UserUnnamed,
    WrongPassphrase,
)
from bmnn_desktop.errors.plans import (
    NotAPlan,
    PlanFileDamaged,
    PlanFileUnreadable,
    PlanHasNoText,
    PlanKindUnknown,
    PlanTooLarge,
)
from bmnn_desktop.errors.printing import (
    AnchorMistyped,
    BookEmpty,
    ClearFileRefused,
    FormFileWrong,
    OutputExists,
    OutputFailed,
    PrintRunUnknown,
    PrintUnanswered,
)
from bmnn_desktop.errors.proposals import (
    ProposalClosed,
    ProposalStale,
    SelfApproval,
)
from bmnn_desktop.errors.terminal import (
    Interrupted,
    OutputLost,
)
from bmnn_desktop.errors.vault import (
    DiskFailing,
    DiskFull,
    NetworkOpen,
    PlaceReadOnly,
    VaultBusy,
    VaultExists,
    VaultInUse,
    VaultMissing,
    VaultNewer,
)

__all__ = [
    "AnchorMistyped",
    "BackupDamaged",
    "BackupFailed",
    "BackupForged",
    "BackupKeyWrong",
    "BackupNewer",
    "BackupUnknown",
    "BackupUnreadable",
    "BookEmpty",
    "BookUnknown",
    "Cancelled",
    "ClearFileRefused",
    "DiskFailing",
    "DiskFull",
    "DocumentAnnulled",
    "DocumentMissing",
    "DocumentPrinted",
    "FieldWrong",
    "FieldsWrong",
    "FormFileWrong",
    "HeaderDamaged",
    "InputLineWrong",
    "IntegrityError",
    "Interrupted",
    "KnownError",
    "LoginInvalid",
    "MediumFull",
    "MediumRefused",
    "NetworkOpen",
    "NotAPlan",
    "NotAllowed",
    "NothingChanged",
    "OutputExists",
    "OutputFailed",
    "OutputLost",
    "PassphraseFileOpen",
    "PassphraseFileUnreadable",
    "PassphraseTooShort",
    "PlaceReadOnly",
    "PlanFileDamaged",
    "PlanFileUnreadable",
    "PlanHasNoText",
    "PlanKindUnknown",
    "PlanTooLarge",
    "PrintRunUnknown",
    "PrintUnanswered",
    "ProposalClosed",
    "ProposalStale",
    "ReasonMissing",
    "RecoveryFileExists",
    "RecoveryGroupWrong",
    "RecoverySheetWrong",
    "SelfApproval",
    "TooManyAttempts",
    "UserUnknown",
    "UserUnnamed",
    "VaultBusy",
    "VaultDamaged",
    "VaultExists",
    "VaultInUse",
    "VaultMissing",
    "VaultNewer",
    "VolumeExists",
    "VolumeMissing",
    "WrongPassphrase",
]
