"""Tests of touratlas.dates."""
