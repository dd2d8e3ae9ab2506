"""The lint rules behind ``kaozheng reference validate``.

`validate_package` reads a package (or one plain file of records) and returns every problem it finds, in
reading order. A rule is one small function over the package; the list is `RULES`. Nothing but the base
install is needed.
"""

from __future__ import annotations

from kaozheng.data.validate.problem import Problem, Severity
from kaozheng.data.validate.run import RULES, validate_package

__all__ = ["RULES", "Problem", "Severity", "validate_package"]
