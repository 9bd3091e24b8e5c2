"""What readers see, as pure functions from an atlas to figures and HTML."""
