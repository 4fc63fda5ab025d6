"""Without a window: check, toml, export and report, by the same domain and without Qt."""

import argparse
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from app.dataset.entry import Dataset
from app.dataset.scan import scan
from app.disk import Stamp, read_reason, read_regular, stamp_of
from app.durable import write_bytes
from app.errors import ExitCode, ProofError
from app.export.by_hand import read_by_hand
from app.export.data_toml import FILE_NAME, merge, render
from app.export.first_choices import first_choices
from app.export.old_training import OldTraining, read_old
from app.export.options import KEEP_SIZES, ExportOptions, Sizes, Trainer
from app.export.plan import plan
from app.export.planned import ExportPlan
from app.export.steps import epoch_of
from app.export.toml_readiness import toml_on_disk
from app.export.writer import write
from app.lint.own_words import words_for
from app.lint.rule import Finding, Severity
from app.messages import msg
from app.review.examination import Examination, examine_dataset, measured
from app.review.json_report import check_json
from app.review.readiness import is_reviewed_twice, readiness
from app.review.report import ProofSheet, report_html
from app.settings import load_settings

COMMANDS = ("check", "toml", "export", "report")
LARGEST_TOML = 1 << 20


def run(arguments: list[str]) -> int:
    """Run a command; returns the exit code. ProofError is the caller's to show."""
    options = _parser().parse_args(arguments)
    machine = options.command == "toml" or getattr(options, "format", None) == "json"
    reconfigure = getattr(sys.stdout, "reconfigure", None)  # there is none in place of a stream
    if reconfigure is not None:
        # A name that is not text ends no command; what other programs read is always UTF-8.
        reconfigure(encoding="utf-8" if machine else None, errors="backslashreplace")
    commands = {"check": _check, "toml": _toml, "export": _export, "report": _report}
    try:
        code = commands[options.command](options)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # `proofsheet check … | head`: the reader has seen enough, and nobody is there to be told.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.CLEAN


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="proofsheet")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="list what the rules say")
    check.add_argument("folder", type=Path)
    check.add_argument("--format", choices=("text", "json"), default="text")
    check.add_argument("--captions-only", action="store_true", help="do not look at the pictures")
    check.add_argument(
        "--require-reviewed",
        action="store_true",
        help="exit code 1 unless every entry was approved in both passes",
    )
    toml = commands.add_parser("toml", help="print the data.toml that fits, or write it")
    toml.add_argument("folder", type=Path)
    toml.add_argument("--write", action="store_true", help="write it into the folder")
    toml.add_argument("--train-path", help="the folder as the training machine will see it")
    export = commands.add_parser("export", help="write a train-ready folder, whole or not at all")
    export.add_argument("folder", type=Path)
    export.add_argument("target", type=Path)
    export.add_argument("--size", default="keep", type=_sizes, metavar="keep|WxH")
    export.add_argument("--trainer", choices=[t.value for t in Trainer], default="kohya")
    export.add_argument("--train-path", default="", help="the export as the trainer will see it")
    export.add_argument(
        "--anyway",
        action="store_true",
        help="leave out what cannot be exported, and export with open points",
    )
    report = commands.add_parser("report", help="write the proof sheet as one page of HTML")
    report.add_argument("folder", type=Path)
    report.add_argument("page", type=Path, metavar="OUT.html")
    return parser


def _sizes(text: str) -> Sizes:
    if text == "keep":
        return KEEP_SIZES
    width, _, height = text.lower().partition("x")
    if not (width.isdigit() and height.isdigit() and int(width) and int(height)):
        raise argparse.ArgumentTypeError(f"{text!r} is neither keep nor a size such as 1024x1024")
    return Sizes(((int(width), int(height)),))


def _check(options: argparse.Namespace) -> int:
    examined = _examined(options.folder, pictures=not options.captions_only)
    if options.format == "json":
        json.dump(check_json(examined), sys.stdout, ensure_ascii=False, indent=1)
        print()
    else:
        for line in _lines(examined):
            print(line)
    failed = examined.counts()[Severity.ERROR] > 0
    if options.require_reviewed and not is_reviewed_twice(examined.dataset):
        print("proofsheet: not reviewed twice", file=sys.stderr)
        failed = True
    return ExitCode.FINDINGS if failed else ExitCode.CLEAN


def _report(options: argparse.Namespace) -> int:
    examined = _examined(options.folder, pictures=True)
    findings, about_all = _by_entry(examined), examined.lint.dataset_findings()
    toml, text = toml_on_disk(examined.dataset)
    points = readiness(examined.dataset, findings, about_all, toml, epoch_of(examined.dataset))
    page = report_html(
        ProofSheet(examined.dataset, findings, about_all, points, text, examined.message)
    )
    assert page is not None, "nobody stops it"
    write_bytes(options.page.absolute(), page)
    print(f"{len(examined.dataset.present())} entries in {options.page}")
    return ExitCode.CLEAN


def _lines(examined: Examination) -> list[str]:
    lines: list[str] = []
    for finding in examined.all_findings():
        if finding.dismissed:
            continue
        place = "."
        if finding.entry is not None:
            place = examined.dataset.relative(examined.dataset.entries[finding.entry].image)
        lines.append(f"{place}: {finding.severity}: {examined.message(finding)} [{finding.rule}]")
    counts = examined.counts()
    entries = len(examined.dataset.present())
    lines.append(
        f"{entries} entries, {counts[Severity.ERROR]} errors, {counts[Severity.WARNING]} warnings, "
        f"{counts[Severity.HINT]} hints"
    )
    return lines


def _toml(options: argparse.Namespace) -> int:
    dataset = scan(options.folder)
    dataset.choices, notices = first_choices(dataset)
    for notice in notices:
        print(f"proofsheet: {notice}", file=sys.stderr)
    if options.train_path is not None:
        dataset.choices = replace(dataset.choices, train_path=options.train_path)
    path = dataset.root / FILE_NAME
    existing, stamp = _existing(path)
    if existing is None:
        text = render(dataset, dataset.choices)
    else:
        merged = merge(existing, dataset, dataset.choices)
        text = merged.text
        for note in merged.notes:
            print(f"proofsheet: {note}", file=sys.stderr)
    if options.write:
        write_bytes(path, text.encode(), expected=stamp, ground=dataset.ground)
        print(f"proofsheet: {path} was written", file=sys.stderr)
    else:
        print(text, end="")
    return ExitCode.CLEAN


def _existing(path: Path) -> tuple[str | None, Stamp | None]:
    try:
        data, info = read_regular(path, LARGEST_TOML)
    except FileNotFoundError:
        return None, None
    except OSError as error:
        title = msg("{file} cannot be read", file=str(path))
        raise ProofError(title, read_reason(error)) from error
    try:
        return data.decode("utf-8-sig"), stamp_of(data, info)
    except UnicodeDecodeError as error:
        raise ProofError(msg("{file} is not UTF-8", file=str(path))) from error


def _export(options: argparse.Namespace) -> int:
    examined = _examined(options.folder, pictures=True)
    asked = ExportOptions(
        target=options.target.absolute(),
        sizes=options.size,
        trainer=Trainer(options.trainer),
        train_path=options.train_path,
        anyway=options.anyway,
        leave_out_blocked=options.anyway,
    )
    about_all = examined.lint.dataset_findings()
    planned = plan(
        examined.dataset,
        _by_entry(examined),
        asked,
        about_all,
        _first_training(examined.dataset),
        read_by_hand(examined.dataset),
    )
    if planned.forbidden:
        _say_why(planned, examined.dataset)
        return ExitCode.FINDINGS
    for left in planned.left_behind:
        print(f"proofsheet: left behind: {left.path.name}: {left.reason}", file=sys.stderr)
    written = write(planned, _no_progress, _never)
    print(f"{written.pairs} pairs in {written.target}")
    return ExitCode.CLEAN


def _first_training(dataset: Dataset) -> OldTraining | None:
    """The first training that the dataset's choices name, measured; None where they name none."""
    if not dataset.choices.old_folder:
        return None
    old = read_old(dataset.choices.old_folder, dataset.root)
    if old.dataset is not None:
        old.dataset.evidence.update(measured(old.dataset))
    return old


def _examined(folder: Path, *, pictures: bool) -> Examination:
    dataset = scan(folder)
    dataset.choices, left = first_choices(dataset)
    settings, notices = load_settings()
    words = words_for(dataset.root, settings.word_list)
    for notice in (*notices, *left, *words.notices, *dataset.notices):
        print(f"proofsheet: {notice}", file=sys.stderr)
    return examine_dataset(dataset, words.vocabulary, pictures=pictures)


def _by_entry(examined: Examination) -> Mapping[int, tuple[Finding, ...]]:
    return {n: examined.lint.entry_findings(n) for n in examined.dataset.present()}


def _say_why(planned: ExportPlan, dataset: Dataset) -> None:
    for obstacle in planned.blockers:
        names = ", ".join(dataset.title(number) for number in obstacle.entries)
        print(f"proofsheet: stops the export: {names}: {obstacle.message}", file=sys.stderr)
    for point in planned.open_points:
        print(f"proofsheet: open: {point.message}", file=sys.stderr)
    print("proofsheet: nothing was written; --anyway leaves out what stops it", file=sys.stderr)


def _no_progress(done: int, total: int) -> None:
    del done, total


def _never() -> bool:
    return False
