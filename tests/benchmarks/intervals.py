"""Shares with their uncertainty, for the tables that the benchmarks print."""

from math import sqrt

Z = 1.96


def wilson(right: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share that was counted as `right` out of `of`."""
    if not of:
        return 0.0, 1.0
    share = right / of
    middle = (share + Z * Z / (2 * of)) / (1 + Z * Z / of)
    half = Z * sqrt(share * (1 - share) / of + Z * Z / (4 * of * of)) / (1 + Z * Z / of)
    return max(0.0, middle - half), min(1.0, middle + half)


def agrees(right: int, of: int, expected: tuple[int, int], *, more_is_better: bool) -> bool:
    """Whether a count is as good as an earlier one: their intervals meet, or it is better."""
    low, high = wilson(right, of)
    expected_low, expected_high = wilson(*expected)
    return high >= expected_low if more_is_better else low <= expected_high
