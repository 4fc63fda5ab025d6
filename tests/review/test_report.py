"""The report: whole, escaped, and without anything from outside."""

from dataclasses import replace
from html.parser import HTMLParser

from PIL import Image

from app.dataset.marks import NO_NOTES, Dismissal
from app.dataset.scan import scan
from app.lint.rule import Finding, Severity
from app.messages import msg
from app.review.passes import approve, flag
from app.review.readiness import Readiness, TomlState, readiness
from app.review.report import ProofSheet, report_html

EVIL = '<script>alert("x")</script> & "quotes"'


def sheet(tmp_path, caption=EVIL):
    folder = tmp_path / "a<b"
    folder.mkdir(exist_ok=True)
    for name in ("1.png", "2.png"):
        Image.new("RGB", (64, 48), "#a33").save(folder / name)
        (folder / name).with_suffix(".txt").write_text(caption, "utf-8")
    (folder / "3.png").write_bytes(b"not a picture")
    (folder / "3.txt").write_text("x", "utf-8")
    dataset = scan(folder)
    first = replace(
        approve(NO_NOTES, 1, caption, None),
        dismissals=(Dismissal("hedge", "<b>maybe</b>", 'because "I" say so'),),
    )
    dataset.notes[0] = flag(first, 2, caption, None, "look <again>")
    findings = {1: (Finding("hedge", Severity.WARNING, 1),)}
    toml = TomlState(Readiness.READY, msg("fine"))
    points = readiness(dataset, findings, (), toml)
    return ProofSheet(dataset, findings, (), points, "[general]\n# <x>", lambda f: f"<i>{f.rule}")


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags, self.sources, self.words = [], [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.sources += [value for name, value in attrs if name in ("src", "href", "data")]

    def handle_data(self, data):
        self.words += data


def test_everything_is_escaped_and_nothing_comes_from_outside(tmp_path):
    page = report_html(sheet(tmp_path))
    assert page is not None
    text = page.decode("utf-8")
    found = Page(text)
    assert not {"script", "link", "iframe", "i", "b", "x", "again"} & set(found.tags)
    assert len(found.sources) == 2
    assert all(source.startswith("data:image/jpeg;base64,") for source in found.sources)
    assert "default-src 'none'" in text
    for words in (EVIL, "<b>maybe</b>", 'because "I" say so', "look <again>", "<i>hedge", "# <x>"):
        assert words in found.words


def test_it_tells_verdicts_readiness_and_every_entry(tmp_path):
    words = Page((report_html(sheet(tmp_path)) or b"").decode()).words
    assert "Pass 1: approved" in words
    assert "Pass 2: flagged (“look <again>”)" in words
    assert "Pass 1: no verdict" in words
    assert "Resolution" in words
    assert words.count("64 × 48") == 0  # not measured here: nothing is made up
    for name in ("1.png", "2.png", "3.png"):
        assert name in words


def test_what_was_let_stand_is_told_with_its_reason_and_whether_it_is_there(tmp_path):
    made = sheet(tmp_path)
    words = Page((report_html(made) or b"").decode()).words
    assert "Let stand, and not there any more: hedge “<b>maybe</b>” — because" in words
    stands = Finding("hedge", Severity.WARNING, 0, key="<b>maybe</b>", dismissed=True)
    varied = Finding("varied-light", Severity.HINT, None, entries=(0, 1), dismissed=True)
    made = replace(made, findings={0: (stands,)}, about_all=(varied,))
    words = Page((report_html(made) or b"").decode()).words
    assert "Let stand: hedge “<b>maybe</b>” — because" in words
    assert "Let stand: <i>varied-light" in words
    assert "not there any more" not in words


def test_it_can_be_stopped_between_two_pictures(tmp_path):
    asked = []

    def stopped():
        asked.append(1)
        return len(asked) > 3

    assert report_html(sheet(tmp_path), stopped) is None
