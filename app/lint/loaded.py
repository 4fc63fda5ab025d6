"""Loads when imported what captions are read with: workers are forked from such a process."""

from app.lint.reading import warm_up

warm_up()
