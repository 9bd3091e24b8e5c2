"""Tests of touratlas.exports."""
