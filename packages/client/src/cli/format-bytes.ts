/** Writes a number of octets for a person. */
export function formatBytes(octets: number): string {
  if (octets < 1_024) return `${octets} bytes`
  if (octets < 1_048_576) return `${Math.round(octets / 1_024)} KiB`
  return `${(octets / 1_048_576).toFixed(1)} MiB`
}
