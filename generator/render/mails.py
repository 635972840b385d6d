"""Mail addresses as links that carry a question."""

from urllib.parse import quote


def mailed(address: str, subject: str, body: str) -> str:
    """The `mailto:` address (RFC 6068) of a mail with its subject and body; lines end as mail wants it."""
    local, _, domain = address.rpartition("@")
    lines = body.replace("\n", "\r\n")
    return f"mailto:{quote(local, safe='')}@{quote(domain)}?subject={quote(subject, safe='')}&body={quote(lines, safe='')}"
