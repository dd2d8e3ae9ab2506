"""Tests of causal detection and causal verdicts."""
