"""Kế hoạch: reviewed before it is accepted, then its duties on one page."""
