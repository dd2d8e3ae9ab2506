"""The reference dataset and its store, and readers of articles."""
