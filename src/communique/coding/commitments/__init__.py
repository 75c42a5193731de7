"""Invitations and what becomes of them."""
