"""The engine's only way out, closed: nothing is fetched, and every attempt is kept."""

from typing import Any

from weasyprint.urls import URLFetcher, URLFetcherResponse


class Refusing(URLFetcher):  # type: ignore[misc]
    """Hands out the pictures it was given, by their exact `data:` address, and refuses everything else.

    The engine swallows exceptions in places (inside drawings even fatal ones), so each refusal is recorded in
    `refused`, and a record fails the paper.
    """

    def __init__(self, pictures: frozenset[str]) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)
        self.pictures = pictures
        self.refused: list[str] = []

    def fetch(self, url: str, headers: dict[str, Any] | None = None) -> URLFetcherResponse:
        """The picture behind a `data:` address that the job names; ValueError for anything else."""
        if url not in self.pictures:
            self.refused.append(url[:200])
            raise ValueError(f"refused: {url[:200]}")
        return super().fetch(url, headers)
