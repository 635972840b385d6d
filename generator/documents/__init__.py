"""Which papers and pages exist, from what, and for whom: a plan of pure data."""
