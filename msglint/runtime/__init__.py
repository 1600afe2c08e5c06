"""Shipped models, run on onnxruntime: no torch is imported."""
