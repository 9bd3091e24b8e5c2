"""What the package carries along: the basemap, templates, scripts and styles."""

from pathlib import Path
from typing import Final

ASSETS: Final = Path(__file__).parent
"""The folder of what the package carries along."""
