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
    left = np.arange(len(fingerprints))
    group = np.empty_like(left)
    groups: list[tuple[tuple[int, ...], int]] = []
    while len(left):
        group[0], left = left[0], left[1:]
        asked, count, least = 0, 1, 129
        while asked < count:
            one = int(group[asked])
            asked += 1
            places, bits = prints.near(one, left, limit)
            if len(places):
                group[count : count + len(places)] = left[places]
                count += len(places)
                least = min(least, int(bits.min()))
                left = np.delete(left, places)
            if least and asked < count:  # those that were reached on another way
                _, bits = prints.near(one, group[asked:count], limit)
                least = min(least, int(bits.min(initial=129)))
        if count > 1:
            groups.append((tuple(sorted(group[:count].tolist())), least))
    return groups


class _Prints:
    """Fingerprints as four rows of words, and one of them against many."""

    def __init__(self, fingerprints: Sequence[Fingerprint]) -> None:
        upright = _words([print_.bits for print_ in fingerprints])
        mirrored = _words([print_.mirrored for print_ in fingerprints])
        self._upright = tuple(np.ascontiguousarray(upright[:, half]) for half in (0, 1))
        self._mirrored = tuple(np.ascontiguousarray(mirrored[:, half]) for half in (0, 1))

    def near(
        self, one: int, others: NDArray[np.int64], limit: int
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Places among `others` that are at most `limit` bits away, and how many each."""
        straight = np.bitwise_count(self._upright[0][others] ^ self._upright[0][one])
        turned = np.bitwise_count(self._turned(one, others, 0))
        places = np.flatnonzero(np.minimum(straight, turned) <= limit)  # half sieves for half
        some = others[places]
        bits = np.minimum(
            straight[places] + np.bitwise_count(self._upright[1][some] ^ self._upright[1][one]),
            turned[places] + np.bitwise_count(self._turned(one, some, 1)),
        )
        kept = bits <= limit
        return places[kept], bits[kept].astype(np.int64)

    def _turned(self, one: int, others: NDArray[np.int64], half: int) -> NDArray[np.uint64]:
        """The earlier one of two upright against the later one mirrored."""
        upright, mirrored = self._upright[half], self._mirrored[half]
        turned = mirrored[others] ^ upright[one]
        earlier = others < one
        turned[earlier] = upright[others[earlier]] ^ mirrored[one]
        return turned


def _bits(across: NDArray[np.uint8], down: NDArray[np.uint8]) -> int:
    brighter = np.concatenate(
        ((across[:, 1:] > across[:, :-1]).ravel(), (down[1:] > down[:-1]).ravel())
    )
    return int.from_bytes(np.packbits(brighter).tobytes(), "big")


def _words(prints: Sequence[int]) -> NDArray[np.uint64]:
    """Shape (number, 2): each fingerprint as two words of 64 bits."""
    packed = b"".join(value.to_bytes(16, "big") for value in prints)
    return np.frombuffer(packed, dtype=">u8").reshape(-1, 2).astype(np.uint64)
