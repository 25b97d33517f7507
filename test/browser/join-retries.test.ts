import { expect, test } from 'vitest'
import { waitUntilVisible } from '../support/browser.ts'
import { createRoomByApi, createVisitors, lobby, room } from '../support/visitors.ts'
import { takeProblems } from './page-actions.ts'

const visitors = createVisitors()

/** Has the next joins answered by a proxy of this kind, `times` times. */
async function failJoins(page: import('playwright-core').Page, times: number, after: string) {
  let left = times
  await page.route('**/join', (route) => {
    left -= 1
    if (left < 0) return route.fallback()
    return route.fulfill({
      status: 503,
      contentType: 'text/html',
      headers: { 'Retry-After': after, Via: '1.1 proxy' },
      body: '<h1>Later</h1>',
    })
  })
}

test('a join that fails for the moment is tried again by itself or at once, and what was typed is kept', async () => {
  const host = await visitors.open()
  const visitor = await visitors.open()
  const address = await createRoomByApi(host, { password: 'correct horse' })
  await visitor.page.goto(address)
  const box = await waitUntilVisible(
    visitor.page.getByLabel('Password', { exact: true }),
    'nobody asks for the password',
  )
  await failJoins(visitor.page, 1, '600')
  await box.fill('correct horse')
  await box.press('Enter')
  await waitUntilVisible(
    visitor.page.getByText(/tried again by itself in \d+ seconds?/),
    'the page does not show what happens next',
  )
  await visitor.page.getByRole('button', { name: 'Try now' }).click()
  await waitUntilVisible(
    room.box(visitor.page),
    'trying now does not let in, or the password has to be typed again',
  )

  // A reload, and nobody touches anything.
  await failJoins(visitor.page, 1, '2')
  await visitor.page.reload()
  await waitUntilVisible(
    visitor.page.getByText(/tried again by itself/),
    'a reload that meets a proxy shows nothing',
  )
  await waitUntilVisible(room.box(visitor.page), 'it is not tried again by itself')

  // The browser prints what the proxy answered.
  expect(await takeProblems(visitor), 'nothing failed').not.toEqual([])
})

test('a seat in one’s own new room is asked for again in the lobby, where the password is known', async () => {
  const ann = await visitors.open()
  await ann.page.goto('/')
  await failJoins(ann.page, 1, '600')
  await ann.page.getByText('Options').click()
  await ann.page.getByLabel('Password', { exact: true }).fill('open sesame')
  await lobby.create(ann.page).click()
  await waitUntilVisible(ann.page.getByText(/not in it yet/), 'the lobby does not show that the join failed')
  await ann.page.getByRole('button', { name: 'Try now' }).click()
  await waitUntilVisible(room.box(ann.page), 'the creator is asked for the password of the room')
  expect(await takeProblems(ann)).not.toEqual([])
})

test('while the prompts are loaded the page is not blank', async () => {
  const host = await visitors.open()
  const visitor = await visitors.open()
  const address = await createRoomByApi(host, { password: 'correct horse' })
  const requested = Promise.withResolvers<void>()
  const answer = Promise.withResolvers<void>()
  await visitor.page.route(/assets\/pre-join-.*js/, async (route) => {
    requested.resolve()
    await answer.promise
    await route.continue()
  })
  await visitor.page.goto(address)
  await requested.promise
  const entering = visitor.page.getByText('Entering…')
  await waitUntilVisible(entering, 'the page is blank while its prompts are loaded')
  answer.resolve()
  await waitUntilVisible(visitor.page.getByLabel('Password', { exact: true }), 'the prompt never comes')
  expect(await entering.count()).toBe(0)
})

test('prompts that could not be loaded are loaded again by themselves', async () => {
  const host = await visitors.open()
  const visitor = await visitors.open()
  const address = await createRoomByApi(host, { password: 'correct horse' })
  let isCut = true
  await visitor.page.route(/assets\/pre-join-/, (route) => (isCut ? route.abort() : route.continue()))
  await visitor.page.goto(address)
  await waitUntilVisible(
    visitor.page.getByText(/out of reach/),
    'the page does not show that it could not be loaded',
  )
  isCut = false
  await waitUntilVisible(visitor.page.getByLabel('Password', { exact: true }), 'it is not loaded again')
  expect(await takeProblems(visitor)).not.toEqual([])
})
