"""The scalar types of the model: each turns the text that was typed into a value, or says why it cannot."""
