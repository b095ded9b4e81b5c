"""Recognises participants in text: names, institutions, roles and descriptors."""
