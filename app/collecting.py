"""Python's search for circular garbage in processes that make many values and hold on to them."""

import gc

_NEW = 100_000
"""New objects before the young ones are searched. The usual 700 make one large dataset be searched
over and over while it is read, which finds nothing and takes a tenth of the time."""
_YOUNG = 50
_OLD = 1_000


def collect_rarely() -> None:
    """What is alive now stays, and the rest is searched seldom. For a process without a window."""
    gc.freeze()
    gc.set_threshold(_NEW, _YOUNG, _OLD)
