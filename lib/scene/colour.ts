/** Linear light of one sRGB channel, 0…1. */
const toLinear = (channel: number) =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4

type Triple = readonly [number, number, number]

/** A hex colour as linear red, green and blue, 0…1. */
export function linearRgb(hex: string): Triple {
  const channel = (at: number) => toLinear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  return [channel(1), channel(3), channel(5)]
}

/** Relative luminance as WCAG defines it, 0…1. */
export function luminance(hex: string): number {
  const [r, g, b] = linearRgb(hex)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast of two colours as WCAG defines it, 1…21. */
export function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

/** How a reader sees: as most do, or with one kind of cone missing. */
export type Vision = 'normal' | 'protanopia' | 'deuteranopia' | 'tritanopia'

/** Viénot, Brettel and Mollon's simulations at full severity, on linear light (Machado 2009 for the third). */
const SEEN: Readonly<Record<Vision, readonly [Triple, Triple, Triple]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

const dot = (a: Triple, b: Triple) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

/** A colour in Oklab, where distance is about what the eye tells apart. */
function oklab(rgb: Triple): Triple {
  const cone = (weights: Triple) => Math.cbrt(Math.max(0, dot(weights, rgb)))
  const lms: Triple = [
    cone([0.4122214708, 0.5363325363, 0.0514459929]),
    cone([0.2119034982, 0.6806995451, 0.1073969566]),
    cone([0.0883024619, 0.2817188376, 0.6299787005]),
  ]
  return [
    dot([0.2104542553, 0.793617785, -0.0040720468], lms),
    dot([1.9779984951, -2.428592205, 0.4505937099], lms),
    dot([0.0259040371, 0.7827717662, -0.808675766], lms),
  ]
}

/** How far apart two colours look to a reader, in hundredths of Oklab; about 2 is the least that can be seen. */
export function difference(a: string, b: string, vision: Vision): number {
  const see = (hex: string) => {
    const rgb = linearRgb(hex)
    const [r, g, bl] = SEEN[vision]
    return oklab([dot(r, rgb), dot(g, rgb), dot(bl, rgb)])
  }
  const [p, q] = [see(a), see(b)]
  return 100 * Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])
}
