"""The plan of an export as a tree: what stops it, what is open, what is written, what stays."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import groupby

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.captions.style import Style
from app.export import mapping
from app.export.planned import Action, ExportPlan, OpenKind, PlannedConcept, PlannedPair
from app.ui.commas import listed
from app.ui.text import say, tr, trn

Index = QModelIndex | QPersistentModelIndex


class PlanRole(IntEnum):
    """What a line of the plan answers beyond its texts."""

    ENTRY = Qt.ItemDataRole.UserRole + 1
    """int | None: the entry behind the line."""
    ICON = Qt.ItemDataRole.UserRole + 2
    """str: the icon's name."""
    HEAD = Qt.ItemDataRole.UserRole + 3
    """str: on a group's head the token of its wash, else ""."""
    CROP = Qt.ItemDataRole.UserRole + 4
    """PlannedPair | None."""
    KEY = Qt.ItemDataRole.UserRole + 5
    """str: the shortcut that leads to what a blocker is about."""
    WIDE = Qt.ItemDataRole.UserRole + 6
    """bool: the line is one sentence over all columns."""
    MORE = Qt.ItemDataRole.UserRole + 7
    """bool: the line stands for those below it, and begins folded."""


_POINT_ICONS = {
    OpenKind.FIRST_REVIEW: "ring",
    OpenKind.SECOND_REVIEW: "ring",
    OpenKind.FLAGGED: "flag",
}
"""The sign of the verdict that is meant; all others are warnings."""
ALIKE = 3
"""From so many files on that are treated alike, one stands for those that follow it."""
KEYS = 9
"""So many blockers have a key of their own: Ctrl+1 to Ctrl+9."""


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """One line: three texts, what it stands for, and the lines below it."""

    name: str
    text: str = ""
    number: str = ""
    icon: str = ""
    head: str = ""
    entry: int | None = None
    pair: PlannedPair | None = None
    key: str = ""
    sentence: bool = False
    """Over all columns."""
    more: bool = False
    """Stands for those below it."""
    children: tuple["Node", ...] = ()


def plan_nodes(
    plan: ExportPlan, names: dict[int, str], titles: Mapping[str, str]
) -> tuple[Node, ...]:
    """The tree of a plan; `names` are image names by entry id, `titles` of rules for people."""
    groups: list[Node] = []
    if plan.blockers:
        lines = tuple(
            Node(
                _named(obstacle.entries, names),
                titles.get(obstacle.rule or "", "") or say(obstacle.message),
                tr("Go to") if obstacle.entries else "",
                icon="error",
                entry=obstacle.entries[0] if obstacle.entries else None,
                key=f"Ctrl+{number}" if obstacle.entries and number <= KEYS else "",
            )
            for number, obstacle in enumerate(plan.blockers, start=1)
        )
        count = str(len(lines))
        groups.append(
            Node(tr("Stops the export"), count, "", "error", "error_wash", children=lines)
        )
    if plan.open_points:
        lines = tuple(
            Node(
                say(point.message),
                "",
                tr("Go to") if point.entries else "",
                icon=_POINT_ICONS.get(point.kind, "warning"),
                entry=point.entries[0] if point.entries else None,
            )
            for point in plan.open_points
        )
        count = str(len(lines))
        title = tr("Open, unless you say so")
        groups.append(Node(title, count, "", "warning", "warning_wash", children=lines))
    pairs = sum(len(concept.pairs) for concept in plan.concepts)
    summary = tr(
        "{images} and {file}",
        images=trn("%n images with captions", pairs),
        file=plan.config.name,
    )
    config = Node(plan.config.name, tr("for the trainer"), _size(_bytes(plan.config.text)), "file")
    written = (config, *_names_table(plan), *_concepts(plan))
    groups.append(
        Node(tr("Would be written"), summary, _copied(plan), "tick", "line", children=written)
    )
    groups.append(_training(plan))
    if plan.left_behind:
        lines = tuple(
            Node(left.path.name, say(left.reason), icon="file", entry=left.entry)
            for left in plan.left_behind
        )
        count = trn("%n files", len(lines))
        head = tr("Left behind")
        groups.append(Node(head, count, "", "cross", "line", children=_left(lines)))
    return tuple(groups)


def _left(lines: tuple[Node, ...]) -> tuple[Node, ...]:
    """Files that stay for the same reason: a few by name, all others below one line."""
    found: list[Node] = []
    for reason, run in groupby(lines, lambda line: line.text):
        files = list(run)
        shown = len(files) if len(files) <= ALIKE else ALIKE - 1
        found += files[:shown]
        if len(files) > shown:
            more = trn("%n more", len(files) - shown)
            rest = tuple(files[shown:])
            found.append(Node(more, reason, icon="file", more=True, children=rest))
    return tuple(found)


def _names_table(plan: ExportPlan) -> Iterator[Node]:
    if plan.names_table:
        size = _size(_bytes(plan.names_table))
        yield Node(mapping.NAME, tr("which picture became which file"), size, "file")


def _concepts(plan: ExportPlan) -> Iterator[Node]:
    for concept in plan.concepts:
        parts = (
            trn("%n images", len(concept.pairs)),
            trn("%n repeats", concept.repeats),
            *_special(concept),
        )
        lines = tuple(
            Node(
                pair.target.rpartition("/")[2],
                # That it is enlarged, the first of the notes, stands in the last column.
                "; ".join([_origin(pair), *map(say, pair.notes[pair.treatment.enlarged :])]),
                pair_text(pair),
                "image",
                entry=pair.entry,
                pair=pair,
            )
            for pair in concept.pairs
        )
        yield Node(concept.folder, listed(parts), "", "folder", children=_folded(lines))


def _folded(lines: tuple[Node, ...]) -> tuple[Node, ...]:
    """Of files that are treated alike the first, and one line for all that follow it."""
    found: list[Node] = []
    for _, run in groupby(lines, _alike):
        first, *others = run
        found.append(first)
        if len(others) + 1 < ALIKE:
            found.extend(others)
            continue
        sources = [one.pair.image.name for one in others if one.pair is not None]
        between = tr("from {first} to {last}", first=sources[0], last=sources[-1])
        more = trn("%n more", len(others))
        found.append(replace(others[0], name=more, text=between, more=True, children=tuple(others)))
    return tuple(found)


def _alike(line: Node) -> tuple[str, str, bool]:
    """What is done, in the words that tell of it; a picture with a note has words of its own."""
    notes = line.pair is not None and len(line.pair.notes) > line.pair.treatment.enlarged
    return line.number, line.name if notes else "", notes


def _training(plan: ExportPlan) -> Node:
    """How an epoch comes out of it, with what the trainer's file cannot say."""
    images = trn("%n pictures an epoch", plan.effective_images)
    steps = "" if plan.steps_per_epoch is None else trn("%n steps", plan.steps_per_epoch)
    several = len({count.resolution for count in plan.buckets}) > 1
    lines = [
        Node(
            tr("Bucket {size}", size=f"{count.bucket[0]} × {count.bucket[1]}"),
            tr("at {size}", size=f"{count.resolution[0]} × {count.resolution[1]}")
            if several
            else "",
            tr(
                "{images}, {draws}",
                images=trn("%n images", count.images),
                draws=trn("%n draws", count.draws),
            ),
            "frame",
        )
        for count in plan.buckets
    ]
    lines += [
        Node(say(note), icon="hint", sentence=True) for note in (*plan.notes, *plan.config.notes)
    ]
    return Node(tr("How it trains"), images, steps, "hint", "line", children=tuple(lines))


def _special(concept: PlannedConcept) -> Iterator[str]:
    """The style of the captions, and what the trainer is told besides."""
    names = {
        Style.TAGS: tr("tags"),
        Style.SENTENCE: tr("sentences"),
        Style.MIXED: tr("tags and sentences"),
    }
    if concept.style in names:
        yield names[concept.style]
    if concept.old:
        yield tr("first training")
    if concept.regularisation:
        yield tr("regularisation")
    if concept.choices.class_tokens:
        yield tr("class tokens “{tokens}”", tokens=concept.choices.class_tokens)


def _copied(plan: ExportPlan) -> str:
    """The size of what stays as it is; what is written anew has none yet."""
    anew = [pair for pair in plan.pairs() if pair.treatment.action is Action.WRITE]
    total = sum(pair.source_bytes or 0 for pair in plan.pairs())
    if not anew:
        return _size(total + sum(_bytes(pair.caption) for pair in plan.pairs()))
    return trn("%n written anew", len(anew))


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "backslashreplace"))


def _size(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB" if count >= 100_000 else f"{count / 1000:.1f} kB"


def _origin(pair: PlannedPair) -> str:
    if pair.entry is None:
        return tr("from {name}, first training", name=pair.image.name)
    return tr("from {name}", name=pair.image.name)


def pair_text(pair: PlannedPair) -> str:
    """What is done to a picture, in a few words."""
    width, height = pair.treatment.size
    size = f"{width} × {height}"
    if pair.treatment.action is Action.LINK:
        return tr("{size}, linked", size=size)
    if pair.treatment.action is not Action.WRITE:
        return tr("{size} as it is", size=size)
    if pair.treatment.enlarged:
        return tr("{size}, enlarged × {scale}", size=size, scale=f"{pair.treatment.scale:.2f}")
    if pair.treatment.lost > 0:
        return tr("{size}, loses {share} %", size=size, share=f"{100 * pair.treatment.lost:.1f}")
    return tr("{size}, written anew", size=size)


def trained_text(pair: PlannedPair) -> str:
    """The buckets that the trainer puts the picture into, and whether it enlarges it for one."""
    if not pair.fits:
        return ""
    buckets = dict.fromkeys(f"{fit.bucket[0]} × {fit.bucket[1]}" for fit in pair.fits)
    most = max(fit.scale for fit in pair.fits)
    larger = (tr("enlarged × {factor}", factor=f"{most:.2f}"),) if most > 1 else ()
    return listed((*buckets, *larger))


def _named(entries: tuple[int, ...], names: dict[int, str]) -> str:
    shown = listed(names[entry] for entry in entries[:2] if entry in names)
    return shown + (" …" if len(entries) > 2 else "")


class PlanModel(QAbstractItemModel):
    """Three columns over a tree of nodes; a new plan is a new tree."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._roots: tuple[Node, ...] = ()
        self._parents: dict[int, tuple[Node, int]] = {}
        self._rows: dict[int, int] = {}

    def show(self, roots: tuple[Node, ...]) -> None:
        """Show this tree."""
        self.beginResetModel()
        self._roots = roots
        self._parents.clear()
        self._rows.clear()
        self._learn(roots, None, 0)
        self.endResetModel()

    def _learn(self, nodes: tuple[Node, ...], parent: Node | None, parent_row: int) -> None:
        for row, node in enumerate(nodes):
            self._rows[id(node)] = row
            if parent is not None:
                self._parents[id(node)] = (parent, parent_row)
            self._learn(node.children, node, row)

    def node(self, index: Index) -> Node:
        """The line behind an index."""
        return index.internalPointer()  # type: ignore[no-any-return]

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """The index carries its node."""
        if not self.hasIndex(row, column, parent or QModelIndex()):
            return QModelIndex()
        siblings = self._below(parent)
        return self.createIndex(row, column, siblings[row])

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's signature
        """The line above a line; heads have none."""
        if not index.isValid():
            return QModelIndex()
        found = self._parents.get(id(self.node(index)))
        if found is None:
            return QModelIndex()
        node, row = found
        return self.createIndex(row, 0, node)

    def rowCount(self, parent: Index | None = None) -> int:
        """Lines below a line."""
        if parent is not None and parent.column() > 0:
            return 0
        return len(self._below(parent))

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: ARG002 - Qt's signature
        """Name, text, number."""
        return 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The texts, and the roles of PlanRole."""
        if not index.isValid():
            return None
        node = self.node(index)
        texts = (node.name, node.text, node.number)
        if role == Qt.ItemDataRole.DisplayRole:
            return texts[index.column()]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return "  ".join(text for text in texts if text)
        if role == PlanRole.ENTRY:
            return node.entry
        if role == PlanRole.ICON:
            return node.icon
        if role == PlanRole.HEAD:
            return node.head
        if role == PlanRole.KEY:
            return node.key
        if role == PlanRole.MORE:
            return node.more
        if role == PlanRole.WIDE:
            above = self._parents.get(id(node))
            washed = above is not None and above[0].head.endswith("_wash")
            return bool(node.head or node.sentence or washed)
        return node.pair if role == PlanRole.CROP else None

    def _below(self, parent: Index | None) -> tuple[Node, ...]:
        if parent is None or not parent.isValid():
            return self._roots
        return self.node(parent).children
