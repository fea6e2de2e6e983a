"""Readers of other people's material: each returns a proposal to preview, and never writes."""
