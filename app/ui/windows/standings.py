"""How a dataset stands when it is left, kept for the first page."""

from datetime import datetime
from functools import partial

from app.lint.rule import Severity
from app.recent import Standing, remember_standing
from app.review.passes import progress
from app.ui.background import Background, Lane
from app.ui.session import Session
from app.ui.windows.review_round import ReviewRound


def standing_of(session: Session, review: ReviewRound) -> Standing | None:
    """The counts of now; None while pictures or findings are still being worked out."""
    dataset, lint = session.dataset, session.lint
    if dataset is None or lint is None or session.linting.settling:
        return None
    present = len(dataset.present())
    if session.pictures.measured_count < present:
        return None  # a verdict cannot be told from a lapsed one before its picture was read
    due = review.pass_due()
    found = progress(review.states_in(due).values())
    counts = lint.counts()
    return Standing(
        entries=present,
        pass_number=due,
        approved=found.approved,
        flagged=found.flagged,
        errors=counts.get(Severity.ERROR, 0),
        warnings=counts.get(Severity.WARNING, 0),
    )


def keep_standing(session: Session, review: ReviewRound, background: Background) -> None:
    """Write it down, behind the window; the first page shows it next time."""
    if session.dataset is None:
        return
    note = partial(
        remember_standing,
        session.dataset.root,
        datetime.now().astimezone().date(),
        standing_of(session, review),
    )
    background.in_thread(Lane.BULK, note, then=lambda _: None, failed=lambda _: None)
