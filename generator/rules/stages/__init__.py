"""What the stages of a case want of it, and the way it takes through them."""
