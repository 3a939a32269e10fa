"""Tests of the administrative documents."""
