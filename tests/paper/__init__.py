"""Tests of what is set on paper."""
