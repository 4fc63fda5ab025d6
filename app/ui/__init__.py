"""The window: everything that knows Qt, and nothing that decides about captions."""
