"""The paper's figures, as `lab report` reads them."""

import json
from importlib.resources import files

PAPER = json.loads(files("needledrop_lab").joinpath("data/paper.json").read_text("utf-8"))
