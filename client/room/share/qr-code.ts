/**
 * QR codes for links: byte mode, error correction level M, versions 1 to 10 (up to 213 bytes of text), as ISO/IEC
 * 18004 describes them. Our own, because it is small, and because a link to a room is nobody else's business.
 */

import { qrCodewords } from './qr-codewords.ts'

/** Modules that are turned around, so that no pattern misleads a reader: one of these is chosen. */
const MASKS: readonly ((x: number, y: number) => number)[] = [
  (x, y) => (x + y) % 2,
  (_, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
]

type Grid = boolean[][]

/** The code's rows, true where dark, without the light margin of four around it; null where `text` is too long. */
export function qrCode(text: string): Grid | null {
  const codewords = qrCodewords(text)
  if (!codewords) return null
  const size = codewords.version * 4 + 17
  const { modules, fixed } = frame(size)
  place(codewords.all, modules, fixed)
  const masked = MASKS.map((mask, number) => {
    const grid = modules.map((row, y) => row.map((dark, x) => dark !== (!fixed[y]?.[x] && mask(x, y) === 0)))
    drawFormat(grid, number)
    return { grid, penalty: penalty(grid) }
  })
  return masked.reduce((best, next) => (next.penalty < best.penalty ? next : best)).grid
}

/** `value` with the check bits that format and version carry. */
function checked(value: number, degree: number, divisor: number): number {
  let rest = value
  for (let step = 0; step < degree; step++) rest = (rest << 1) ^ ((rest >> (degree - 1)) * divisor)
  return (value << degree) | rest
}

/** What is the same in every code of a size: finders, timing, alignment, version; and which modules are taken. */
function frame(size: number): { modules: Grid; fixed: Grid } {
  const grid = () => Array.from({ length: size }, () => Array<boolean>(size).fill(false))
  const modules = grid()
  const fixed = grid()
  const set = (x: number, y: number, dark: boolean) => {
    const [row, taken] = [modules[y], fixed[y]]
    if (row && taken && x in row) [row[x], taken[x]] = [dark, true]
  }
  const rings = (x: number, y: number, radius: number, light: readonly number[]) => {
    for (let dy = -radius; dy <= radius; dy++) {
      for (let dx = -radius; dx <= radius; dx++) {
        set(x + dx, y + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))))
      }
    }
  }
  for (let at = 0; at < size; at++)
    for (const [x, y] of [
      [6, at],
      [at, 6],
    ] as const)
      set(x, y, at % 2 === 0)
  const far = size - 7
  const lines = size === 21 ? [] : size < 45 ? [6, far] : [6, (size - 1) / 2, far]
  for (const y of lines) {
    for (const x of lines)
      if (x + y > 6 + 6 && !(Math.min(x, y) === 6 && Math.max(x, y) === far)) rings(x, y, 2, [1])
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    rings(x, y, 4, [2, 4])
  // Kept free for the format, which is written with the mask.
  for (let at = 0; at < 9; at++) {
    if (at !== 6)
      for (const [x, y] of [
        [8, at],
        [at, 8],
      ] as const)
        set(x, y, false)
    if (at < 8)
      for (const [x, y] of [
        [8, size - 1 - at],
        [size - 1 - at, 8],
      ] as const)
        set(x, y, false)
  }
  set(8, size - 8, true)
  const version = (size - 17) / 4
  for (let bit = 0; version > 6 && bit < 18; bit++) {
    const dark = ((checked(version, 12, 0x1f25) >> bit) & 1) === 1
    const [near, away] = [Math.floor(bit / 3), size - 11 + (bit % 3)]
    set(near, away, dark)
    set(away, near, dark)
  }
  return { modules, fixed }
}

/** Writes the bits into what is free: two columns at a time from the right, up and down in turns. */
function place(codewords: number[], modules: Grid, fixed: Grid): void {
  const size = modules.length
  let bit = 0
  for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2) {
    const upward = ((right + 1) & 2) === 0
    for (let step = 0; step < size; step++) {
      const y = upward ? size - 1 - step : step
      const row = modules[y]
      for (const x of [right, right - 1]) {
        if (!row || fixed[y]?.[x]) continue
        row[x] = (((codewords[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1
        bit++
      }
    }
  }
}

/** The level and the mask, twice: beside the upper left finder, and beside the two others. */
function drawFormat(grid: Grid, mask: number): void {
  const code = checked(mask, 10, 0x537) ^ 0x5412
  const end = grid.length - 1
  const set = (x: number, y: number, dark: boolean) => {
    const row = grid[y]
    if (row) row[x] = dark
  }
  for (let bit = 0; bit < 15; bit++) {
    const dark = ((code >> bit) & 1) === 1
    if (bit < 8) {
      set(8, bit < 6 ? bit : bit + 1, dark)
      set(end - bit, 8, dark)
    } else {
      set(bit === 8 ? 7 : 14 - bit, 8, dark)
      set(8, end - 14 + bit, dark)
    }
  }
}

/** How hard a code is to read: long runs, squares, what looks like a finder, too much of one colour. */
function penalty(grid: Grid): number {
  const rows = grid.map((row) => row.map(Number).join(''))
  const lines = [...rows, ...rows.map((_, x) => rows.map((row) => row[x]).join(''))]
  let sum = 0
  for (const line of lines) {
    for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) sum += run.length - 2
    sum += 40 * [...line.matchAll(/(?=10111010000|00001011101)/g)].length
  }
  for (const [y, row] of rows.entries()) {
    for (let x = 1; x < row.length; x++) {
      if (/^(0000|1111)$/.test(`${row[x - 1]}${row[x]}${rows[y + 1]?.slice(x - 1, x + 1)}`)) sum += 3
    }
  }
  const dark = rows.join('').replaceAll('0', '').length / rows.length ** 2
  return sum + 10 * Math.floor(Math.abs(dark - 0.5) * 20)
}
