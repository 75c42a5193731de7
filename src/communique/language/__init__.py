"""The language room: sentences, names, states, persons and dates of one page."""
