/**
 * `npm run icons`: draws the icons of the installed app from `client/public/favicon.svg`. They are committed, so that a build
 * needs no program that draws, and makes the same bytes everywhere; `scripts/icons.test.ts` holds them to the drawing.
 */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { listIcons, PUBLIC } from './draw-icon.ts'

for (const { src, draw } of listIcons()) writeFileSync(join(PUBLIC, src), await draw())
