"""The middle of numbers: numpy's own loads much of numpy when first asked, and a window waits."""

import numpy as np
from numpy.typing import NDArray


def medians(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """The median of each column, or of a row of numbers; there must be at least one number."""
    places = (len(values) - 1) // 2, len(values) // 2
    parted = np.partition(values, places, axis=0)
    return (parted[places[0]] + parted[places[1]]) / 2
