"""Tokenizer, pre-training, fine-tuning, calibration and export of the encoder."""
