"""A tiny pack in the real format, for tests: same graphs, names and files, sizes one can read."""

from __future__ import annotations

from pathlib import Path

import torch
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer
from tokenizers.processors import TemplateProcessing
from torch import Tensor, nn

from ..audio.log_mel import FrontEnd, MelPower
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


def write_toy_pack(folder: Path) -> None:
    """Write the toy pack: untrained towers from a fixed seed."""
    torch.manual_seed(7)
    words = tokenizer()
    shape = TextShape(words.get_vocab_size(), 64, width=8, inner=16, depth=1, heads=2)
    text_tower = TextTower(shape, DIMENSION)
    audio_tower = AudioTower(AUDIO, FRONT, DIMENSION)
    sections = MelPower(FRONT)(torch.randn(64, FRONT.section_samples))
    centre(audio_tower, audio_tower.projection, sections)
    ids, mask = encode(words, list(VOCABULARY), 16)
    centre(text_tower, text_tower.projection, ids, mask)
    facts = PackFacts(
        name="toy-pack",
        version="0.0.1",
        licence="CC-BY-SA-4.0",
        attribution="Needledrop (no training data)",
        training_data=[],
        max_tokens=16,
    )
    audio_graph = AudioGraph(FRONT, audio_tower)
    write_pack(folder, facts, FRONT, text_tower, audio_graph, words, VOCABULARY)
