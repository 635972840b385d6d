"""The files of a workspace as they were typed, with line and column: nothing guessed, nothing executed."""
