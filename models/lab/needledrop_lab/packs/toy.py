"""Tiny packs in the real format, for tests: same graphs, names and files, sizes one can read."""

from __future__ import annotations

from pathlib import Path

import torch
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer
from tokenizers.processors import TemplateProcessing
from torch import Tensor, nn
from torch.nn import functional as F

from ..audio.log_mel import FrontEnd, MelPower
from ..measuring.calibration import Calibration
from ..model.tokens import encode
from ..model.towers import AudioGraph, AudioShape, AudioTower, TextShape, TextTower
from .writer import PackFacts, write_pack

FRONT = FrontEnd(sample_rate=8, section_seconds=1, hop_samples=2, mel_bands=2, min_hz=0, max_hz=4)
AUDIO = AudioShape(stem=(2, 4), time_halvings=1, width=8, inner=8, depth=1, heads=2, dropout=0.0)
DIMENSION = 8
VOCABULARY = {
    "banjo": "instrument",
    "piano": "instrument",
    "flute": "instrument",
    "drums": "instrument",
    "jazz": "genre",
    "folk": "genre",
    "calm": "mood",
    "dark": "mood",
    "happy": "mood",
    "chase": "use",
    "80s": "era",
    "slow": "tempo",
}
# "80s" and "slow" stand for words that cannot be heard well enough.
CALIBRATION = {
    word: Calibration(scale=8.0, bias=-2.0, reliability=0.75)
    for word in VOCABULARY
    if word not in ("80s", "slow")
}
COMMON = "a an and the of for in with no to , . - '"
SOUNDS = "guitar bass synth strings voice choir rock ambient fast loud soft"
SCENES = "sad tense epic warm bright funny car forest city night rain love wedding meditation"
OTHERS = "music track song scene 90s ##s ##es ##ing ##y"


def tokenizer() -> Tokenizer:
    """Lower-casing WordPiece over about sixty words."""
    words = f"{COMMON} {SOUNDS} {SCENES} {OTHERS}".split()
    tokens = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *VOCABULARY, *words]
    result = Tokenizer(
        WordPiece({token: index for index, token in enumerate(tokens)}, unk_token="[UNK]")
    )
    result.normalizer = BertNormalizer(lowercase=True)
    result.pre_tokenizer = BertPreTokenizer()
    result.post_processor = TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    result.add_special_tokens(["[PAD]", "[UNK]", "[CLS]", "[SEP]"])
    return result


def centre(tower: nn.Module, projection: nn.Linear, *inputs: Tensor) -> None:
    """Move the projection's bias so that these inputs point in all directions, not in one."""
    seen: list[Tensor] = []
    hook = projection.register_forward_hook(lambda _, arguments, __: seen.append(arguments[0]))
    with torch.no_grad():
        tower.eval()(*inputs)
        hook.remove()
        projection.bias.copy_(-projection.weight @ seen[0].mean(dim=0))


class OwnSamples(nn.Module):
    """Blocks [N, samples] and the blocks of each section [B, k] -> unit vectors [B, k x samples].

    The embedding of a section is its own samples, scaled to length 1, and zeros for silence.
    """

    def forward(self, audio: Tensor, sections: Tensor) -> Tensor:
        samples: Tensor = F.embedding(sections, audio).flatten(1)
        length = torch.linalg.vector_norm(samples, dim=1, keepdim=True)
        result: Tensor = samples / length.clamp(min=1e-6)
        return result


def text_side() -> tuple[TextTower, Tokenizer]:
    """An untrained text tower from a fixed seed, and its tokenizer."""
    torch.manual_seed(7)
    words = tokenizer()
    shape = TextShape(words.get_vocab_size(), 64, width=8, inner=16, depth=1, heads=2)
    tower = TextTower(shape, DIMENSION)
    ids, mask = encode(words, list(VOCABULARY), 16)
    centre(tower, tower.projection, ids, mask)
    return tower, words


def facts(name: str) -> PackFacts:
    """What the pack.json of a toy pack states."""
    return PackFacts(
        name=name,
        version="0.0.1",
        licence="CC-BY-SA-4.0",
        attribution="Needledrop (no training data)",
        training_data=[],
        max_tokens=16,
    )


def write_toy_pack(folder: Path) -> None:
    """Write a pack whose audio graph takes whole sections: untrained towers from a fixed seed."""
    text_tower, words = text_side()
    audio_tower = AudioTower(AUDIO, FRONT, DIMENSION)
    sections = MelPower(FRONT)(torch.randn(64, FRONT.section_samples))
    centre(audio_tower, audio_tower.projection, sections)
    audio_graph = AudioGraph(FRONT, audio_tower)
    write_pack(folder, facts("toy-pack"), FRONT, text_tower, audio_graph, words, VOCABULARY)


def write_toy_blocks_pack(folder: Path) -> None:
    """Write a pack whose sections share blocks, and whose vocabulary is calibrated."""
    text_tower, words = text_side()
    write_pack(
        folder,
        facts("toy-blocks-pack"),
        FRONT,
        text_tower,
        OwnSamples(),
        words,
        VOCABULARY,
        blocks_per_section=2,
        calibration=CALIBRATION,
    )
