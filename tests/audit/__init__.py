"""The audit of an article."""
