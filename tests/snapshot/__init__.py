"""Tests of touratlas.snapshot."""
