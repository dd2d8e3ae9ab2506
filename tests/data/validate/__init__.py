"""Tests of the lint rules."""
