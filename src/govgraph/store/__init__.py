"""Work on a published graph alone: query, verify, check, explain."""
