"""Congratulations, condolences, greetings and thanks, and the letters that carry them."""
