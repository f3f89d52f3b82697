"""What is learnt from lessons: nothing where nobody knows, most where the order agrees."""

from collections.abc import Callable

import numpy as np
import pytest
import torch
from torch.nn import functional as F

from needledrop_lab.model.lessons import (
    CLASS_WEIGHT,
    HIDDEN_WEIGHT,
    TAG_WEIGHT,
    Lessons,
    TeacherHeads,
    WordPresence,
    fit_loss,
    known_entropy,
    known_square,
    order_loss,
)

NAN = float("nan")


def test_losses_are_means_over_what_is_known() -> None:
    logits = torch.tensor([[0.5, -1.0, 3.0]])
    known = F.binary_cross_entropy_with_logits(logits[:, :2], torch.tensor([[0.2, 1.0]]))
    assert torch.isclose(known_entropy(logits, torch.tensor([[0.2, 1.0, NAN]])), known)
    values = torch.tensor([[1.0, 5.0]])
    assert known_square(values, torch.tensor([[4.0, NAN]])) == 9


@pytest.mark.parametrize("loss", [known_entropy, known_square])
def test_where_nothing_is_known_nothing_is_lost_and_no_gradient_is_nan(
    loss: Callable[[torch.Tensor, torch.Tensor], torch.Tensor],
) -> None:
    values = torch.tensor([[0.5, 60.0]], requires_grad=True)
    found = loss(values, torch.full((1, 2), NAN))
    found.backward()  # type: ignore[no-untyped-call]
    assert found == 0 and values.grad is not None and (values.grad == 0).all()


def test_words_are_compared_with_all_that_are_known_of_a_section() -> None:
    shares = torch.tensor([[0.9, 0.1, NAN]])
    right, wrong = torch.tensor([[3.0, 0.0, 0.0]]), torch.tensor([[0.0, 3.0, 0.0]])
    assert order_loss(right, shares) < order_loss(wrong, shares)
    expected = F.cross_entropy(right[:, :2], torch.tensor([[1.0, 0.0]]))  # 0.1 is absent
    assert torch.isclose(order_loss(right, shares), expected)
    unknown = torch.tensor([[3.0, 0.0, 50.0]])  # says nothing: nobody knows the third word
    assert torch.isclose(order_loss(unknown, shares), expected)


def test_a_section_of_which_nothing_is_known_asks_for_no_order() -> None:
    scores = torch.zeros(1, 3, requires_grad=True)
    loss = order_loss(scores, torch.full((1, 3), NAN))
    loss.backward()  # type: ignore[no-untyped-call]
    assert loss == 0 and scores.grad is not None and (scores.grad == 0).all()


def lessons(blocks: int, by_taggers: bool = True) -> Lessons:
    torch.manual_seed(6)
    tags, hidden = torch.rand(blocks, 300), torch.randn(blocks, 400)
    if not by_taggers:
        tags, hidden = tags * NAN, hidden * NAN
    embeddings, classes = torch.randn(blocks, 5, 1_024), torch.rand(blocks, 5, 521)
    return Lessons(embeddings, classes, tags, hidden, torch.empty(0))


def test_patches_are_three_frames_each_and_blocks_are_summed_up() -> None:
    heads, asked = TeacherHeads(6), lessons(2)
    frames = torch.randn(2, 16, 6)
    expected = torch.zeros(())
    for block in range(2):
        summary = torch.cat([frames[block].mean(dim=0), frames[block].max(dim=0).values])
        tags = F.binary_cross_entropy_with_logits(heads.tags(summary), asked.tags[block])
        hidden = F.mse_loss(heads.hidden(summary), asked.hidden[block])
        expected = expected + (TAG_WEIGHT * tags + HIDDEN_WEIGHT * hidden) / 2
        for patch in range(5):
            heard = frames[block, 3 * patch : 3 * patch + 3].mean(dim=0)
            embedding = F.mse_loss(heads.embeddings(heard), asked.embeddings[block, patch])
            classes = F.binary_cross_entropy_with_logits(
                heads.classes(heard), asked.classes[block, patch]
            )
            expected = expected + (embedding + CLASS_WEIGHT * classes) / 10
    assert torch.allclose(heads(frames, asked), expected, rtol=1e-4)


def test_blocks_that_the_taggers_did_not_hear_teach_what_yamnet_heard() -> None:
    heads, frames = TeacherHeads(6), torch.randn(2, 15, 6, requires_grad=True)
    heads(frames, lessons(2, by_taggers=False)).backward()
    assert frames.grad is not None and frames.grad.isfinite().all() and (frames.grad != 0).any()
    assert heads.tags.weight.grad is not None and (heads.tags.weight.grad == 0).all()
    assert heads.embeddings.weight.grad is not None and (heads.embeddings.weight.grad != 0).any()


def test_a_word_is_as_likely_as_its_cosine_scale_and_bias_say() -> None:
    presence = WordPresence(2)
    with torch.no_grad():
        presence.log_scale.fill_(np.log(4))
        presence.bias.copy_(torch.tensor([-1.0, 0.5]))
    sections, words = torch.eye(3)[:1], torch.tensor([[0.6, 0.8, 0.0], [0.0, 1.0, 0.0]])
    logits = presence.scores(sections, words) + presence.bias
    assert torch.allclose(logits, torch.tensor([[1.4, 0.5]]))
    with torch.no_grad():
        presence.log_scale.fill_(99.0)
    assert torch.allclose(presence.scores(sections, words)[0, 0], torch.tensor(30.0))  # 50 at most


PRESENT = torch.tensor([[0.9, 0.1], [0.5, NAN], [0.1, 0.9]])  # two words in three sections
ASKED = torch.tensor([[1.0, -1.0]])  # for the first word, and against the second


def test_an_order_that_agrees_loses_least() -> None:
    evidence = torch.logit(PRESENT.nan_to_num(0.5)) @ ASKED[0] / 2
    agreeing, reversed_, level = (
        fit_loss(scores[None], ASKED, PRESENT)
        for scores in (1.5 * evidence, -evidence, 0 * evidence)
    )
    assert torch.isclose(agreeing, torch.zeros(()), atol=1e-6)
    assert 0 < level < reversed_


def test_training_on_fits_puts_fitting_sections_first() -> None:
    scores = torch.zeros(1, 3, requires_grad=True)
    optimiser = torch.optim.SGD([scores], lr=1.0)
    for _ in range(50):
        optimiser.zero_grad()
        fit_loss(scores, ASKED, PRESENT).backward()  # type: ignore[no-untyped-call]
        optimiser.step()
    assert scores.argsort(descending=True).tolist() == [[0, 1, 2]]


def test_a_text_that_asks_for_no_known_word_does_not_count() -> None:
    scores = torch.randn(2, 3, requires_grad=True)
    fits = torch.cat([ASKED, torch.zeros(1, 2)])
    both = fit_loss(scores, fits, PRESENT)
    assert torch.isclose(both, fit_loss(scores[:1], ASKED, PRESENT))
    both.backward()  # type: ignore[no-untyped-call]
    assert scores.grad is not None and (scores.grad[1] == 0).all() and (scores.grad[0] != 0).any()
    assert fit_loss(scores, torch.zeros(2, 2), PRESENT) == 0
