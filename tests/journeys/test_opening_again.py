"""The folder that is open is opened once more: nobody else can write to it in between."""

import shutil

from app.dataset.lock import NAME, Holder, Lock, acquire
from app.dataset.own_files import state_of


def is_ours(folder):
    """Whether the folder is locked; where it is not, it stays so."""
    held = acquire(folder)
    if isinstance(held, Lock):
        held.release()
    return isinstance(held, Holder)


def opened_since(driver, before):
    dataset = driver.session.dataset
    return dataset is not None and dataset is not before


def test_the_lock_goes_over(driver, folder):
    driver.open(folder)
    before = driver.session.dataset
    driver.window.open_folder(folder)
    assert is_ours(folder)
    driver.until(lambda: opened_since(driver, before))
    driver.settle()
    assert driver.session.saving.read_only is None
    assert is_ours(folder)
    driver.window.close_dataset()
    assert not is_ours(folder)


def test_a_folder_that_cannot_be_read_again_stays_locked(driver, folder, monkeypatch):
    driver.open(folder)
    before = driver.session.dataset
    failed = []
    driver.window.opening.failed.connect(failed.append)

    def unreadable(*_):
        raise OSError("the disk is tired")

    with monkeypatch.context() as patch:
        patch.setattr("app.ui.windows.opening.scan", unreadable)
        driver.window.open_folder(folder)
        driver.until(lambda: failed)
    assert driver.session.dataset is before
    assert is_ours(folder)


def test_another_folder_gives_the_lock_back(driver, folder, tmp_path):
    driver.open(folder)
    other = shutil.copytree(folder, tmp_path / "other")
    opening = driver.window.opening
    opening.open(folder)
    opening.open(other)
    driver.until(lambda: driver.session.dataset and driver.session.dataset.root == other)
    driver.settle()
    assert is_ours(other)
    assert not is_ours(folder)


def test_closed_meanwhile_it_is_opened_with_a_lock_of_its_own(driver, folder):
    driver.open(folder)
    before = driver.session.dataset
    driver.window.opening.open(folder)
    driver.session.close()
    driver.until(lambda: opened_since(driver, before))
    driver.settle()
    assert driver.session.saving.read_only is None
    assert is_ours(folder)


def test_a_lock_that_is_no_longer_this_folders_is_no_use(driver, folder):
    """As where the folder was moved, and its place taken by a copy."""
    driver.open(folder)
    before = driver.session.dataset
    (state_of(folder) / NAME).unlink()
    driver.window.open_folder(folder)
    driver.until(lambda: opened_since(driver, before))
    driver.settle()
    assert is_ours(folder)
