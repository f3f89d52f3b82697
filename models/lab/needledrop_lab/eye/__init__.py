"""The net that looks at pictures: EfficientNet-Lite0 as one small ONNX graph."""
