"""Benchmarks: not timed tests; `make bench` runs them."""
