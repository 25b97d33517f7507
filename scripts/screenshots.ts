/**
 * `npm run screenshots`: takes a picture of every page and of what it shows most, to be looked at: in three languages, light and dark,
 * for a phone of 360 px and a window of 1280. They go into `.cache/screenshots`, which is never committed.
 * `npm run screenshots -- ar de` takes those of other languages.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { LANGUAGES } from '../protocol/languages.ts'
import { openBrowser } from '../test/support/browser.ts'
import { startServer } from '../test/support/server.ts'
import { setup as buildOnce } from '../test/support/server-build-setup.ts'
import { openStudio } from './screenshots/open-studio.ts'
import { showCrowd } from './screenshots/show-crowd.ts'
import { showDoors } from './screenshots/show-doors.ts'
import { showHardships } from './screenshots/show-hardships.ts'
import { showMessages } from './screenshots/show-messages.ts'
import { showPages } from './screenshots/show-pages.ts'
import { showRoom } from './screenshots/show-room.ts'

const FOLDER = join(import.meta.dirname, '../.cache/screenshots')

/** Short words, long ones, and no spaces between them. */
const USUAL = ['en', 'de', 'ja']

const SCENES = [showRoom, showMessages, showDoors, showCrowd, showPages, showHardships]

const wanted = process.argv.length > 2 ? process.argv.slice(2) : USUAL
const languages = LANGUAGES.filter(({ tag }) => wanted.includes(tag))
if (languages.length < wanted.length) throw new Error(`the page is not built in all of: ${wanted.join(', ')}`)

await buildOnce()
rmSync(FOLDER, { recursive: true, force: true })
mkdirSync(FOLDER, { recursive: true })
// Any site may be named: the page that is embedded is opened by its address here.
const server = await startServer({ rateLimits: 'off', settings: { EMBED_ORIGINS: 'https://example.org' } })
const browser = await openBrowser()
try {
  for (const language of languages) {
    const studio = await openStudio(browser, server.origin, language, FOLDER)
    for (const show of SCENES) {
      // What one scene can't show must not cost the pictures of the others.
      await show(studio).catch((error: Error) => {
        process.exitCode = 1
        process.stderr.write(`${show.name} in ${language.tag}: ${error.message}\n`)
      })
      await studio.close()
    }
  }
} finally {
  await browser.close()
  await server.stop()
}
process.stdout.write(`The pictures are in ${FOLDER}.\n`)
process.exit()
