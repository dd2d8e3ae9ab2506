"""Every error that Kaozheng raises on purpose.

    KaozhengError (ValueError)
    ├── ArticleError        the submitted text or file cannot be read as an article
    ├── ReferenceDataError  a reference package is missing, malformed or inconsistent
    │   └── RecordNotFoundError   no record has the id that was asked for
    └── MissingExtraError   an optional dependency is not installed

A message says what was asked, what was found, what is available and what to do.
"""

from __future__ import annotations

__all__ = [
    "ArticleError",
    "KaozhengError",
    "MissingExtraError",
    "RecordNotFoundError",
    "ReferenceDataError",
]


class KaozhengError(ValueError):
    """Base of all errors raised on purpose; its text is fit to be shown to a user."""


class ArticleError(KaozhengError):
    """The submitted text or file cannot be read as an article."""


class ReferenceDataError(KaozhengError):
    """A reference package is missing, malformed or inconsistent."""


class RecordNotFoundError(ReferenceDataError):
    """No record has the id that was asked for."""


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
