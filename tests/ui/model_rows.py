"""A small folder, opened in a session without a window, that grows while it is open."""

from PIL import Image

from app.dataset.scan import rescan, scan


class Rows:
    """Makes pictures and hands the session what a window would."""

    def __init__(self, root, session, qtbot):
        self._root = root
        self._session = session
        self._qtbot = qtbot

    def open(self, count, name=""):
        self._folder = self._root / name if name else self._root
        self._folder.mkdir(parents=True, exist_ok=True)
        for number in range(count):
            self._picture(f"{number}.png", number)
        self._session.open(scan(self._folder))
        self.settle()

    def add(self, name):
        self._picture(name, 99)
        self._session.follow(rescan(self._session.dataset.snapshot()))

    def settle(self):
        session = self._session
        session.saving.flush()
        self._qtbot.waitUntil(lambda: session.settled, timeout=30_000)

    def _picture(self, name, number):
        path = self._folder / name
        Image.new("RGB", (64, 64), (number, 2 * number, 200 - number)).save(path)
        text = f"mira, a woman number {number} beside a door"
        path.with_suffix(".txt").write_text(text, encoding="utf-8")
