"""What a workspace records, typed and frozen; every field says its unit, its meaning and its audience."""
