"""Logos as addresses that hold the picture itself, so that a paper stays one file."""

from base64 import b64encode

from generator.source.logos import Logo


def data_address(logo: Logo) -> str:
    """The `data:` address of a logo that was read and found whole."""
    return f"data:{logo.kind};base64,{b64encode(logo.data).decode()}"
