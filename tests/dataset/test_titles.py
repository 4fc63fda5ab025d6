"""What an entry is called in messages: two concepts may use the same file names."""

from app.dataset.scan import scan


def folder_of(root, *names):
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    return scan(root)


def test_of_one_concept_the_name_is_enough(tmp_path):
    dataset = folder_of(tmp_path, "1.png", "2.png")
    assert [dataset.title(number) for number in dataset.present()] == ["1.png", "2.png"]


def test_of_several_concepts_each_is_named(tmp_path):
    dataset = folder_of(tmp_path, "hats/1.png", "shoes/1.png")
    titles = [dataset.title(number) for number in dataset.present()]
    assert titles == ["hats / 1.png", "shoes / 1.png"]


def test_beside_an_entry_of_the_same_concept_the_name_is_enough(tmp_path):
    hat, other_hat, shoe = folder_of(tmp_path, "hats/1.png", "hats/2.png", "shoes/1.png").entries
    assert other_hat.name_beside(hat) == "2.png"
    assert shoe.name_beside(hat) == "shoes / 1.png"
