"""Text in, report out: quantities, claims, linking, verdicts and the report."""
