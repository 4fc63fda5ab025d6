"""Loads when imported what pictures are read with: workers are forked from such a process."""

from app.images.known import warm_up

warm_up()
