"""Zones by what people call them: cities, countries, abbreviations, offsets. No rows, no Qt."""
