"""Reviewing twice: the queue and order of a pass, its progress, and readiness to train."""
