/** Silence as a WAV file, a tenth of a second unless given: 8 kHz, 16 bit, one channel. */
export function silentWav(seconds = 0.1): ArrayBuffer {
  const rate = 8000;
  const bytes = Math.round(rate * seconds) * 2;
  const view = new DataView(new ArrayBuffer(44 + bytes));
  const letters = (at: number, text: string): void => {
    for (let i = 0; i < text.length; i++) view.setUint8(at + i, text.charCodeAt(i));
  };
  letters(0, "RIFF");
  view.setUint32(4, 36 + bytes, true);
  letters(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  letters(36, "data");
  view.setUint32(40, bytes, true);
  return view.buffer;
}
