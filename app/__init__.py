"""Proofsheet: an editor for the captions of image-model training sets."""

__version__ = "0.1.0"
