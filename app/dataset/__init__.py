"""The opened folder: concepts, entries, what a person said of them, and their files on disk."""
