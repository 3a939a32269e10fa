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
    BackupNotForYou,
    BackupUnknown,
    BackupUnreadable,
    MediumFull,
    MediumRefused,
)
from bmnn_desktop.errors.clock import (
    DayUnknown,
    DayUnlikely,
)
from bmnn_desktop.errors.copying import (
    CopiesMade,
    CopyingForbidden,
    CopyLevelUnknown,
    CopyOrderMissing,
    CopyOrderSettled,
    LawFileWrong,
    MoreThanPermitted,
    NoAuthority,
    NothingToCopyFrom,
    RecipientsUnnumbered,
)
from bmnn_desktop.errors.custody import (
    CopiesOut,
    CopyMissing,
    HandoverMissing,
    HandoverSettled,
    NoCopyChosen,
    ParcelMissing,
    ParcelSettled,
    StepImpossible,
)
from bmnn_desktop.errors.custody_screen import (
    CopyUnclear,
    CopyUnreadable,
    LogsDiffer,
    ParcelUnreadable,
)
from bmnn_desktop.errors.damage import (
    HeaderDamaged,
    VaultDamaged,
)
from bmnn_desktop.errors.documents import (
    BookUnknown,
    ChannelForbidden,
    ChannelUnknown,
    DocumentAnnulled,
    DocumentMissing,
    DocumentNotPrinted,
    DocumentPrinted,
    FieldsWrong,
    FieldWrong,
    InputLineWrong,
    NothingChanged,
    NumberOutside,
    NumberTaken,
    PaperReferenceMissing,
    ReasonMissing,
    SameBook,
    VolumeExists,
    VolumeMissing,
)
from bmnn_desktop.errors.events import (
    CopyInCase,
    DeciderWithoutAuthority,
    EventMissing,
    ForeignAsker,
    IncidentClosed,
    NotInCase,
    NotOutWithRemoval,
    PaperNotDue,
    ProvisionSettled,
)
from bmnn_desktop.errors.generation import (
    GenerationOver,
    RecoverySlotTooOld,
    SheetUncertain,
    SlotsTooOld,
    SwitchUnfinished,
)
from bmnn_desktop.errors.incoming import (
    DirectionMissing,
    EnvelopeOpened,
    EnvelopeSealed,
    ListMissing,
    NothingAwaited,
)
from bmnn_desktop.errors.inspections import (
    InspectionMissing,
    InspectionUnderWay,
)
from bmnn_desktop.errors.journal import (
    EntryMissing,
    PeriodWrong,
)
from bmnn_desktop.errors.known import (
    Cancelled,
    IntegrityError,
    KnownError,
)
from bmnn_desktop.errors.media import (
    BackupGone,
    BackupRotten,
    InwardFileWrong,
    MediumAhead,
    MediumCloned,
    MediumForOther,
    MediumKnown,
    MediumLevelLow,
    MediumMissing,
    MediumNetwork,
    MediumNotEnrolled,
    MediumNotRemovable,
    MediumNumberTaken,
    MediumReadOnly,
    MediumRestored,
    MediumSerialMissing,
    MediumSwapped,
    MediumSystem,
    MediumTokenForged,
    MediumTokenMissing,
    MediumTokenUnwritable,
    MediumUnknown,
    MediumWithdrawn,
    NothingToRecheck,
)
from bmnn_desktop.errors.moves import (
    AlreadyHolds,
    BatchLineWrong,
    CountDiffers,
    DispatchMissing,
    NothingDue,
    NothingHeld,
    NotReceived,
)
from bmnn_desktop.errors.people import (
    AttemptsTampered,
    KeyRevoked,
    LastPerson,
    LoginInvalid,
    LoginTaken,
    NotAllowed,
    OldPassphraseWrong,
    OwnPassphrase,
    PassphraseFileOpen,
    PassphraseFileUnreadable,
    PassphraseSame,
    PassphraseShared,
    PassphraseTooShort,
    PersonNotRevoked,
    PersonReleased,
    PersonRevoked,
    RecoveryFileExists,
    RecoveryGroupWrong,
    RecoverySheetWrong,
    RolesClash,
    RolesMissing,
    TooManyAttempts,
    UserUnknown,
    UserUnnamed,
    WrongPassphrase,
)
from bmnn_desktop.errors.plans import (
    NotAPlan,
    PlanAccepted,
    PlanEmpty,
    PlanFileDamaged,
    PlanFileUnreadable,
    PlanHasNoText,
    PlanKindUnknown,
    PlanMissing,
    PlanTooLarge,
    ReportMissing,
    TaskEnded,
    TaskMissing,
    TemplateMissing,
)
from bmnn_desktop.errors.printing import (
    AnchorMistyped,
    BookEmpty,
    ClearFileRefused,
    FormFileWrong,
    FormKnown,
    OutputExists,
    OutputFailed,
    PrintRunUnknown,
    PrintUnanswered,
)
from bmnn_desktop.errors.proposals import (
    NeedsSecondPerson,
    NotConfirmer,
    ProposalClosed,
    ProposalStale,
    SelfApproval,
)
from bmnn_desktop.errors.sheets import (
    AnswerContradicts,
    BlankCountWrong,
    NoSheetToCross,
    NothingToHandOver,
    NothingToPrint,
    NothingWrong,
    OffsetWrong,
    PlaceMissing,
    PrintRunWaiting,
    SheetEmpty,
    SheetMissing,
    SheetNotBlank,
    SheetNotInRun,
    SheetSpoiled,
)
from bmnn_desktop.errors.signing import (
    PinNotGiven,
    PinUnfit,
    PinWrong,
    SecondDeclined,
    SecondSilent,
    SignatureRefused,
    StickFileExists,
    StickForConfirmer,
    StickForeign,
    StickReplaced,
    StickUnreadable,
    StickUnwritable,
    TooMuchToShow,
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
    UpgradeNotBackedUp,
    VaultBusy,
    VaultExists,
    VaultInUse,
    VaultMissing,
    VaultNewer,
)
from bmnn_desktop.errors.volumes import (
    DiscrepancyMissing,
    RecoverySheetForeign,
    VolumeClosed,
    VolumeNotNewest,
    VolumeOpen,
    VolumeOutOfOrder,
    VolumeUnanswered,
    YearClosed,
)

# Several names on a line:
# fmt: off
__all__ = [
    "AlreadyHolds", "AnchorMistyped", "AnswerContradicts", "AttemptsTampered", "BackupDamaged",
    "BackupFailed", "BackupForged", "BackupGone", "BackupKeyWrong", "BackupNewer",
    "BackupNotForYou", "BackupRotten", "BackupUnknown", "BackupUnreadable", "BatchLineWrong",
    "BlankCountWrong", "BookEmpty", "BookUnknown", "Cancelled", "ChannelForbidden",
    "ChannelUnknown", "ClearFileRefused", "CopiesMade", "CopiesOut", "CopyInCase",
    "CopyLevelUnknown", "CopyMissing", "CopyOrderMissing", "CopyOrderSettled", "CopyUnclear",
    "CopyUnreadable", "CopyingForbidden", "CountDiffers", "DayUnknown", "DayUnlikely",
    "DeciderWithoutAuthority", "DirectionMissing", "DiscrepancyMissing", "DiskFailing", "DiskFull",
    "DispatchMissing", "DocumentAnnulled", "DocumentMissing", "DocumentNotPrinted",
    "DocumentPrinted", "EntryMissing", "EnvelopeOpened", "EnvelopeSealed", "EventMissing",
    "FieldWrong", "FieldsWrong", "ForeignAsker", "FormFileWrong", "FormKnown", "GenerationOver",
    "HandoverMissing", "HandoverSettled", "HeaderDamaged", "IncidentClosed", "InputLineWrong",
    "InspectionMissing", "InspectionUnderWay", "IntegrityError", "Interrupted", "InwardFileWrong",
    "KeyRevoked", "KnownError", "LastPerson", "LawFileWrong", "ListMissing", "LoginInvalid",
    "LoginTaken", "LogsDiffer", "MediumAhead", "MediumCloned", "MediumForOther", "MediumFull",
    "MediumKnown", "MediumLevelLow", "MediumMissing", "MediumNetwork", "MediumNotEnrolled",
    "MediumNotRemovable", "MediumNumberTaken", "MediumReadOnly", "MediumRefused", "MediumRestored",
    "MediumSerialMissing", "MediumSwapped", "MediumSystem", "MediumTokenForged",
    "MediumTokenMissing", "MediumTokenUnwritable", "MediumUnknown", "MediumWithdrawn",
    "MoreThanPermitted", "NeedsSecondPerson", "NetworkOpen", "NoAuthority", "NoCopyChosen",
    "NoSheetToCross", "NotAPlan", "NotAllowed", "NotConfirmer", "NotInCase", "NotOutWithRemoval",
    "NotReceived",
    "NothingAwaited", "NothingChanged", "NothingDue", "NothingHeld", "NothingToCopyFrom",
    "NothingToHandOver", "NothingToPrint", "NothingToRecheck", "NothingWrong", "NumberOutside",
    "NumberTaken", "OffsetWrong", "OldPassphraseWrong", "OutputExists", "OutputFailed",
    "OutputLost", "OwnPassphrase", "PaperNotDue", "PaperReferenceMissing", "ParcelMissing",
    "ParcelSettled", "ParcelUnreadable", "PassphraseFileOpen", "PassphraseFileUnreadable",
    "PassphraseSame", "PassphraseShared", "PassphraseTooShort", "PeriodWrong", "PersonNotRevoked",
    "PersonReleased", "PersonRevoked", "PinNotGiven",
    "PinUnfit", "PinWrong", "PlaceMissing", "PlaceReadOnly",
    "PlanAccepted", "PlanEmpty", "PlanFileDamaged", "PlanFileUnreadable", "PlanHasNoText",
    "PlanKindUnknown", "PlanMissing", "PlanTooLarge", "PrintRunUnknown", "PrintRunWaiting",
    "PrintUnanswered", "ProposalClosed", "ProposalStale", "ProvisionSettled", "ReasonMissing",
    "RecipientsUnnumbered", "RecoveryFileExists", "RecoveryGroupWrong", "RecoverySheetForeign",
    "RecoverySheetWrong", "RecoverySlotTooOld", "ReportMissing", "RolesClash", "RolesMissing",
    "SameBook", "SecondDeclined", "SecondSilent", "SelfApproval", "SheetEmpty", "SheetMissing",
    "SheetNotBlank", "SheetNotInRun", "SheetSpoiled", "SheetUncertain", "SignatureRefused",
    "SlotsTooOld", "StepImpossible", "StickFileExists", "StickForConfirmer", "StickForeign",
    "StickReplaced", "StickUnreadable", "StickUnwritable", "SwitchUnfinished", "TaskEnded",
    "TaskMissing", "TemplateMissing", "TooManyAttempts", "TooMuchToShow", "UpgradeNotBackedUp",
    "UserUnknown", "UserUnnamed", "VaultBusy", "VaultDamaged", "VaultExists", "VaultInUse",
    "VaultMissing", "VaultNewer", "VolumeClosed", "VolumeExists", "VolumeMissing",
    "VolumeNotNewest", "VolumeOpen", "VolumeOutOfOrder", "VolumeUnanswered", "WrongPassphrase",
    "YearClosed",
]
# fmt: on
