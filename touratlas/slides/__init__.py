"""Slides: the tour as a PowerPoint file to change, with pictures of map and timeline and everything else as text."""
