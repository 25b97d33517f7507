import { locale } from '#i18n/locale.ts'

/** Octets in each unit: a megabyte here is 1,048,576, as the limits of files count. */
const UNITS = [
  ['megabyte', 1_048_576],
  ['kilobyte', 1_024],
  ['byte', 1],
] as const

/** The size of a file, as the language writes it: `3.2 MB`, `17 kB`. @param octets how many it has */
export function formatSize(octets: number): string {
  const [unit, length] = UNITS.find(([, length]) => octets >= length) ?? UNITS[2]
  const maximumFractionDigits = unit === 'megabyte' ? 1 : 0
  return (octets / length).toLocaleString(locale, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits,
  })
}
