"""How a line of the export plan looks: washes on heads, an icon, quiet second and third columns."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.icons import pixmap
from app.ui.models.plan import PlanRole
from app.ui.scheme import current_scheme, interface_font, scaled

Index = QModelIndex | QPersistentModelIndex
_COLOURED = {"error": "error", "warning": "warning", "tick": "accent"}


class PlanDelegate(QStyledItemDelegate):
    """Paints the three columns of PlanModel."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        scheme = current_scheme()
        head = index.data(PlanRole.HEAD)
        painter.save()
        if head:
            painter.fillRect(option.rect, scheme.colour("window" if head == "line" else head))
        elif option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(scheme.selected))
        left = option.rect.left() + 4
        if index.column() == 0:
            name = index.data(PlanRole.ICON)
            if name:
                size = scaled(14)
                top = option.rect.top() + (option.rect.height() - size) // 2
                colour = getattr(scheme, _COLOURED.get(name, "text2"))
                ratio = painter.device().devicePixelRatioF()
                painter.drawPixmap(left, top, pixmap(name, colour, size, ratio))
                left += size + 8
        bold = index.column() == 0 and (head or index.parent().data(PlanRole.HEAD) == "error_wash")
        painter.setFont(interface_font(size=12, weight=600 if bold else 400, numbers=True))
        painter.setPen(QColor(scheme.text if index.column() == 0 else scheme.text2))
        right = option.rect.right() - (16 if index.column() == 2 else 4)
        area = QRect(left, option.rect.top(), max(0, right - left), option.rect.height())
        text = painter.fontMetrics().elidedText(
            index.data() or "", Qt.TextElideMode.ElideRight, area.width()
        )
        side = Qt.AlignmentFlag.AlignRight if index.column() == 2 else Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """All lines of one height, as wide as the words."""
        words = QFontMetrics(interface_font(size=12)).horizontalAdvance(index.data() or "")
        return QSize(words + 28, scaled(28))
