/**
 * sRGB to CIELAB: the transfer curve of IEC 61966-2-1, its matrix to XYZ, and CIE 15:2004 with the
 * white of D65. A step of 1 in L* is about the least that an eye sees.
 */

/** Linear light, 0 to 1, of an 8-bit value of sRGB. */
export const LINEAR = Float32Array.from({ length: 256 }, (_, value) => {
  const v = value / 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
});

export interface Lab {
  /** L*, 0 (black) to 100 (white). */
  readonly lightness: number;
  /** a*, green to red, and b*, blue to yellow; both about -100 to 100. */
  readonly a: number;
  readonly b: number;
}

/** @param red, green, blue linear light, 0 to 1 */
export function labOf(red: number, green: number, blue: number): Lab {
  const x = bent((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
  const y = bent(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = bent((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
  return { lightness: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z) };
}

function bent(t: number): number {
  return t > 216 / 24_389 ? Math.cbrt(t) : (24_389 / 27 / 116) * t + 16 / 116;
}

/** Angle of a colour in CIELAB, in degrees from 0 (pink) over 90 (yellow) and 270 (blue) to 360. */
export function hueOf(a: number, b: number): number {
  const degrees = (Math.atan2(b, a) * 180) / Math.PI;
  return degrees < 0 ? degrees + 360 : degrees;
}
