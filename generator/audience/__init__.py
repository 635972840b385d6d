"""Who may read what: the projection of a case for its readers, with types of its own."""
