"""The parts of a customer's copy by section: types that have no room for anything internal."""
