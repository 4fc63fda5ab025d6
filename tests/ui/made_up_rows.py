"""A made-up model that answers the roles of a row, with rows in every state."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPixmap

from app.lint.rule import Severity
from app.lint.terms import Kind
from app.ui.models.roles import (
    ChipAction,
    ChipData,
    Meter,
    Notice,
    Role,
    RowData,
    SaveState,
    VerdictState,
    title_of,
)
from app.ui.text_marks import UnderlinedSpan, Weight

MODIFIER, LIGHT, MOOD = Kind.MODIFIER, Kind.LIGHTING, Kind.MOOD
KNOWN, HINT, WARNING = Weight.KNOWN, Weight.HINT, Weight.WARNING


def spans(text, *marked):
    """Underlines for (words, kind, weight), each found in the text."""
    found = []
    for words, kind, weight in marked:
        start = text.index(words)
        found.append(UnderlinedSpan(start, start + len(words), kind, weight))
    return tuple(found)


def picture(hue, width=160, height=160):
    """A picture of two colours, upright or wide."""
    pixels = QPixmap(QSize(width, height))
    painter = QPainter(pixels)
    ground = QLinearGradient(0, 0, width, height)
    ground.setColorAt(0, QColor.fromHsv(hue, 120, 230))
    ground.setColorAt(1, QColor.fromHsv((hue + 40) % 360, 160, 90))
    painter.fillRect(QRectF(0, 0, width, height), ground)
    painter.end()
    return pixels


NO_PARENT = QModelIndex()


@dataclass(frozen=True)
class Row:
    name: str
    caption: str | None
    concept: str = "purplecurly"
    size: str = "1024 × 1024"
    marked: tuple = ()
    chips: tuple = ()
    save_state: SaveState = SaveState.SAVED
    notices: tuple = ()
    verdicts: tuple = (VerdictState.NONE, VerdictState.NONE)
    meters: tuple = (Meter("CLIP", 60, 75), Meter("T5", 67, 512))
    thumbnail: QPixmap | None = None
    trouble: str = ""
    read_only: str = ""
    placeholder: str = "no caption"


def terms_of(row):
    caption = row.caption or ""
    return spans(caption, *(m for m in row.marked if m[0] in caption))


ANSWERS = {
    Role.NAME: lambda row: row.name,
    Role.CONCEPT: lambda row: row.concept,
    Role.SIZE_TEXT: lambda row: row.size,
    Role.CAPTION: lambda row: row.caption,
    Qt.ItemDataRole.EditRole: lambda row: row.caption,
    Role.PLACEHOLDER: lambda row: row.placeholder,
    Role.TERMS: lambda row: terms_of(row),
    Role.CHIPS: lambda row: row.chips,
    Role.SAVE_STATE: lambda row: row.save_state,
    Role.NOTICES: lambda row: row.notices,
    Role.VERDICTS: lambda row: row.verdicts,
    Role.METERS: lambda row: row.meters,
    Role.THUMBNAIL: lambda row: row.thumbnail,
    Role.TROUBLE: lambda row: row.trouble,
    Role.READ_ONLY: lambda row: row.read_only,
    Qt.ItemDataRole.AccessibleTextRole: lambda row: f"{row.name}: {row.caption}",
}


class MadeUpModel(QAbstractTableModel):
    def __init__(self, rows):
        super().__init__()
        self.rows = list(rows)
        self.asked = set()

    def rowCount(self, parent=NO_PARENT):
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent=NO_PARENT):
        return 0 if parent.isValid() else 1

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if role == Role.ENTRY:
            return index.row() + 100
        if role in (Role.CAPTION, Role.ROW):
            self.asked.add(index.row())
        if role == Role.ROW:
            return self.row_at(index.row())
        answer = ANSWERS.get(role)
        return answer(self.rows[index.row()]) if answer else None

    def row_at(self, number):
        row = self.rows[number]
        return RowData(
            entry=number + 100,
            title=title_of(row.concept, row.name),
            size=row.size,
            caption=row.caption,
            placeholder=row.placeholder,
            terms=terms_of(row),
            chips=row.chips,
            save_state=row.save_state,
            notices=row.notices,
            verdicts=row.verdicts,
            meters=row.meters,
            thumbnail=row.thumbnail,
            trouble=row.trouble,
        )

    def setData(self, index, value, role=Qt.ItemDataRole.EditRole):
        row = self.rows[index.row()]
        self.rows[index.row()] = replace(row, caption=value, save_state=SaveState.EDITED)
        self.dataChanged.emit(index, index, [Role.CAPTION, Role.TERMS, Role.SAVE_STATE])
        return True

    def flags(self, index):
        flags = super().flags(index)
        editable = not self.rows[index.row()].read_only
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags


def many_rows(count):
    """Rows as on the mock-up, again and again, each with a text of its own."""
    known = rows_in_english()
    return [
        replace(row, name=f"{number:05}.png", caption=f"{row.caption} {number}")
        for number, row in ((n, known[n % len(known)]) for n in range(count))
    ]


def rows_in_english():
    error, warning, hint = Severity.ERROR, Severity.WARNING, Severity.HINT
    return [
        Row(
            "005.png",
            "purplecurly, close-up portrait of a young woman with dark skin, her hair styled in "
            "loose curls. The curls are a vibrant shade of purple, creating a dramatic and "
            "eye-catching look. She has a neutral expression. The lighting is soft and natural, "
            "highlighting her features.",
            marked=(
                ("vibrant", MODIFIER, KNOWN),
                ("dramatic", MODIFIER, WARNING),
                ("eye-catching", MODIFIER, WARNING),
                ("neutral expression", MOOD, KNOWN),
                ("soft and natural", LIGHT, HINT),
            ),
            chips=(
                ChipData(warning, "3 modifiers on one thing", number=0, reason="They say nothing."),
                ChipData(
                    hint,
                    text := "soft and natural: only 2 of 12 name the light",
                    spans(text, ("soft and natural", LIGHT, KNOWN)),
                    number=1,
                ),
            ),
            verdicts=(VerdictState.APPROVED, VerdictState.NONE),
            meters=(Meter("CLIP", 63, 75), Meter("T5", 70, 512)),
            thumbnail=picture(270),
        ),
        Row(
            "007.png",
            "purplecurly, close-up portrait of a young woman's face and upper body. The woman has "
            "dark hair that is styled in loose curls that are cascading down her back. The hair is "
            "a vibrant shade of purple. The background is blurred, but it appears to be a snowy "
            "landscape.",
            marked=(("vibrant", MODIFIER, KNOWN),),
            verdicts=(VerdictState.APPROVED, VerdictState.NONE),
            thumbnail=picture(250),
        ),
        Row(
            "008.png",
            "purplecurly, close-up portrait of a young woman with dark hair in loose curls, a "
            "vibrant shade of purple with lighter streaks. She has a slight smile on her lips. The "
            "background is blurred, a snowy landscape. The overall mood of the image is sad and "
            "melancholic.",
            marked=(
                ("vibrant", MODIFIER, KNOWN),
                ("slight smile", MOOD, HINT),
                ("sad and melancholic", MOOD, WARNING),
            ),
            chips=(
                ChipData(
                    error,
                    text := "sad and melancholic: a smile was found",
                    spans(text, ("sad and melancholic", MOOD, KNOWN)),
                    number=0,
                    fix="remove sentence",
                ),
                ChipData(
                    warning,
                    text := "slight smile against sad",
                    spans(text, ("slight smile", MOOD, KNOWN), ("sad", MOOD, KNOWN)),
                    number=1,
                ),
            ),
            save_state=SaveState.EDITED,
            verdicts=(VerdictState.DROPPED_BACK, VerdictState.NONE),
            thumbnail=picture(280),
        ),
        Row(
            "009.png",
            "purplecurly, close-up portrait of a young woman. She has a serious expression with "
            "her eyes looking directly at the camera. Her hair is styled in loose, wavy curls. The "
            "lighting is soft and natural. The overall mood of the image is peaceful and serene.",
            marked=(
                ("serious expression", MOOD, WARNING),
                ("soft and natural", LIGHT, HINT),
                ("peaceful and serene", MOOD, WARNING),
            ),
            chips=(
                ChipData(
                    warning,
                    text := "serious against serene",
                    spans(text, ("serious", MOOD, KNOWN), ("serene", MOOD, KNOWN)),
                ),
                ChipData(hint, "soft and natural: only 2 of 12 name the light", number=1),
                ChipData(hint, "the same opening words in 9 captions", number=2),
                ChipData(hint, "no trigger at the beginning", number=3),
                ChipData(hint, "longer than most", number=4),
            ),
            verdicts=(VerdictState.FLAGGED, VerdictState.NONE),
            thumbnail=picture(200),
        ),
        Row(
            "drone_000.jpg",
            "berkdrone, a close up of a small white drone on a wooden surface with a camera "
            "attached to it, a white DJI Phantom 3 drone, three-quarter left front view, viewed "
            "from the front-left perspective, angled left, red stripes on front arms, product "
            "photography, highly detailed, 8k resolution",
            concept="berkdrone",
            size="512 × 512",
            marked=(
                ("highly detailed", MODIFIER, WARNING),
                ("8k resolution", MODIFIER, WARNING),
            ),
            chips=(ChipData(warning, "2 empty modifiers", fix="remove them"),),
            meters=(Meter("CLIP", 104, 75), Meter("T5", 116, 512, exact=False)),
            thumbnail=picture(20, 160, 100),
        ),
        Row(
            "154.jpg",
            "high rise buildings behind a park, a yellow road sign, bare trees",
            concept="cities",
            size="1080 × 1350",
            save_state=SaveState.CONFLICT,
            chips=(
                ChipData(error, "The file was changed elsewhere"),
                ChipData(None, "Compare…", action=ChipAction.COMPARE),
            ),
            verdicts=(VerdictState.APPROVED, VerdictState.APPROVED),
            thumbnail=picture(90, 128, 160),
        ),
        Row(
            "342.jpg",
            "aerial photography of skyway and city building",
            concept="cities",
            size="",
            notices=(Notice.UNREADABLE_IMAGE,),
            trouble="cannot be read",
            chips=(
                ChipData(error, "Ends after 41 of 96 kB"),
                ChipData(None, "Show in folder", action=ChipAction.SHOW_IN_FOLDER),
            ),
            meters=(Meter("CLIP", 8, 75), Meter("T5", 9, 512)),
        ),
        Row(
            "199.jpg, .png",
            "Sydney Opera House on the water's edge, calm harbour, overcast",
            concept="cities",
            size="1080 × 608",
            marked=(("overcast", LIGHT, KNOWN),),
            notices=(Notice.SHARED_CAPTION,),
            chips=(
                ChipData(warning, "One 199.txt for two images"),
                ChipData(None, "199.png", action=ChipAction.SHOW_PARTNER),
            ),
            thumbnail=picture(210, 160, 90),
        ),
        Row(
            "307.jpg",
            "bird's eye view of city, flags along the street, crossing, daylight",
            concept="cities",
            size="1080 × 1620",
            marked=(("daylight", LIGHT, KNOWN),),
            notices=(Notice.READ_ONLY,),
            read_only="The folder cannot be written",
            chips=(ChipData(warning, "The folder cannot be written"),),
            verdicts=(VerdictState.FLAGGED, VerdictState.NONE),
            thumbnail=picture(40, 100, 160),
        ),
        Row(
            "261.jpg",
            "city skyline by the river, pink clouds in long exposure, tower, during daytime",
            concept="cities",
            size="1080 × 720",
            marked=(("during daytime", LIGHT, KNOWN),),
            save_state=SaveState.JUST_SAVED,
            verdicts=(VerdictState.APPROVED, VerdictState.APPROVED),
            thumbnail=picture(330, 160, 106),
        ),
        Row(
            "072.jpg",
            "art deco building at a corner, cars crossing, low evening light, wide angle",
            concept="cities",
            size="1080 × 1620",
            marked=(("low evening light", LIGHT, KNOWN),),
            save_state=SaveState.SAVING,
            verdicts=(VerdictState.DROPPED_BACK, VerdictState.NONE),
            thumbnail=picture(30, 100, 160),
        ),
        Row(
            "400.jpg",
            None,
            concept="cities",
            chips=(ChipData(error, "no caption"),),
            meters=(),
            thumbnail=picture(120),
        ),
    ]


def rows_in_japanese():
    error, warning, hint = Severity.ERROR, Severity.WARNING, Severity.HINT
    return [
        Row(
            "045.jpg",
            "入り江を囲む町の空撮、オレンジ色の屋根の家並み、小さな島、穏やかな海、やわらかな自然光、"
            "淡い雲の広がる空、写真",
            concept="cities",
            size="1080 × 1620",
            marked=(("やわらかな自然光", LIGHT, KNOWN),),
            verdicts=(VerdictState.APPROVED, VerdictState.NONE),
            thumbnail=picture(200, 100, 160),
        ),
        Row(
            "163.jpg",
            "白いビルが並ぶ大通り、信号機、歩道を歩く人、とても美しく、息をのむほど、素晴らしい街並み、"
            "明るい日光、写真",
            concept="cities",
            size="1080 × 1472",
            marked=(
                ("とても美しく", MODIFIER, WARNING),
                ("息をのむほど", MODIFIER, WARNING),
                ("素晴らしい", MODIFIER, WARNING),
                ("明るい日光", LIGHT, KNOWN),
            ),
            chips=(ChipData(warning, "修飾語が3つ重なっています"),),
            verdicts=(VerdictState.FLAGGED, VerdictState.NONE),
            thumbnail=picture(30, 110, 160),
        ),
        Row(
            "243.jpg",
            "横断歩道を渡る人々、白いビルに囲まれた交差点、夜景、街の灯り、写真",
            concept="cities",
            size="1080 × 1620",
            marked=(("夜景", LIGHT, WARNING),),
            chips=(
                ChipData(
                    error,
                    text := "夜景：明るさ 74/100",
                    spans(text, ("夜景", LIGHT, KNOWN)),
                ),
                ChipData(warning, "光の言葉がほかの18枚と違います", number=1),
            ),
            save_state=SaveState.EDITED,
            verdicts=(VerdictState.DROPPED_BACK, VerdictState.NONE),
            thumbnail=picture(60, 100, 160),
        ),
        Row(
            "008.png",
            "紫色の巻き毛の若い女性のクローズアップ、正面、かすかな微笑み、雪景色の背景、悲しげで憂鬱な表情、"
            "やわらかな自然光",
            marked=(
                ("かすかな微笑み", MOOD, HINT),
                ("悲しげで憂鬱な", MOOD, WARNING),
                ("やわらかな自然光", LIGHT, KNOWN),
            ),
            chips=(
                ChipData(
                    error,
                    text := "悲しげ：笑顔が見つかりました",
                    spans(text, ("悲しげ", MOOD, KNOWN)),
                ),
                ChipData(
                    warning,
                    text := "微笑みと憂鬱が矛盾",
                    spans(text, ("微笑み", MOOD, KNOWN), ("憂鬱", MOOD, KNOWN)),
                ),
            ),
            thumbnail=picture(270),
        ),
        Row(
            "005.png",
            "purplecurly, close-up portrait of a young woman, curls in a vibrant shade of purple, "
            "neutral expression, soft and natural lighting",
            marked=(
                ("vibrant", MODIFIER, KNOWN),
                ("neutral expression", MOOD, KNOWN),
                ("soft and natural", LIGHT, KNOWN),
            ),
            chips=(ChipData(hint, "英語の文とタグの書き方が混ざっています"),),
            thumbnail=picture(280),
        ),
    ]
