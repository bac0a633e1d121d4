"""Extractions of all documents to facts, by grouping on keys."""
