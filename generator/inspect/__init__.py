"""Reads finished bytes, as a stranger would who looks for what should not be there."""
