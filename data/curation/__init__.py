"""Builds the shipped reference package from source tables (curators only, never at run time).

What a curator decides lives in tables, not in code: `series.csv` says for every series of every source
table which subject, metric, stage, basis and unit it becomes (or why it is left out), and the tables of
names in ``data/reference`` are edited by hand. The modules only apply them.
"""
