"""The roll-up of a period, part by part: cases, causes, pace, promises and lessons."""
