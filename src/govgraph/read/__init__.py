"""Paths to documents: bytes decoded, formats opened; nothing is guessed silently."""
