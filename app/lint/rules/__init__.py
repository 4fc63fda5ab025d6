"""The few rules that need Python, by theme; every function is named by a card."""
