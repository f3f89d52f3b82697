"""Export a tiny ViT-GPT2 of random weights as the exporter of transformers.js writes it.

    python export_toy_captioner.py TOKENIZER_FOLDER OUT_FOLDER

Needs packages that the lab does not: optimum-onnx 0.1.0, transformers 4.57.6, torch 2.13.0.
Beside the model it writes expected.json: the tokens that PyTorch generates for pictures of one
colour.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path

import onnx
import torch
from optimum.exporters.onnx import main_export
from transformers import (
    GPT2Config,
    VisionEncoderDecoderConfig,
    VisionEncoderDecoderModel,
    ViTConfig,
    ViTImageProcessor,
)

EDGE = 16
END = 309
STEPS = 24
COLOURS = ((20, 20, 30), (240, 200, 150), (170, 210, 250))


def random_model(vocabulary: int) -> VisionEncoderDecoderModel:
    """One layer on each side; weights large enough that what it writes is varied."""
    torch.manual_seed(1)
    encoder = ViTConfig(
        hidden_size=8,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=8,
        image_size=EDGE,
        patch_size=8,
        initializer_range=0.8,
    )
    decoder = GPT2Config(
        vocab_size=vocabulary,
        n_positions=64,
        n_embd=8,
        n_layer=1,
        n_head=2,
        add_cross_attention=True,
        is_decoder=True,
        initializer_range=0.8,
        tie_word_embeddings=False,
    )
    config = VisionEncoderDecoderConfig.from_encoder_decoder_configs(encoder, decoder)
    config.tie_word_embeddings = False
    config.decoder_start_token_id = config.pad_token_id = 0
    model = VisionEncoderDecoderModel(config).eval()
    model.generation_config.eos_token_id = config.eos_token_id = END
    return model


def generated(model: VisionEncoderDecoderModel, colour: tuple[int, int, int]) -> list[int]:
    """Tokens of a picture of one colour, the start token first."""
    plain = torch.tensor(colour).float().div(255).sub(0.5).div(0.5)
    pixels = plain.view(1, 3, 1, 1).expand(1, 3, EDGE, EDGE).contiguous()
    tokens = model.generate(pixels, max_new_tokens=STEPS, do_sample=False, num_beams=1)
    ids: list[int] = tokens[0].tolist()
    return ids


def main(tokenizer: Path, out: Path) -> None:
    """Write the folder."""
    model = random_model(
        len(json.loads((tokenizer / "tokenizer.json").read_text())["model"]["vocab"])
    )
    with tempfile.TemporaryDirectory() as name:
        source, exported = Path(name) / "model", Path(name) / "onnx"
        model.save_pretrained(source)
        ViTImageProcessor(size={"height": EDGE, "width": EDGE}).save_pretrained(source)
        for file in ("tokenizer.json", "tokenizer_config.json"):
            shutil.copy(tokenizer / file, source / file)
        main_export(source, exported, task="image-to-text-with-past", library_name="transformers")
        (out / "onnx").mkdir(parents=True, exist_ok=True)
        for file in ("config.json", "generation_config.json", "preprocessor_config.json"):
            shutil.copy(exported / file, out / file)
        for file in ("tokenizer.json", "tokenizer_config.json"):
            shutil.copy(tokenizer / file, out / file)
        for graph in ("encoder_model", "decoder_model_merged"):
            made = onnx.load(exported / f"{graph}.onnx")
            for function in [made.graph, *subgraphs(made.graph)]:
                for node in function.node:
                    node.ClearField("doc_string")
                    del node.metadata_props[:]
                del function.value_info[:]
            onnx.save(made, out / "onnx" / f"{graph}.onnx")
    expected = [{"colour": colour, "tokens": generated(model, colour)} for colour in COLOURS]
    (out / "expected.json").write_text(json.dumps(expected) + "\n", encoding="utf-8")


def subgraphs(graph: onnx.GraphProto) -> list[onnx.GraphProto]:
    """The branches of a graph's nodes."""
    return [
        attribute.g
        for node in graph.node
        for attribute in node.attribute
        if attribute.type == onnx.AttributeProto.GRAPH
    ]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
