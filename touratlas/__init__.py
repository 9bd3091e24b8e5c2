"""Touratlas: a diplomatic tour on a map, a timeline and a per-stop agenda, every statement tied to its evidence."""

__version__ = "0.1.0"
