"""The tints of a letterhead's colour."""


def tint(colour: str, share: float) -> str:
    """A colour (#rrggbb) mixed with white; `share` is how much of it remains, 0 to 1."""
    parts = (int(colour[index : index + 2], 16) for index in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * share):02x}" for part in parts)
