"""Tests of the quantity parser's core and its Chinese side."""
