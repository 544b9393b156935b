"""Soundness: the gate that refuses a question rather than let a bad one pass."""
