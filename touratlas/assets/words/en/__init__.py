"""The English catalogue, a file for each part of the interface."""
