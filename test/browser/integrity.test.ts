import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { waitUntilVisible } from '../support/browser.ts'
import { createVisitors, lobby } from '../support/visitors.ts'
import { takeProblems } from './page-actions.ts'

const visitors = createVisitors()

/** Changes one byte of a file on its way to the page: the last one, without which it would run as before. */
async function changeOneByte(page: Page, file: RegExp): Promise<void> {
  await page.route(file, async (route) => {
    const response = await route.fetch()
    const body = await response.body()
    expect(body.at(-1)).not.toBe(0x20)
    body.writeUInt8(0x20, body.length - 1)
    await route.fulfill({ response, body })
  })
}

const CHANGED = /could not be loaded, or was changed on its way/

interface Case {
  what: string
  file: RegExp
  says: RegExp
}
const SCRIPTS: Case[] = [
  { what: 'the first script', file: /\/shared-.*\.js/, says: CHANGED },
  { what: 'the script of the lobby', file: /\/open-lobby-.*\.js/, says: CHANGED },
  { what: 'a script that is loaded on demand', file: /\/room-options-.*\.js/, says: /could not be reached/ },
]

test.for(SCRIPTS)(
  '$what, changed by one byte, does not run, and the page says so',
  async ({ file, says }) => {
    const ann = await visitors.open()
    await changeOneByte(ann.page, file)
    await ann.page.goto('/')
    if (says !== CHANGED) await ann.page.getByText('Options').click()
    await waitUntilVisible(ann.page.getByText(says), 'nothing shows that a script is missing')
    // The browser prints what it refused, and the promise of the import is rejected.
    const problems = (await takeProblems(ann)).join('\n')
    expect(problems).toMatch(/Failed to find a valid digest in the 'integrity' attribute/)
  },
)

test('a stylesheet that was changed is refused', async () => {
  const ann = await visitors.open()
  await changeOneByte(ann.page, /\.css/)
  await ann.page.goto('/')
  await waitUntilVisible(lobby.create(ann.page), 'the page can not do without its style')
  expect((await takeProblems(ann)).join('\n')).toMatch(/Failed to find a valid digest/)
})

test('a script whose hash the document does not know is refused, though this server serves it', async () => {
  const ann = await visitors.open()
  await ann.page.goto('/')
  await waitUntilVisible(lobby.create(ann.page), 'the lobby is not there')
  // As text: the test runner has an `import()` of its own.
  const load = (address: string) =>
    ann.page.evaluate(`import('${address}').then(() => 'ran', () => 'refused')`)
  const known = await ann.page.evaluate(() =>
    Object.keys(JSON.parse(document.querySelector('script[type=importmap]')?.textContent ?? '').integrity),
  )
  expect(await load(known[0] ?? '')).toBe('ran')
  expect(await load('/theme.js')).toBe('refused')
})
