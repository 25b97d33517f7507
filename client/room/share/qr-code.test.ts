import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { qrCode } from './qr-code.ts'

const draw = (text: string, dark: string, light: string) =>
  qrCode(text)
    ?.map((row) => row.map((module) => (module ? dark : light)).join(''))
    .join('\n')

// Codes that a reader of somebody else's (jsQR) has read back, as it has every length from 1 to 213.
const READ = `
#######.#.#..#...#....#...#######
#.....#.#..####.#.##..#.#.#.....#
#.###.#.#.#####.#...##.#..#.###.#
#.###.#..###..#.#.####.##.#.###.#
#.###.#.#.#.#..###...##...#.###.#
#.....#...##..###.##...#..#.....#
#######.#.#.#.#.#.#.#.#.#.#######
..........##.####.#...#..........
#..#######.#.##..#.....###..#.###
####...#...#.##..#####.##...####.
..#.####..####.##....#.####.###.#
.#.##..#.....#..#.#.#..#...#..#.#
....#.#.#...##.#.#.#.#.##.##...##
..##.....#..#.#..###########.....
####.####...#..#.#.####.#.##..#..
###.##.#..#...#.#...#.####...##.#
.#..#.#..#.#.#.##...#.##.####.#..
###.##.....#...######.#...#.#.##.
..#.#.###...##########.#.#.#.##.#
#..#.#..#####..##..#....###.#####
.#...##..###...##.#..##.#..#.#.##
#.#.##..###.##...#....#....###...
#..##.#...##..#....###.##.#....##
#.........#..#.#.#.##....####.###
##..##########......#..######.#..
........#.###...###..#..#...#.#.#
#######.#..#.###.#.#...##.#.#.#..
#.....#.#####.##.##.#####...####.
#.###.#.##.#....##...########..##
#.###.#.#.#..##.#.#..#####.#.#..#
#.###.#...#...##.#.#.#.#.#.###.##
#.....#..#..#......##.##.#.##.###
#######.##..#.#######...#..###...
`

describe('a QR code', () => {
  test('is the one that was read back', () => {
    expect(draw('https://chat.example/room/V1StGXR8_Z5jdHi6B-myT', '#', '.')).toBe(READ.trim())
  })

  test.for([
    [14, 21, 'ed38044499eefb34'],
    [26, 25, '4eb24595c17ee961'],
    [42, 29, 'f2ac3d84d35aae78'],
    [62, 33, '33207726e622cc60'],
    [84, 37, 'c4be4f6af092b388'],
    [106, 41, '6fe3ca65716d5fe4'],
    [122, 45, 'a5173e297ff8f750'],
    [152, 49, 'ba060a9e4e574f1c'],
    [180, 53, 'f9667e5e1298c59e'],
    [213, 57, '65f34727262915b3'],
  ] as const)('of %i bytes is %i modules wide, and the one that was read back', ([length, size, hash]) => {
    const text = 'https://chat.example/room/'.padEnd(length, 'V1StGXR8_Z5jdHi6B-myT').slice(0, length)
    const drawn = draw(text, '1', '0') ?? ''
    expect(drawn.indexOf('\n')).toBe(size)
    expect(createHash('sha256').update(drawn).digest('hex').slice(0, 16)).toBe(hash)
  })

  test('there is none for a text that is too long, counted in bytes', () => {
    expect(qrCode('x'.repeat(213))).not.toBeNull()
    expect(qrCode('x'.repeat(214))).toBeNull()
    expect(qrCode('ä'.repeat(107))).toBeNull()
  })
})
