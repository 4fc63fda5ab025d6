"""One small file for each other trainer: the same plan in its format."""
