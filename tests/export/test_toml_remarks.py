"""Class tokens beside captions: the panel says which of them trains."""

from dataclasses import replace

from app.dataset.choices import ConceptChoices
from app.dataset.scan import scan
from app.export.toml_remarks import remarks


def test_captions_win_over_class_tokens(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.png").write_bytes(b"")
    (tmp_path / "a.txt").write_text("a cup", encoding="utf-8")
    dataset = scan(tmp_path)
    assert remarks(dataset) == ()
    name = dataset.concepts[0].name
    chosen = {name: ConceptChoices(class_tokens="mug")}
    dataset.choices = replace(dataset.choices, concepts=chosen)
    assert "1 of 2" in str(remarks(dataset)[0])
    assert "mug" in str(remarks(dataset)[0])
