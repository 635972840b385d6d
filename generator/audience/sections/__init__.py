"""The items of a case's sections, each as its readers see it."""
