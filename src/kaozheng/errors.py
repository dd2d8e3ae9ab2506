"""Every error that Kaozheng raises on purpose.

    KaozhengError (ValueError)
    ├── ArticleError        the submitted text or file cannot be read as an article
    ├── ReferenceDataError  a reference package is missing, malformed or inconsistent
    │   └── RecordNotFoundError   no record has the id that was asked for
    ├── PeriodError         a string is not an ISO period
    ├── UnitError           two units cannot be compared, or one is not known
    └── MissingExtraError   an optional dependency is not installed

A message says what was asked, what was found, what is available and what to do.
"""

from __future__ import annotations

__all__ = [
    "ArticleError",
    "KaozhengError",
    "MissingExtraError",
    "PeriodError",
    "RecordNotFoundError",
    "ReferenceDataError",
    "UnitError",
]


class KaozhengError(ValueError):
    """Base of all errors raised on purpose; its text is fit to be shown to a user."""


class ArticleError(KaozhengError):
    """The submitted text or file cannot be read as an article."""


class ReferenceDataError(KaozhengError):
    """A reference package is missing, malformed or inconsistent."""


class RecordNotFoundError(ReferenceDataError):
    """No record has the id that was asked for."""


class PeriodError(KaozhengError):
    """A string is not an ISO period.

    Args:
        period: The string.
        reason: What is wrong with it.

    >>> str(PeriodError("2024-13", "month must be in 1..12"))
    "'2024-13' is not a period such as 2024, 2024-08, 2024-08-01, 2025-Q3, 2025-H1 or 2025-01/2025-07: \
month must be in 1..12"
    """

    def __init__(self, period: str, reason: str) -> None:
        super().__init__(
            f"{period!r} is not a period such as 2024, 2024-08, 2024-08-01, 2025-Q3, 2025-H1 or "
            f"2025-01/2025-07: {reason}"
        )


class UnitError(KaozhengError):
    """Two units cannot be compared, or one is not known."""


class MissingExtraError(KaozhengError):
    """An optional dependency is not installed.

    Args:
        package: The package that could not be imported.
        extra: The extra of kaozheng that brings it.

    >>> str(MissingExtraError("fastapi", extra="serve"))
    "fastapi is not installed; run: pip install 'kaozheng[serve]'"
    """

    def __init__(self, package: str, *, extra: str) -> None:
        super().__init__(f"{package} is not installed; run: pip install 'kaozheng[{extra}]'")
