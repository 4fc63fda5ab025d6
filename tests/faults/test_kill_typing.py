"""A window that is killed while somebody types: at most a second of it is gone."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from long_run import TIMES
from PIL import Image

from app.dataset.drafts import load_drafts
from app.dataset.journal import history

ROOT = Path(__file__).resolve().parents[2]
KILLS = TIMES
SLACK = 0.5
"""Seconds that this busy machine may be late beside the second that is promised."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")

# Types into the light table, a key every 20 ms by the clock of Qt, and says when it did.
WINDOW = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtTest import QTest
from app.settings import STANDARD
from app.ui.background import Background
from app.ui.start import application, dress, speak
from app.ui.windows.main_window import MainWindow

def main():
    folder, pause = Path(sys.argv[1]), int(sys.argv[2])
    app = application()
    speak(app, "en")
    dress(app, STANDARD, "light")
    layout = QSettings(sys.argv[3], QSettings.Format.IniFormat)
    window = MainWindow(Background(processes=1), STANDARD, layout)
    window.show()
    window.open_folder(folder)
    window.session.saving._pause.setInterval(pause)
    count = 0
    def key():
        nonlocal count
        if window.session.dataset is None:
            return
        editor = window.workbench.light_table.editor
        if count == 0:
            editor.setFocus()
        QTest.keyClicks(editor, "abcdefghij"[count % 10])
        count += 1
        print(time.time(), count, window.session.entry(0).text, sep="\\t", flush=True)
    timer = QTimer(app, interval=20)
    timer.timeout.connect(key)
    timer.start()
    app.exec()

if __name__ == "__main__":
    main()
"""


def type_and_die(folder, tmp_path, pause, after):
    """What the screen said and when, and the moment of death."""
    script = tmp_path / "window.py"
    script.write_text(WINDOW, encoding="utf-8")
    command = [sys.executable, str(script), str(folder), str(pause), str(tmp_path / "w.ini")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, cwd=ROOT, text=True, env=environment
    ) as window:
        assert window.stdout is not None
        first = [window.stdout.readline() for _ in range(6)]  # however busy the machine is
        time.sleep(after)
        window.send_signal(signal.SIGKILL)
        died = time.time()
        lines = [*first, *window.stdout.read().split("\n")[:-1]]
        window.wait()
    said = [line.rstrip("\n").split("\t") for line in lines if line.count("\t") == 2]
    return [(float(when), text) for when, _, text in said], died


@pytest.mark.parametrize("pause", [900, 600_000], ids=["saving", "never saving"])
def test_killed_while_typing(tmp_path, pause):
    """Rows 14 and 17."""
    chance = random.Random(pause)
    for number in range(KILLS):
        folder = tmp_path / f"set{number}"
        folder.mkdir()
        Image.new("RGB", (64, 64)).save(folder / "a.png")
        (folder / "a.txt").write_text("", encoding="utf-8")
        said, died = type_and_die(folder, tmp_path, pause, 1.2 + 2 * chance.random())
        assert len(said) > 5
        owed = [text for when, text in said if when < died - 1 - SLACK]
        if not owed:
            continue
        kept = [draft.text for draft in load_drafts(folder)[0]]
        kept += [str(record.after) for record in history(folder)]
        kept.append((folder / "a.txt").read_text(encoding="utf-8"))
        assert max(map(len, kept)) >= len(owed[-1]), json.dumps([kept[-3:], owed[-1]])
        texts = {text for _, text in said} | {""}
        assert (folder / "a.txt").read_text(encoding="utf-8") in texts, "torn"
        shutil.rmtree(folder)
