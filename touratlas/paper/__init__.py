"""Paper: the tour set by typst as handout, worksheet and answer key, and pictures for slides.

Values are made from the atlas here, and typst sets them by the files in `assets/typst`. A text of a tour reaches typst
as data alone, never as source.
"""
