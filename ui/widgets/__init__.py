"""Widgets that several pages share: answers, charts, checks, predictions, sliders, tables."""
