"""What leads from the desk's overviews to one entry on the sheet and the light table."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from app.review.readiness import Point, PointKind
from app.ui.windows.workbench import Workbench


class DeskLinks(QObject):
    """Gives the sheet its place back where the desk has taken it, then goes there."""

    def __init__(self, bench: Workbench, opened_up: QAction) -> None:
        super().__init__(bench)
        self._bench = bench
        self._opened_up = opened_up
        bench.desk.wording.phrase_wanted.connect(self.show_phrase)
        bench.desk.overview.chart.entry_wanted.connect(self.show_entry)
        bench.desk.readiness.point_wanted.connect(self.show_point)
        bench.desk.sheet_wanted.connect(opened_up.trigger)

    def show_phrase(self, words: str, entry: int) -> None:
        """Filter for the entries that use these words, and go to the first."""
        bench = self._bench
        bench.header.filter.setText(f'"{words}"')
        bench.refilter()
        self.show_entry(entry)

    def show_point(self, point: Point) -> None:
        """Show what is behind a point of readiness: the entries, or data.toml."""
        bench = self._bench
        if point.kind is PointKind.DATA_TOML:
            bench.desk.setCurrentWidget(bench.desk.toml)
        elif point.entries:
            bench.header.filter.setText(point.query)
            bench.refilter()
            self.show_entry(point.entries[0])

    def show_entry(self, entry: int) -> None:
        """Make the entry current on the sheet; a filter that hides it goes."""
        bench = self._bench
        if self._opened_up.isChecked():
            self._opened_up.trigger()
        if not bench.entries.index_of(entry).isValid():
            bench.header.filter.clear()
            bench.refilter()
        bench.go_to(entry)
        bench.sheet.setFocus()
