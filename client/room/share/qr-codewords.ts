// For each version from 1 on: codewords in all, blocks they are split into, correction codewords of each block.
const CODEWORDS = [26, 44, 70, 100, 134, 172, 196, 242, 292, 346] as const
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5] as const
const CORRECTION = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26] as const

/**
 * What a QR code says, before it is drawn: the bytes of a text and their corrections, at level M.
 * @returns null where the text is too long for version 10
 */
export function qrCodewords(text: string): { version: number; all: number[] } | null {
  const bytes = [...new TextEncoder().encode(text)]
  const index = CODEWORDS.findIndex((all, at) => {
    // Four bits say "bytes"; their count takes one byte, from version 10 on two.
    const room = all - (BLOCKS[at] ?? 0) * (CORRECTION[at] ?? 0)
    return bytes.length + (at < 9 ? 2 : 3) <= room
  })
  return index < 0 ? null : { version: index + 1, all: codewords(bytes, index) }
}

/** The text as blocks with their corrections, dealt out in turns, so that a stain hurts each block a little. */
function codewords(bytes: number[], index: number): number[] {
  const count = BLOCKS[index] ?? 1
  const correction = CORRECTION[index] ?? 0
  const room = (CODEWORDS[index] ?? 0) - count * correction
  const half = bytes.flatMap((byte) => [byte >> 4, byte & 15])
  const length =
    index < 9 ? [bytes.length >> 4, bytes.length & 15] : [0, 0, bytes.length >> 4, bytes.length & 15]
  const nibbles = [4, ...length, ...half, 0]
  const data: number[] = []
  for (let at = 0; at < nibbles.length; at += 2) data.push(((nibbles[at] ?? 0) << 4) | (nibbles[at + 1] ?? 0))
  for (let pad = 0xec; data.length < room; pad ^= 0xec ^ 0x11) data.push(pad)

  const short = Math.floor(room / count)
  const firstLong = count - (room % count)
  const start = (block: number) => block * short + Math.max(0, block - firstLong)
  const blocks = Array.from({ length: count }, (_, block) => data.slice(start(block), start(block + 1)))
  const deal = (hands: number[][]) =>
    Array.from({ length: short + 1 + correction }, (_, turn) =>
      hands.flatMap((hand) => hand.slice(turn, turn + 1)),
    ).flat()
  return [...deal(blocks), ...deal(blocks.map((block) => corrected(block, correction)))]
}

/** Reed and Solomon's correction of a block: what is left of it when divided by (x - 1)(x - 2)(x - 4)… */
function corrected(block: number[], degree: number): number[] {
  let divisor = [1]
  for (let step = 0, root = 1; step < degree; step++, root = multiply(root, 2)) {
    divisor = [...divisor, 0].map((value, at, all) => value ^ multiply(all[at - 1] ?? 0, root))
  }
  return block.reduce<number[]>((rest, value) => {
    const factor = value ^ (rest[0] ?? 0)
    return divisor.slice(1).map((each, at) => (rest[at + 1] ?? 0) ^ multiply(each, factor))
  }, Array<number>(degree).fill(0))
}

/** A product in the field of 256 elements that QR codes count in. */
function multiply(a: number, b: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d) ^ (((b >> bit) & 1) * a)
  }
  return product
}
