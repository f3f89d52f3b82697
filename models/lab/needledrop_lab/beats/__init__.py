"""Beats and bars: a small net that hears them in a waveform."""
