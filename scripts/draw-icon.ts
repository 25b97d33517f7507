import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { APP_ICONS, APPLE_TOUCH_ICON } from '../client/app/app-icons.ts'

/** What is served as it is. */
export const PUBLIC = join(import.meta.dirname, '../client/public')

/** The drawing is 32 units wide. A mask may leave a circle of 80 % of the width: with so many units around it, all that is drawn is within. */
const MARGIN = { none: 0, maskable: 5 }

const DRAWING = { width: 32, corner: ' rx="8"' }

/** Lists the icons that are drawn, and how. */
export function listIcons(): { src: string; size: number; draw: () => Promise<Buffer> }[] {
  const shapes = [
    ...APP_ICONS.map(({ src, size, purpose }) => ({ src, size, svg: shapeFor(purpose) })),
    { ...APPLE_TOUCH_ICON, svg: fillSquare(MARGIN.none) },
  ]
  return shapes.map(({ src, size, svg }) => ({ src, size, draw: () => drawPng(svg, size) }))
}

const shapeFor = (purpose: 'any' | 'maskable') =>
  purpose === 'any' ? readFavicon() : fillSquare(MARGIN.maskable)

const readFavicon = () => readFileSync(join(PUBLIC, 'favicon.svg'), 'utf8')

/** Has the drawing's ground fill the whole square, with a margin of it around the rest. */
function fillSquare(margin: number): string {
  const { width, corner } = DRAWING
  const side = width + 2 * margin
  const changes: [string, string][] = [
    [`viewBox="0 0 ${width} ${width}"`, `viewBox="${-margin} ${-margin} ${side} ${side}"`],
    [
      `<rect width="${width}" height="${width}"${corner}`,
      `<rect x="${-margin}" y="${-margin}" width="${side}" height="${side}"`,
    ],
  ]
  return changes.reduce((svg, [from, to]) => {
    if (!svg.includes(from)) throw new Error(`favicon.svg has no ${from}`)
    return svg.replace(from, to)
  }, readFavicon())
}

function drawPng(svg: string, size: number): Promise<Buffer> {
  return sharp(Buffer.from(svg), { density: (72 * size) / DRAWING.width })
    .resize(size, size)
    .png({ compressionLevel: 9, palette: true })
    .toBuffer()
}
