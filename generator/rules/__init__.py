"""What must hold in a workspace beyond shape and types; every rule is a function from the model to findings."""
