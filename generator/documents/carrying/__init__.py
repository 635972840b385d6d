"""Which dates, owners, amounts and promises each paper carries."""
