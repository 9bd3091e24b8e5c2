"""Tests of touratlas.record."""
