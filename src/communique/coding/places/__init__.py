"""Where, on whose soil, and who is therefore host and who guest."""
