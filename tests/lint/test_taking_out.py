"""Modifiers are taken out of a sentence only where what is left still reads."""

import pytest

from app.captions.words import cut
from app.lint.fixes import apply_fix, removal
from app.lint.taking_out import clean_cuts
from app.lint.terms import Kind, find_terms
from app.lint.vocabulary import load_vocabulary


def without_modifiers(text):
    words, vocabulary = cut(text), load_vocabulary()
    terms = find_terms(words, vocabulary)
    spans = [(one.start, one.end) for one in terms if one.kind is Kind.MODIFIER]
    cuts = clean_cuts(words, spans, vocabulary)
    if not cuts:
        return text
    return apply_fix(text, removal(text, [(one.start, one.end) for one in cuts], safe=True))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A beautiful woman in a red coat.", "A woman in a red coat."),
        ("A beautiful, elegant and stunning woman in a red coat.", "A woman in a red coat."),
        ("The garden is beautiful.", "The garden is beautiful."),
        ("The garden is very beautiful.", "The garden is beautiful."),
        ("The garden is beautiful, stunning and lovely.", "The garden is lovely."),
        ("An extremely tall tower.", "A tall tower."),
        ("an ornate and exquisite umbrella", "an ornate umbrella"),
        ("a man with an elegant robe", "a man with a robe"),
        ("a knight with highly detailed, ornate armour", "a knight with ornate armour"),
        ("a knight with ornate, intricate, robe", "a knight with ornate, robe"),
        ("a painting of a castle, highly detailed, 8k", "a painting of a castle"),
        ("a painting of a castle highly detailed", "a painting of a castle"),
        (
            "a painting of a castle highly detailed and trending on artstation",
            "a painting of a castle",
        ),
        ("a castle with intricate details, a river", "a castle, a river"),
        ("a castle in 8k resolution.", "a castle."),
        ("A tall and beautiful woman", "A tall woman"),
        ("A beautiful and tall woman", "A tall woman"),
        ("She is tall and stunning.", "She is tall."),
        ("She is stunning and tall.", "She is tall."),
        ("She looks gorgeous.", "She looks gorgeous."),
        ("She looks stunning wearing a hat.", "She looks stunning wearing a hat."),
        ("the beauty of the lake", "the beauty of the lake"),
        ("a lake full of charm", "a lake full of charm"),
        ("A sleek, modern car", "A modern car"),
        ("a modern, sleek car", "a modern car"),
        ("She dances gracefully in the hall.", "She dances in the hall."),
        ("She dances gracefully.", "She dances."),
        ("The hall is beautifully decorated.", "The hall is decorated."),
        ("masterpiece, best quality, 1girl, red coat", "1girl, red coat"),
        ("1girl, red coat, (masterpiece), park", "1girl, red coat, (masterpiece), park"),
        ("a beautiful-looking girl", "a beautiful-looking girl"),
        ("the most beautiful girl in the room", "the most beautiful girl in the room"),
        ("as beautiful as the sea", "as beautiful as the sea"),
        ("something beautiful on a table", "something beautiful on a table"),
        ("A stunning view. An elegant cat sleeps.", "A view. A cat sleeps."),
        ("with ornate,", "with ornate,"),
        ("lovely and cute cats", "cats"),
        ("A woman, beautiful and calm, reads.", "A woman, calm, reads."),
        (
            "it is a touch of whimsy, perfect and charming",
            "it is a touch of whimsy, perfect and charming",
        ),
        ("とても美しい女性", "女性"),
        ("髪が美しい女性", "髪が美しい女性"),
        ("美しく輝く湖", "輝く湖"),
        ("この庭は印象的です。", "この庭は印象的です。"),
        ("女性、素晴らしい、庭", "女性、庭"),
        ("静かで美しい庭", "静かで美しい庭"),
        ("部屋が綺麗になっている", "部屋が綺麗になっている"),
        ("an hour of exquisite, amazing rain", "an hour of rain"),
        ("The house appears perfect and clean.", "The house appears clean."),
        (
            "The dress has an elaborate pattern that is exquisite.",
            "The dress has a pattern that is exquisite.",
        ),
        ("a cat so cute that it hurts", "a cat so cute that it hurts"),
        ("a woman with perfect skin, smiling", "a woman with perfect skin, smiling"),
        ("an elegant old house with great detail", "an old house"),
        ("A gorgeous, long-haired, young woman", "A long-haired, young woman"),
        ("a dog and beautiful cat", "a dog and cat"),
        ("a vibrant sunset, vivid colors", "a sunset"),
        ("stunning photo of a bird, award winning, super sharp", "photo of a bird"),
    ],
)
def test_what_is_left_reads(before, after):
    assert without_modifiers(before) == after
