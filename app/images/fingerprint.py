"""A 128-bit fingerprint of how light changes across a picture, and the search for near-copies."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from app.images.evidence import Fingerprint

NEAR = 10
"""Most differing bits of a near duplicate: of 1.12 million pairs of other photos none had 20."""
SIMILAR = 16
"""Up to here a pair is worth a look, except in sets of tight face crops."""

_SIDE = 256


def fingerprint(image: Image.Image) -> Fingerprint:
    """Fingerprint of an upright picture of any size, and that of its mirror image."""
    small = image.convert("L")
    small.thumbnail((_SIDE, _SIDE), Image.Resampling.LANCZOS, reducing_gap=1.0)
    across = np.asarray(small.resize((9, 8), Image.Resampling.LANCZOS))
    down = np.asarray(small.resize((8, 9), Image.Resampling.LANCZOS))
    # What is small of a mirror image is the mirror image of what is small.
    return Fingerprint(_bits(across, down), _bits(across[:, ::-1], down[:, ::-1]))


def distance(a: Fingerprint, b: Fingerprint) -> int:
    """Differing bits of 128, or those to the mirrored picture where they are fewer."""
    return min((a.bits ^ b.bits).bit_count(), (a.bits ^ b.mirrored).bit_count())


def is_mirrored(a: Fingerprint, b: Fingerprint) -> bool:
    """Whether one is nearer to the mirror image of the other than to the other."""
    return (a.bits ^ b.mirrored).bit_count() < (a.bits ^ b.bits).bit_count()


def near_groups(
    fingerprints: Sequence[Fingerprint], limit: int = NEAR
) -> list[tuple[tuple[int, ...], int]]:
    """Pictures that are near one another or linked by others, with the least distance of a pair.

    Never holds the pairs themselves: of ten thousand frames of one film there are fifty million.
    """
    prints = _Prints(fingerprints)
    free = np.ones(len(fingerprints), np.bool_)
    groups: list[tuple[tuple[int, ...], int]] = []
    for first in range(len(fingerprints)):
        if not free[first]:
            continue
        free[first] = False
        group, least = [first], 129
        for one in group:  # which grows
            places, bits = prints.near(one, first, limit)
            least = min(least, int(bits[places != one].min(initial=129)))
            new = places[free[places]]
            free[new] = False
            group.extend(new.tolist())
            if not least and not free.any():
                break
        if len(group) > 1:
            groups.append((tuple(sorted(group)), least))
    return groups


class _Prints:
    """Fingerprints as four rows of words, and one of them against many."""

    def __init__(self, fingerprints: Sequence[Fingerprint]) -> None:
        upright = _words([print_.bits for print_ in fingerprints])
        mirrored = _words([print_.mirrored for print_ in fingerprints])
        self._upright = np.ascontiguousarray(upright.T)
        self._mirrored = np.ascontiguousarray(mirrored.T)

    def near(self, one: int, first: int, limit: int) -> tuple[NDArray[np.intp], NDArray[np.uint8]]:
        """Which from `first` on are at most `limit` bits away from one that is not before it, and
        how many each; that one itself among them.
        """
        upright, mirrored = self._upright, self._mirrored
        straight = np.bitwise_count(upright[0, first:] ^ upright[0, one])
        turned = np.empty_like(straight)
        # The earlier one of two upright against the later one mirrored.
        np.bitwise_count(upright[0, first:one] ^ mirrored[0, one], out=turned[: one - first])
        np.bitwise_count(mirrored[0, one:] ^ upright[0, one], out=turned[one - first :])
        found = np.flatnonzero(np.minimum(straight, turned) <= limit)  # half sieves for half
        places = found + first
        if len(places) == 1:  # itself
            return places, straight[found]
        rest = upright[1, places] ^ mirrored[1, one]
        later = places >= one
        rest[later] = mirrored[1, places[later]] ^ upright[1, one]
        bits = np.minimum(
            straight[found] + np.bitwise_count(upright[1, places] ^ upright[1, one]),
            turned[found] + np.bitwise_count(rest),
        )
        kept = bits <= limit
        return places[kept], bits[kept]


def _bits(across: NDArray[np.uint8], down: NDArray[np.uint8]) -> int:
    brighter = np.concatenate(
        ((across[:, 1:] > across[:, :-1]).ravel(), (down[1:] > down[:-1]).ravel())
    )
    return int.from_bytes(np.packbits(brighter).tobytes(), "big")


def _words(prints: Sequence[int]) -> NDArray[np.uint64]:
    """Shape (number, 2): each fingerprint as two words of 64 bits."""
    packed = b"".join(value.to_bytes(16, "big") for value in prints)
    return np.frombuffer(packed, dtype=">u8").reshape(-1, 2).astype(np.uint64)
