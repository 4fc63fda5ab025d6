"""The vocabulary on its way to a worker."""

import pickle

from app.captions.words import cut
from app.lint.terms import find_terms
from app.lint.vocabulary import load_vocabulary


def test_the_shipped_words_are_not_sent_at_all():
    sent = pickle.dumps(load_vocabulary())
    assert len(sent) < 200
    assert pickle.loads(sent) is load_vocabulary()


def test_own_words_arrive(tmp_path):
    own = tmp_path / "words.toml"
    own.write_text('kind = "lighting"\n[[phrases]]\nfamily = "soft"\nen = "moss glow"\n')
    arrived = pickle.loads(pickle.dumps(load_vocabulary((own,))))
    (term,) = find_terms(cut("a moss glow"), arrived)
    assert term.family == "soft"
