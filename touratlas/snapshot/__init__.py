"""The snapshot: the whole tour as one page that needs no script and no network, and is better with a script."""
