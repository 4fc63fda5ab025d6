"""The plan: names, treatments, blockers, open points, counts."""

from dataclasses import replace

import export_sets as sets
import pytest
from PIL import Image

from app.dataset.choices import ConceptChoices, DatasetChoices
from app.dataset.marks import Crop, EntryNotes
from app.errors import ProofError
from app.export.options import ExportOptions, Naming, PictureFormat, Sizes
from app.export.plan import plan
from app.export.planned import Action, ObstacleKind, OpenKind
from app.export.steps import epoch_of
from app.images.evidence import Evidence, Face, Smile
from app.lint.rule import Finding, Severity
from app.review.readiness import Epoch


def planned(dataset, findings=None, about_all=(), **options):
    target = dataset.root.parent / "train"
    return plan(dataset, findings or {}, ExportOptions(target, **options), about_all)


def only(dataset, **options):
    (pair,) = planned(dataset, **options).pairs()
    return pair


def kinds(made):
    return [obstacle.kind for obstacle in made.blockers]


def test_numbers_follow_natural_order(tmp_path):
    for name in ("p10.png", "p2.png", "P1.png"):
        sets.one_entry(tmp_path / "s", text=name, name=name)
    pairs = list(planned(sets.opened(tmp_path / "s")).pairs())
    assert [(p.target, p.caption) for p in pairs] == [
        ("s/00001.png", "P1.png"),
        ("s/00002.png", "p2.png"),
        ("s/00003.png", "p10.png"),
    ]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["a.png", "A.jpg"], ["a", "a-2"]),
        (["カ\u3099.png", "ガ.png"], ["ガ", "ガ-2"]),
        (["con.png", " x.png", "x..png", "q\u202e.png", "a\nb.png"], None),
    ],
)
def test_kept_names_are_unique_and_safe_everywhere(tmp_path, names, expected):
    for name in names:
        sets.one_entry(tmp_path / "s", name=name)
    pairs = list(planned(sets.opened(tmp_path / "s"), names=Naming.KEEP).pairs())
    stems = [p.caption_target.removeprefix("s/").removesuffix(".txt") for p in pairs]
    assert len({stem.casefold() for stem in stems}) == len(names)
    for stem in stems:
        assert stem.isprintable()
        assert stem == stem.strip(" .")
        assert stem.casefold() != "con"
    if expected:
        assert sorted(stem.casefold() for stem in stems) == expected


def test_a_name_of_255_bytes_still_has_room(tmp_path):
    sets.one_entry(tmp_path / "s", name="é" * 123 + ".png")
    pair = only(sets.opened(tmp_path / "s"), names=Naming.KEEP)
    assert len(pair.caption_target.removeprefix("s/").encode()) <= 255


def test_a_template_names_files(tmp_path):
    dataset = sets.opened(sets.two_concepts(tmp_path / "set", 2))
    made = planned(dataset, names=Naming.TEMPLATE, name_template="{concept}_{number:03}_{name}")
    assert [p.target for p in made.pairs()][:2] == [
        "alice/alice_001_p0.png",
        "alice/alice_002_p1.png",
    ]


@pytest.mark.parametrize("template", ["{other}", "{name.__class__}", "{", "{number:{name}}", "{0}"])
def test_a_template_with_anything_else_is_refused(tmp_path, template):
    dataset = sets.opened(sets.one_entry(tmp_path / "s"))
    with pytest.raises(ProofError):
        planned(dataset, names=Naming.TEMPLATE, name_template=template)


def test_two_pictures_of_one_stem_get_a_caption_each(tmp_path):
    """Row 32."""
    sets.one_entry(tmp_path / "s", name="same.png")
    sets.one_entry(tmp_path / "s", name="same.jpg")
    pairs = list(planned(sets.opened(tmp_path / "s"), names=Naming.KEEP).pairs())
    assert len({p.caption_target for p in pairs}) == 2
    assert {p.caption for p in pairs} == {sets.SUNNY}


def test_several_lines_become_one(tmp_path):
    pair = only(sets.opened(sets.one_entry(tmp_path / "s", " a \n\n b,\nc")))
    assert pair.caption == "a b, c"
    assert "3 lines" in str(pair.notes[0])


def test_wildcard_lines_stay_apart_where_the_trainer_draws_one(tmp_path):
    dataset = sets.opened(sets.one_entry(tmp_path / "s", "a\n\nb"))
    dataset.choices = DatasetChoices(concepts={"s": ConceptChoices(enable_wildcard=True)})
    assert only(dataset).caption == "a\nb"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (None, ObstacleKind.NO_CAPTION),
        ("", ObstacleKind.EMPTY_CAPTION),
        (" \n\t", ObstacleKind.EMPTY_CAPTION),
        (b"\x93\xfa\x96\x7b", ObstacleKind.CAPTION_UNREADABLE),
    ],
    ids=["missing", "empty", "blank", "not_utf8"],
)
def test_a_caption_that_cannot_train_blocks(tmp_path, text, kind):
    root = tmp_path / "s"
    sets.one_entry(root, text)
    sets.one_entry(root, name="good.png")
    dataset = sets.opened(root)
    made = planned(dataset, anyway=True)
    assert kinds(made) == [kind]
    assert made.forbidden
    left = planned(dataset, anyway=True, leave_out_blocked=True)
    assert not left.forbidden
    assert [p.image.name for p in left.pairs()] == ["good.png"]
    assert [(b.path.name, b.reason) for b in left.left_behind] == [
        ("p.png", made.blockers[0].message)
    ]


def test_a_broken_picture_and_one_not_measured_block(tmp_path):
    """Rows 20 and 21."""
    root = tmp_path / "s"
    sets.one_entry(root)
    (root / "p.png").write_bytes(b"no picture")
    dataset = sets.opened(root)
    assert kinds(planned(dataset)) == [ObstacleKind.BROKEN_IMAGE]
    dataset.evidence.clear()
    assert kinds(planned(dataset)) == [ObstacleKind.NOT_MEASURED]
    gone = planned(dataset, leave_out=frozenset({0}))
    assert kinds(gone) == [ObstacleKind.NOTHING_LEFT]


def test_an_entry_that_is_gone_is_no_part_of_it(tmp_path):
    dataset = sets.opened(sets.two_concepts(tmp_path / "set"))
    dataset.gone.add(0)
    assert len(list(planned(dataset).pairs())) == 5


def test_errors_block_until_dismissed_and_cured_ones_never(tmp_path):
    dataset = sets.opened(sets.one_entry(tmp_path / "s"))
    error = Finding("mood-not-in-picture", Severity.ERROR, 0)
    assert [o.rule for o in planned(dataset, {0: (error,)}).blockers] == ["mood-not-in-picture"]
    assert not planned(dataset, {0: (replace(error, dismissed=True),)}).blockers
    cured = Finding("multi-line-caption", Severity.ERROR, 0)
    assert not planned(dataset, {0: (cured,)}).blockers
    whole = Finding("too-few", Severity.ERROR, None)
    assert [o.rule for o in planned(dataset, about_all=(whole,)).blockers] == ["too-few"]


def test_open_points_ask_once(tmp_path):
    dataset = sets.opened(sets.two_concepts(tmp_path / "set"))
    warning = Finding("piled-up-modifiers", Severity.WARNING, 1)
    made = planned(dataset, {1: (warning, replace(warning, dismissed=True))})
    assert [p.kind for p in made.open_points] == [
        OpenKind.FIRST_REVIEW,
        OpenKind.SECOND_REVIEW,
        OpenKind.WARNINGS,
    ]
    assert made.open_points[2].entries == (1,)
    assert made.forbidden
    assert not planned(dataset, {1: (warning,)}, anyway=True).forbidden
    sets.approved(dataset)
    assert not planned(dataset).open_points
    dataset.entries[0] = replace(dataset.entries[0], text="changed since")
    assert [p.entries for p in planned(dataset).open_points] == [(0,), (0,)]


def test_settings_that_the_trainer_refuses_block_and_plan_nothing(tmp_path):
    dataset = sets.opened(sets.one_entry(tmp_path / "s"))
    for bad in (
        DatasetChoices(resolution=(32, 1024)),
        DatasetChoices(bucket_step=0),
        DatasetChoices(concepts={"s": ConceptChoices(regularisation=True)}),
    ):
        dataset.choices = bad
        assert ObstacleKind.CHOICE in kinds(planned(dataset, anyway=True))
    dataset.choices = DatasetChoices()
    assert kinds(planned(dataset, sizes=Sizes(((0, 5),)))) == [ObstacleKind.CHOICE]
    assert kinds(planned(dataset, quality=0)) == [ObstacleKind.CHOICE]


def test_a_picture_too_thin_for_any_bucket_blocks(tmp_path):
    dataset = sets.opened(sets.one_entry(tmp_path / "s", size=(600, 50)))
    dataset.choices = DatasetChoices(bucket_no_upscale=True)
    assert kinds(planned(dataset)) == [ObstacleKind.TOO_THIN]


def test_sizes_kept_and_readable_means_copied(tmp_path):
    for name in ("a.png", "b.jpg", "c.webp", "d.bmp"):
        sets.one_entry(tmp_path / "s", name=name)
    pairs = list(planned(sets.opened(tmp_path / "s")).pairs())
    assert {p.treatment.action for p in pairs} == {Action.COPY}
    assert [p.target[-4:] for p in pairs] == [".png", ".jpg", "webp", ".bmp"]


@pytest.mark.parametrize(
    ("name", "options", "kind", "ending"),
    [
        ("a.gif", {}, "PNG", ".png"),
        ("a.tiff", {}, "PNG", ".png"),
        ("a.avif", {}, "PNG", ".png"),
        ("a.png", {"picture": PictureFormat.JPEG}, "JPEG", ".jpg"),
        ("a.jpg", {"picture": PictureFormat.WEBP}, "WEBP", ".webp"),
    ],
)
def test_other_formats_are_written_anew(tmp_path, name, options, kind, ending):
    pair = only(sets.opened(sets.one_entry(tmp_path / "s", name=name)), **options)
    assert (pair.treatment.action, pair.treatment.format) == (Action.WRITE, kind)
    assert pair.target.endswith(ending)


def test_the_real_format_decides_the_ending(tmp_path):
    sets.one_entry(tmp_path / "s", name="p.png", format="JPEG")
    pair = only(sets.opened(tmp_path / "s"))
    assert pair.target == "s/00001.jpg"
    assert "JPEG" in str(pair.notes[0])


def test_a_picture_lying_on_its_side_is_turned(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6
    sets.one_entry(tmp_path / "s", name="p.jpg", size=(60, 40), exif=exif)
    pair = only(sets.opened(tmp_path / "s"))
    assert pair.treatment.action is Action.WRITE
    assert pair.treatment.size == pair.source_size == (40, 60)


def test_one_size_cuts_the_middle_and_says_what_it_costs(tmp_path):
    dataset = sets.opened(sets.one_entry(tmp_path / "s", size=(300, 200)))
    pair = only(dataset, sizes=Sizes(((100, 100),)))
    assert pair.treatment.crop == Crop(50, 0, 200, 200)
    assert pair.treatment.size == (100, 100)
    assert pair.treatment.lost == pytest.approx(1 / 3)
    assert not pair.treatment.enlarged


def test_enlarging_is_never_silent(tmp_path):
    dataset = sets.opened(sets.one_entry(tmp_path / "s", size=(50, 50)))
    pair = only(dataset, sizes=Sizes(((100, 100),)))
    assert pair.treatment.enlarged
    assert "2.00" in str(pair.notes[0])
    notes = [str(note) for note in planned(dataset, sizes=Sizes(((100, 100),))).notes]
    assert "Pictures enlarged by the export: 1, up to × 2.00." in notes
    assert "Pictures that the trainer will enlarge: 1, up to × 10.24." in notes
    dataset.choices = DatasetChoices(bucket_no_upscale=True, resolution=(64, 64), bucket_step=32)
    assert not [note for note in planned(dataset).notes if "enlarge" in str(note)]


def test_the_nearest_of_several_sizes_is_taken(tmp_path):
    dataset = sets.opened(sets.one_entry(tmp_path / "s", size=(80, 119)))
    sizes = Sizes(((100, 100), (200, 300), (300, 200), (80, 120)))
    assert only(dataset, sizes=sizes).treatment.size == (80, 120)


def test_the_frame_of_the_person_is_kept(tmp_path):
    dataset = sets.opened(sets.one_entry(tmp_path / "s", size=(300, 200)))
    dataset.notes[0] = EntryNotes(crop=Crop(10, 20, 100, 100))
    pair = only(dataset, sizes=Sizes(((50, 50),)))
    assert pair.treatment.crop == Crop(10, 20, 100, 100)
    kept = only(dataset).treatment
    assert (kept.crop, kept.size) == (Crop(10, 20, 100, 100), (100, 100)), "at its own scale"


def test_of_several_sizes_the_one_nearest_to_the_frame_is_taken(tmp_path):
    dataset = sets.opened(sets.one_entry(tmp_path / "s", size=(300, 200)))
    dataset.notes[0] = EntryNotes(crop=Crop(10, 20, 80, 120))
    sizes = Sizes(((100, 100), (80, 120), (300, 200)))
    pair = only(dataset, sizes=sizes)
    assert (pair.treatment.crop, pair.treatment.size) == (Crop(10, 20, 80, 120), (80, 120))


def test_faces_stay_inside_the_frame(tmp_path):
    dataset = sets.opened(sets.one_entry(tmp_path / "s", size=(300, 100)))
    face = Face(230, 10, 50, 50, 3, 0.0, 0.0, 0.0, Smile.UNKNOWN)
    dataset.evidence[0] = replace(dataset.evidence[0], faces=(face,))
    crop = only(dataset, sizes=Sizes(((50, 50),))).treatment.crop
    assert crop == Crop(180, 0, 100, 100)


def test_steps_are_counted_bucket_by_bucket(tmp_path):
    root = sets.two_concepts(tmp_path / "set", 3)
    dataset = sets.opened(root)
    for entry in dataset.entries:
        size = (1024, 1024) if entry.id % 3 else (832, 1216)
        dataset.evidence[entry.id] = Evidence(format="PNG", width=size[0], height=size[1])
    own = {"alice": ConceptChoices(repeats=2)}
    dataset.choices = DatasetChoices(batch_size=4, concepts=own)
    made = planned(dataset)
    assert made.effective_images == 9
    assert [(c.bucket, c.images, c.draws) for c in made.buckets] == [
        ((832, 1216), 2, 3),
        ((1024, 1024), 4, 6),
    ]
    assert made.steps_per_epoch == 1 + 2
    dataset.choices = replace(dataset.choices, more_resolutions=((512, 512),))
    assert planned(dataset).steps_per_epoch == 6
    dataset.choices = replace(dataset.choices, validation_split=0.1)
    assert planned(dataset).steps_per_epoch is None


def test_an_epoch_of_the_folders_as_they_are_is_that_of_an_export_that_keeps_them(tmp_path):
    root = sets.two_concepts(tmp_path / "set", 3)
    dataset = sets.opened(root)
    assert epoch_of(dataset) == Epoch(6, 6)
    for entry in dataset.entries:
        size = (1024, 1024) if entry.id % 3 else (832, 1216)
        dataset.evidence[entry.id] = Evidence(format="PNG", width=size[0], height=size[1])
    own = {"alice": ConceptChoices(repeats=2)}
    dataset.choices = DatasetChoices(batch_size=4, concepts=own)
    made = planned(dataset)
    assert epoch_of(dataset) == Epoch(made.effective_images, made.steps_per_epoch)
    dataset.choices = replace(dataset.choices, validation_split=0.1)
    assert epoch_of(dataset) == Epoch(9, None)
    dataset.evidence.clear()
    assert epoch_of(dataset) is None


@pytest.mark.parametrize(("regular", "trained", "draws"), [(3, 4, 4), (3, 2, 2), (2, 7, 7)])
def test_regularisation_matches_the_training_pictures(tmp_path, regular, trained, draws):
    for number in range(regular):
        sets.one_entry(tmp_path / "set" / "reg", name=f"r{number}.png")
    for number in range(trained):
        sets.one_entry(tmp_path / "set" / "trained", name=f"t{number}.png", size=(64, 96))
    dataset = sets.opened(tmp_path / "set")
    dataset.choices = DatasetChoices(concepts={"reg": ConceptChoices(regularisation=True)})
    counts = {c.bucket: c for c in planned(dataset).buckets}
    reg = next(c for bucket, c in counts.items() if bucket[0] > bucket[1])
    assert reg.draws == draws
    assert reg.images == min(regular, trained)


def test_a_regularisation_picture_without_caption_trains_with_class_tokens(tmp_path):
    sets.one_entry(tmp_path / "set" / "reg", None)
    sets.one_entry(tmp_path / "set" / "x")
    dataset = sets.opened(tmp_path / "set")
    own = ConceptChoices(regularisation=True, class_tokens="a woman")
    dataset.choices = DatasetChoices(concepts={"reg": own})
    made = planned(dataset)
    assert not made.blockers
    assert next(made.pairs()).caption == "a woman"


def test_left_over_files_and_stale_caches_stay_behind(tmp_path):
    root = sets.one_entry(tmp_path / "s")
    (root / "p_flux_te.npz").write_bytes(b"x")
    (root / "notes.md").write_bytes(b"x")
    made = planned(sets.opened(root))
    assert {b.path.name for b in made.left_behind} == {"p_flux_te.npz", "notes.md"}
    assert "cache" in str(next(b for b in made.left_behind if b.path.suffix == ".npz").reason)


def test_the_trained_caption_has_the_prefix(tmp_path):
    dataset = sets.opened(sets.one_entry(tmp_path / "s", "a cat"))
    own = ConceptChoices(caption_prefix="trig,", class_tokens="dog")
    dataset.choices = DatasetChoices(concepts={"s": own})
    made = planned(dataset)
    assert next(made.pairs()).trained == "trig, a cat"
    assert any(".txt wins" in str(note) for note in made.notes)


def test_train_path_forms(tmp_path):
    dataset = sets.opened(sets.one_entry(tmp_path / "s"))
    assert "image_dir = 'C:" not in planned(dataset).data_toml
    windows = planned(dataset, train_path="C:\\train")
    assert 'image_dir = "C:\\\\train\\\\s"' in windows.data_toml
    assert windows.launch.endswith("C:\\train\\data.toml")
    assert windows.notes
    relative = planned(dataset, relative_paths=True)
    assert 'image_dir = "s"' in relative.data_toml
    assert relative.notes


def test_the_same_input_gives_the_same_plan(tmp_path):
    dataset = sets.opened(sets.two_concepts(tmp_path / "set"))
    assert planned(dataset) == planned(dataset)
