"""How much work there is: the true sizes of a commune, a department, a province office."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bmnn_desktop.domain.volume import Signing


@dataclass(frozen=True, slots=True)
class Plan:
    """Years of work; `levels` are the shares of Tối mật and Tuyệt mật, the rest is Mật.

    `one_by_one`: each line, direction and receipt is an entry of its own, as in life; otherwise a
    day's are one entry.
    """

    name: str
    years: int
    incoming: int
    outgoing: int
    recipients: int
    levels: tuple[float, float]
    signing: Signing
    one_by_one: bool
    print_days: tuple[int, ...]  # of the week, Monday 0

    @property
    def documents(self) -> int:
        """Return how many documents there are."""
        return self.incoming + self.outgoing

    @property
    def first_year(self) -> int:
        """Return the first year; the last one is 2026."""
        return 2027 - self.years

    def of(self, documents: int) -> Plan:
        """Return the same work with another number of documents."""
        outgoing = round(documents * self.outgoing / self.documents)
        return replace(self, outgoing=outgoing, incoming=documents - outgoing)


COMMUNE = Plan(
    name="commune10y",
    years=10,
    incoming=2_600,
    outgoing=600,
    recipients=5,
    levels=(0.07, 0.002),
    signing=Signing.IN_LINE,
    one_by_one=True,
    print_days=(4,),
)
DEPARTMENT = Plan(
    name="department10y",
    years=10,
    incoming=15_000,
    outgoing=5_000,
    recipients=8,
    levels=(0.095, 0.005),
    signing=Signing.RECEIPT_SHEET,
    one_by_one=False,
    print_days=(0, 1, 2, 3, 4),
)
OFFICE = Plan(
    name="office5y",
    years=5,
    incoming=30_000,
    outgoing=12_500,
    recipients=25,
    levels=(0.135, 0.015),
    signing=Signing.RECEIPT_SHEET,
    one_by_one=False,
    print_days=(0, 1, 2, 3, 4),
)
