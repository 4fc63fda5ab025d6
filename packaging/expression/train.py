"""Trains the expression model and writes it as ONNX; the same seed gives the same model.

    python -m venv torchvenv && torchvenv/bin/pip install -r packaging/expression/requirements.txt
    PYTHONPATH=. torchvenv/bin/python packaging/expression/train.py FACES MODEL

FACES holds faces.csv and the sheets of 72 x 72 crops it names (see the model card), MODEL is where
the ONNX file goes. First, teachers learn on all people but one part and judge the part they have
not seen; crops whose label they find absurd are left out, and the rest get half label, half
judgement as their target. Faces that OpenCV's cascade does not find are turned, covered or blurred,
and their labels the worst: their targets are blurred too. Then a small network learns from random
views, and a second one from the labels and the first one's judgement; what ships is the mean of
both. Only the split "train" is learned from; "dev" sets the temperatures. Afterwards
`MODEL_SHA256` in app/images/expression.py and the thresholds in app/images/faces.py are set by
hand, from what tests/benchmarks/expression_quality.py measured.
"""

# pyright: reportMissingImports=false
import argparse
import hashlib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
from augment import random_view
from crops import Crops, fold_of, read_crops
from network import STUDENT, TEACHER, network, to_onnx
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from app.images.expression import CLASSES, CROP, normalised, views

SHARES = (0.32, 0.32, 0.14, 0.07, 0.15)
"""How often each class is shown: rare ones more often than they occur, none as often as smiles."""
NOT_FACE = CLASSES.index("not_face")
COMMON = (CLASSES.index("smile"), CLASSES.index("neutral"))
SMOOTHING = 0.05
BATCH = 128
LARGEST_RATE = 4e-3
ABSURD = 0.05
"""A label that teachers give less than this is taken for a mistake."""
TRUST = 0.5
"""Weight of the label against the teachers' judgement."""
SPARED = 0.25
"""Share of the views that the small network sees without any fault but a moved box."""
DOUBT = 0.45
"""How much of the target is taken back where the face detector itself sees no face."""
USUAL = (0.45, 0.45, 0.05, 0.05, 0.0)
"""What is put in its place: any expression, as they are among faces."""
CLOSE_ENOUGH = 0.02
"""In logits: what half precision costs."""


ZOOMS = (0.92, 1.0, 1.1)
"""Sizes at which labelled crops are read: their boxes are tighter than those the cascade gives."""
FOLDS = 3
"""Parts of the people; each is judged by a teacher that learned from the others."""
OTHER = 100
"""Added to the seed for the second small network."""

Member = tuple[nn.Sequential, float]
"""A trained network and the temperature of its logits."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """Crops with the probabilities (n x 5) that the network should give."""

    crops: Crops
    targets: NDArray[np.float32]


def as_labelled(crops: Crops) -> Lesson:
    """Take every label at its word."""
    return Lesson(crops, np.eye(len(CLASSES), dtype=np.float32)[crops.classes])


def as_judged(crops: Crops, judged: NDArray[np.float32]) -> Lesson:
    """Leave out absurd labels and soften the others with what teachers judged (n x 5).

    Rare expressions keep their labels: teachers saw too few to be believed against them, and bared
    teeth that are no smile are what the network most needs to see.
    """
    common = np.isin(crops.classes, COMMON)
    likely = judged[np.arange(len(crops)), crops.classes] >= ABSURD
    labels = as_labelled(crops).targets
    targets = np.where(common[:, None], TRUST * labels + (1 - TRUST) * judged, labels)
    kept = likely | ~common
    return Lesson(crops.where(kept), targets.astype(np.float32)[kept])


def with_doubt(lesson: Lesson) -> Lesson:
    """Blur the targets of faces that the program would not find: turned, covered or blurred ones.

    Their labels are the worst, and being unsure of such a face is the right answer.
    """
    unclear = (lesson.crops.classes != NOT_FACE) & ~found(lesson.crops)
    blurred = (1 - DOUBT) * lesson.targets + DOUBT * np.array(USUAL, np.float32)
    targets = np.where(unclear[:, None], blurred, lesson.targets)
    print(f"{unclear.sum()} faces are unclear", flush=True)
    return Lesson(lesson.crops, targets.astype(np.float32))


def found(crops: Crops) -> NDArray[np.bool_]:
    """Which crops (n) show a face in their middle that OpenCV's cascade finds when enlarged."""
    data = Path(cv2.__file__).parent / "data"
    cascade = cv2.CascadeClassifier(str(data / "haarcascade_frontalface_alt2.xml"))
    side = 3 * CROP
    seen = np.zeros(len(crops), bool)
    for number, crop in enumerate(crops.pixels):
        boxes, _ = cascade.detectMultiScale2(
            cv2.resize(crop, (side, side)), scaleFactor=1.1, minNeighbors=11, minSize=(72, 72)
        )
        seen[number] = any(abs(x + width / 2 - side / 2) < side / 6 for x, _, width, _ in boxes)
    return seen


def learn(
    lesson: Lesson, net: nn.Sequential, epochs: int, seed: int, *, spared: float = 0
) -> nn.Sequential:
    """Train `net` and return the running average of its weights, ready to be asked."""
    dice = np.random.default_rng(seed)
    net = net.to(memory_format=torch.channels_last)
    average = torch.optim.swa_utils.AveragedModel(
        net, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.997), use_buffers=True
    )
    steps = epochs * (len(lesson.crops) // BATCH)
    optimiser = torch.optim.AdamW(net.parameters(), lr=LARGEST_RATE, weight_decay=0.03)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, LARGEST_RATE, total_steps=steps, pct_start=0.15
    )
    members = [np.flatnonzero(lesson.crops.classes == number) for number in range(len(CLASSES))]
    targets = lesson.targets * (1 - SMOOTHING) + SMOOTHING / len(CLASSES)
    started = time.monotonic()
    net.train()
    for step in range(steps):
        chosen = np.array(
            [dice.choice(members[number]) for number in dice.choice(len(CLASSES), BATCH, p=SHARES)]
        )
        shown = np.stack(
            [normalised(random_view(lesson.crops.pixels[i], dice, spared=spared)) for i in chosen]
        )
        batch = torch.from_numpy(shown[:, None]).to(memory_format=torch.channels_last)
        loss = functional.cross_entropy(net(batch), torch.from_numpy(targets[chosen]))
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
        average.update_parameters(net)
        if step % 200 == 0:
            print(
                f"  step {step}/{steps} loss {loss.item():.3f} {time.monotonic() - started:.0f} s",
                flush=True,
            )
    learned = average.module
    assert isinstance(learned, nn.Sequential)
    return learned.eval().to(memory_format=torch.contiguous_format)


@torch.no_grad()
def answers(net: nn.Sequential, crops: Crops) -> NDArray[np.float32]:
    """Mean logits (n x 5) over several views of each crop."""
    rows = [net(torch.from_numpy(views(crop, ZOOMS))).mean(0).numpy() for crop in crops.pixels]
    return np.stack(rows)


def judge(
    crops: Crops, folds: int, epochs: int, seed: int, keep: Path | None
) -> NDArray[np.float32]:
    """Probabilities (n x 5) of every crop by a teacher that never saw the person."""
    judged = np.zeros((len(crops), len(CLASSES)), np.float32)
    fold = np.array([fold_of(person, folds) for person in crops.people])
    for number in range(folds):
        kept = keep / f"judged{number + 1}.npy" if keep else None
        if kept and kept.exists():
            judged[fold == number] = np.load(kept)
            continue
        print(f"teacher {number + 1} of {folds}", flush=True)
        lesson = as_labelled(crops.where(fold != number))
        torch.manual_seed(seed + 1 + number)  # the same whether earlier teachers learned or not
        teacher = learn(lesson, network(TEACHER, len(CLASSES)), epochs, seed + 1 + number)
        logits = torch.from_numpy(answers(teacher, crops.where(fold == number)))
        judged[fold == number] = torch.softmax(logits / 0.7, 1).numpy()
        if kept:
            np.save(kept, judged[fold == number])
    return judged


def small(lesson: Lesson, epochs: int, seed: int) -> nn.Sequential:
    """A small network that learned the lesson, unsure of what the cascade does not find."""
    print(f"{len(lesson.crops)} labels are believed", flush=True)
    lesson = with_doubt(lesson)
    torch.manual_seed(seed)  # the same whether teachers just learned or were read
    return learn(lesson, network(STUDENT, len(CLASSES)), epochs, seed, spared=SPARED)


def kept_or(folder: Path | None, name: str, make: Callable[[], nn.Sequential]) -> nn.Sequential:
    """A small network that an earlier run kept in `folder`, or else a new one, kept there."""
    path = folder / f"{name}.pt" if folder else None
    if path and path.exists():
        net = network(STUDENT, len(CLASSES))
        net.load_state_dict(torch.load(path))
        return net.eval()
    net = make()
    if path:
        torch.save(net.state_dict(), path)
    return net


def fitted_temperature(logits: NDArray[np.float32], classes: NDArray[np.int64]) -> float:
    """What the logits must be divided by for probabilities that fit the labels best."""
    tensor, labels = torch.from_numpy(logits), torch.from_numpy(classes)
    tried = np.linspace(0.3, 1.5, 121)
    losses = [functional.cross_entropy(tensor / float(t), labels).item() for t in tried]
    return float(tried[int(np.argmin(losses))])


def together(members: Sequence[Member], crops: Crops) -> NDArray[np.float32]:
    """Mean of the members' answers (n x 5), each over its own temperature."""
    return np.mean([answers(net, crops) / warmth for net, warmth in members], axis=0)


def largest_difference(model: bytes, expected: NDArray[np.float32], crops: Crops) -> float:
    """How far OpenCV's answers are from those `expected` of the first crops."""
    runner = cv2.dnn.readNetFromONNX(np.frombuffer(model, np.uint8))
    largest = 0.0
    for crop, row in zip(crops.pixels, expected, strict=False):
        runner.setInput(views(crop, ZOOMS))
        largest = max(largest, float(np.abs(runner.forward().mean(0) - row).max()))
    return largest


def main() -> None:
    """Read the arguments, train, compare, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("faces", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--seed", type=int, default=20261121)
    parser.add_argument("--epochs", type=int, default=34)
    parser.add_argument("--teacher-epochs", type=int, default=14)
    parser.add_argument("--keep", type=Path, help="folder for what is learned, to go on from")
    chosen = parser.parse_args()
    torch.manual_seed(chosen.seed)
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    train, dev = read_crops(chosen.faces, "train"), read_crops(chosen.faces, "dev")

    def labels_judged() -> Lesson:
        judged = judge(train, FOLDS, chosen.teacher_epochs, chosen.seed, chosen.keep)
        return as_judged(train, judged)

    first = kept_or(
        chosen.keep, "first", lambda: small(labels_judged(), chosen.epochs, chosen.seed)
    )
    warmth = fitted_temperature(answers(first, dev), dev.classes)
    opinion = torch.softmax(torch.from_numpy(answers(first, train) / warmth), 1).numpy()
    lesson = as_judged(train, opinion)
    second = kept_or(
        chosen.keep, "second", lambda: small(lesson, chosen.epochs, chosen.seed + OTHER)
    )
    members = [(first, warmth), (second, fitted_temperature(answers(second, dev), dev.classes))]
    logits = together(members, dev)
    temperature = fitted_temperature(logits, dev.classes)
    model = to_onnx(members, temperature)
    difference = largest_difference(model, logits[:200] / temperature, dev)
    print(f"temperature {temperature:.2f}, OpenCV differs from PyTorch by {difference:.1e}")
    if difference > CLOSE_ENOUGH:
        raise SystemExit("OpenCV does not compute what was trained; nothing written")
    chosen.model.write_bytes(model)
    print(f"{len(model)} bytes written to {chosen.model}")
    print(f"SHA-256 {hashlib.sha256(model).hexdigest()}")


if __name__ == "__main__":
    main()
