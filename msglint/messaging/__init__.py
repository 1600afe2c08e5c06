"""The master messaging document: its shape, how it is loaded, and what is wrong with it."""
