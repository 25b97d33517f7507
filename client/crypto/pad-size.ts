/** Octets that every file has at least once it is padded: short notes look alike. */
const LEAST = 1_024

/**
 * Returns the octets that a file is padded to, so that its size says little about it: its binary exponent, and so many of the
 * digits after the first as the exponent itself has (Padmé, Nikitin et al. 2019). From 1 KiB on that is a sixteenth more at most. Up to 25 MiB the
 * steps divide a chunk, so that padding makes the last chunk longer and never adds one, and 25 MiB stay 25 MiB.
 */
export function padSize(size: number): number {
  if (size <= LEAST) return LEAST
  const exponent = 31 - Math.clz32(size)
  const digits = 32 - Math.clz32(exponent)
  const step = 2 ** (exponent - digits)
  return Math.ceil(size / step) * step
}
