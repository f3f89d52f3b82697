"""From a waveform to what the audio towers see: front-ends, augmentation, cached features."""
