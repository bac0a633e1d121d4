"""Mentions to claims: who holds what, who takes part, who acts on which document; whose 市政府 it is."""
