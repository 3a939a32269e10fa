"""Kill, cut and corrupt: python -m tests.faults --size N --seed S."""
