"""The preview cache keeps within its bound."""

from PySide6.QtGui import QImage

from app.ui.preview_cache import PreviewCache


def image(side):
    return QImage(side, side, QImage.Format.Format_RGB32)


def test_the_oldest_go_and_a_changed_file_is_forgotten():
    cache = PreviewCache(most_bytes=3 * 100 * 100 * 4)
    for entry in range(3):
        cache.put(entry, 100, 100, image(100))
    assert cache.get(0, 100, 100) is not None  # looked at: it is the newest now
    cache.put(3, 100, 100, image(100))
    assert cache.get(1, 100, 100) is None
    assert cache.get(0, 100, 100) is not None
    cache.drop(0)
    assert cache.get(0, 100, 100) is None
    cache.put(4, 100, 100, image(100))
    assert cache.get(2, 100, 100) is not None


def test_what_is_far_too_large_is_not_kept():
    cache = PreviewCache(most_bytes=1000)
    cache.put(1, 50, 50, image(50))
    assert cache.get(1, 50, 50) is None
