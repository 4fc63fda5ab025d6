"""Export: what would be written for a trainer, and writing it whole or not at all."""
