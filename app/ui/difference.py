"""What changed between two texts, word by word, for showing side by side."""

from dataclasses import dataclass

from app.captions.difference import MOST, pieces, replaced


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that is the same in both texts, or what stands in its place in each."""

    before: str
    after: str


def words_changed(before: str, after: str) -> tuple[Piece, ...]:
    """Both texts as one row of pieces; joined, each side gives its text again."""
    if max(len(before), len(after)) > MOST:
        return (Piece(before, after),)
    left, right = pieces(before), pieces(after)
    found: list[Piece] = []
    place = 0
    for (start, end), (first, last) in replaced(left, right):
        if place < start:
            same = "".join(left[place:start])
            found.append(Piece(same, same))
        found.append(Piece("".join(left[start:end]), "".join(right[first:last])))
        place = end
    if place < len(left):
        rest = "".join(left[place:])
        found.append(Piece(rest, rest))
    return tuple(found)
