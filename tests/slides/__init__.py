"""Tests of slides."""
