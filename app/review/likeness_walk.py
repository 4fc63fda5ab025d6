"""The order of the second pass in the making, and who is near whom: a step at a time."""

from collections.abc import Callable, Mapping

from app.review.likeness import Look, Neighbour, nearest_of, neighbours

BLOCK = 150
"""Entries that are chained among themselves; a larger set is cut by lightness first."""
COMPARED = 1_000
"""At most so many entries of like lightness are compared with one, for its neighbours."""


class LikenessWalk:
    """From each entry to the nearest one left, the darkest first; looks are taken when needed.

    `order` holds every entry from the beginning; what is not walked yet stands in it by lightness.
    The same looks give the same order.
    """

    def __init__(
        self, lightness: Mapping[int, float | None], look_of: Callable[[int], Look]
    ) -> None:
        self._look_of = look_of
        self._looks: dict[int, Look] = {}
        self._near: tuple[int, tuple[Neighbour, ...]] | None = None
        self._by_light = sorted(
            lightness, key=lambda n: ((light := lightness[n]) is None, light or 0.0, n)
        )
        self._place = {number: place for place, number in enumerate(self._by_light)}
        self.order = list(self._by_light)
        self._walked = 0

    @property
    def done(self) -> bool:
        """Everybody has their place."""
        return self._walked == len(self.order)

    def step(self) -> None:
        """Find the place of one more entry."""
        here = self._walked
        end = min((here // BLOCK + 1) * BLOCK, len(self.order))
        if here:
            left = [self._look(number) for number in self.order[here:end]]
            place = here + nearest_of(self._look(self.order[here - 1]), left)
            self.order.insert(here, self.order.pop(place))
        self._walked += 1

    def near(self, entry: int) -> tuple[Neighbour, ...]:
        """The three nearest entries, the nearest first; none of an entry that came later."""
        if self._near is None or self._near[0] != entry:
            self._near = entry, self._nearest(entry)
        return self._near[1]

    def forget(self, entry: int) -> None:
        """Its words or its light changed."""
        if self._looks.pop(entry, None) is not None:
            self._near = None

    def _nearest(self, entry: int) -> tuple[Neighbour, ...]:
        place = self._place.get(entry)
        if place is None:
            return ()
        first = max(min(place - COMPARED // 2, len(self.order) - COMPARED), 0)
        around = self._by_light[first : first + COMPARED]
        return neighbours({number: self._look(number) for number in around}, entry)

    def _look(self, number: int) -> Look:
        look = self._looks.get(number)
        if look is None:
            look = self._looks[number] = self._look_of(number)
        return look


def walked(looks: Mapping[int, Look]) -> list[int]:
    """The whole order of these looks."""
    walk = LikenessWalk({n: look.lightness for n, look in looks.items()}, looks.__getitem__)
    while not walk.done:
        walk.step()
    return walk.order
