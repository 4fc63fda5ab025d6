"""The pieces of the window, each usable by itself."""
