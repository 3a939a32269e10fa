"""Tests of the registers room."""
