"""The first line of a case file, by which an editor finds the schema of what stands below it."""

MODELINE = "# yaml-language-server:"


def modeline(schema: str) -> str:
    """The line, its end included, of a file in a customer's folder; `schema` is `case` or `customer`."""
    return f"{MODELINE} $schema=../../schema/{schema}.schema.json\n"
