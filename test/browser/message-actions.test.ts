import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { waitUntil, waitUntilHidden, waitUntilVisible } from '../support/browser.ts'
import { createRoom, createVisitors, enterRoom, room, sendMessage } from '../support/visitors.ts'
import { checkAccessibility, checkHardships } from './accessibility-check.ts'
import { lookAway, seeFocus } from './page-actions.ts'
import { createTranslator } from './translator.ts'

const visitors = createVisitors()
const translate = createTranslator()

const tool = (page: Page, text: string, name: string) =>
  room.message(page, text).getByRole('button', { name, exact: true })

/** Chooses how long the next messages stay. @param choices groups, and what is chosen in each */
async function choose(page: Page, ...choices: [string, string][]) {
  await page.getByRole('button', { name: 'Ask, poll or disappear' }).click()
  await page.getByRole('button', { name: 'Let messages disappear' }).click()
  for (const [group, choice] of choices)
    await page
      .getByRole('group', { name: group })
      .getByRole('radio', { name: choice, exact: true })
      .press('Space')
  await checkAccessibility(page, 'how long messages stay')
  await page.getByRole('button', { name: 'Use this' }).click()
}

test('two people answer, react, edit and take back; who was offline learns of it when they are back', async () => {
  const [ann, ben] = [await visitors.open(), await visitors.open()]
  const address = await createRoom(ann.page, 'Ann')
  await enterRoom(ben.page, address, 'Ben')
  await translate(ann.page)
  await translate(ben.page)
  await sendMessage(ann.page, 'Lunch at one?')
  for (const text of ['a secret', 'a typo']) await sendMessage(ann.page, text)

  // To be read once: chosen with keys, for one message, and revealed with a key. Its time runs out meanwhile.
  await choose(ann.page, ['Read once', '10 seconds'], ['Disappears after', '1 minute'])
  await waitUntilVisible(ann.page.getByText('Read once, for 10 seconds'), 'it is not said what was chosen')
  await sendMessage(ann.page, 'code 4711')
  await waitUntilHidden(ann.page.getByText('Read once, for 10 seconds'), 'it holds for another message')
  await waitUntilVisible(ann.page.getByText('0 of 1 have read it'), 'its author is not told')
  await waitUntilVisible(
    ben.page.getByText('Ann sent a message to be read once.'),
    'it is not said that there is a message',
  )
  await waitUntilHidden(ben.page.getByText('4711'), 'it is not concealed')
  await checkAccessibility(ben.page, 'a concealed message')
  await ben.page.getByRole('button', { name: 'Reveal' }).focus()
  await ben.page.keyboard.press('Enter')
  await waitUntilVisible(ben.page.getByText('code 4711'), 'it is not revealed')
  await waitUntilVisible(ben.page.getByText(/^Gone in \d+ seconds$/), 'its clock is not there')
  await waitUntilVisible(ann.page.getByText('1 of 1 have read it'), 'its author is not told who read it')
  // All others disappear after a minute until that is taken away.
  await sendMessage(ann.page, 'for a minute')
  await waitUntilVisible(
    room.message(ben.page, 'for a minute').getByText(/^Disappears in \d+ seconds$|in 1 minute$/),
    'it is not said when it disappears',
  )
  await ann.page.getByRole('button', { name: 'Don’t let it disappear' }).click()
  await waitUntilHidden(ann.page.getByText('Disappears after 1 minute'), 'it can’t be taken away')
  await sendMessage(ann.page, 'the last word')

  // Answered by a key, and the quote leads to what it answers.
  await waitUntilVisible(tool(ben.page, 'Lunch at one?', 'Reply'), 'nothing can be answered')
  const question = room.message(ben.page, 'Lunch at one?')
  await question.focus()
  await waitUntil(
    async () => (await question.getAttribute('aria-labelledby')) !== null,
    'a message that has the focus is not named',
  )
  expect(await ben.page.getByRole('article', { name: 'Ann Lunch at one?', exact: true }).count()).toBe(1)
  await ben.page.keyboard.press('r')
  await waitUntilVisible(
    ben.page.getByText('Replying to Ann: Lunch at one?'),
    'it is not said what is answered',
  )
  await seeFocus(room.box(ben.page), 'one can not answer at once')
  await ben.page.keyboard.type('Half past')
  await ben.page.keyboard.press('Enter')
  const quote = ann.page.getByRole('button', { name: 'In reply to you: Lunch at one?' })
  await waitUntilVisible(quote, 'the answer has no quote')
  await quote.click()
  await waitUntil(
    () => ann.page.evaluate(() => document.activeElement?.textContent?.includes('Lunch at one?') === true),
    'the quote does not lead to the message',
  )

  // Chosen by keys; the focus goes back.
  await tool(ann.page, 'Half past', 'React').focus()
  await ann.page.keyboard.press('Enter')
  await waitUntilVisible(ann.page.getByRole('dialog', { name: 'React' }), 'nothing is offered')
  await checkAccessibility(ann.page, 'what one can react with')
  await checkHardships(ann.page, 'what one can react with')
  await ann.page.keyboard.press('ArrowRight')
  await ann.page.keyboard.press('ArrowLeft')
  await ann.page.keyboard.press('Enter')
  const own = ann.page.getByRole('button', { name: '👍 1, yours', pressed: true })
  await waitUntilVisible(own, 'the reaction is not there')
  const given = ben.page.getByRole('button', { name: '👍 1', exact: true })
  await waitUntilVisible(given, 'the reaction does not arrive')
  await given.hover()
  await waitUntilVisible(ben.page.getByRole('tooltip', { name: 'Ann' }), 'it is not said whose it is')

  // Its time has run out, for everyone.
  await waitUntilVisible(ben.page.getByText('A message has disappeared.'), 'its time does not run out')
  await waitUntilHidden(ben.page.getByText('4711'), 'it is still there')
  await waitUntilVisible(ann.page.getByText('Your message has disappeared.'), 'its author still has it')
  await waitUntilHidden(ann.page.getByText('4711'), 'its author still sees it')

  // Offline, Ben answers one that Ann takes back, and has read another that she edits.
  await tool(ben.page, 'a secret', 'Reply').click()
  await room.box(ben.page).fill('I know')
  await ben.context.setOffline(true)
  await tool(ann.page, 'a secret', 'Take back').press('Enter')
  await waitUntilVisible(ann.page.getByText('You took a message back.'), 'it is not taken back')
  await seeFocus(room.box(ann.page), 'a keyboard is lost with the message')
  await ann.page.keyboard.type('still here')
  expect(await room.box(ann.page).inputValue()).toBe('still here')
  await tool(ann.page, 'a typo', 'Edit').click()
  await expect.poll(() => room.box(ann.page).inputValue()).toBe('a typo')
  await room.box(ann.page).fill('no mistake')
  await ann.page.keyboard.press('Enter')
  await waitUntilVisible(room.message(ann.page, 'no mistake').getByText('edited'), 'it is not edited')
  // Escape gives back what was written.
  await room.box(ann.page).fill('')
  await ann.page.keyboard.press('ArrowUp')
  await expect.poll(() => room.box(ann.page).inputValue()).toBe('the last word')
  await ann.page.keyboard.press('Escape')
  await expect.poll(() => room.box(ann.page).inputValue()).toBe('')

  await ben.context.setOffline(false)
  await waitUntilVisible(
    ben.page.getByText('Ann took a message back.'),
    'who was offline does not learn of it',
  )
  await waitUntilVisible(room.message(ben.page, 'no mistake').getByText('edited'), 'the edit does not arrive')
  await waitUntilHidden(ben.page.getByText('a secret'), 'the text is still there')
  const gone = await waitUntilVisible(
    ben.page.getByText(/answering is gone/),
    'it is not said that it is gone',
  )
  expect(await room.box(ben.page).inputValue()).toBe('I know')
  await checkAccessibility(ben.page, 'answers, reactions and edits')
  await checkHardships(ann.page, 'answers, reactions and edits')

  // On a phone a short message has all of its buttons in the window, and what is gone is said whole.
  await sendMessage(ann.page, 'yes')
  await waitUntilVisible(room.message(ben.page, 'yes'), 'a short message does not arrive')
  for (const { page } of [ann, ben]) {
    const wide = page.viewportSize()
    await page.setViewportSize({ width: 360, height: 740 })
    const places = await page.locator('.message-more').evaluateAll((all) =>
      all.map((tools) => {
        const { left, right } = tools.getBoundingClientRect()
        return [left >= 0, right <= innerWidth]
      }),
    )
    expect(new Set(places.flat()), 'buttons are cut off').toEqual(new Set([true]))
    if (page === ben.page) {
      const hidden = await gone.evaluate((element) => element.scrollWidth - element.clientWidth)
      expect(hidden, 'the sentence is cut').toBeLessThanOrEqual(0)
    }
    if (wide) await page.setViewportSize(wide)
  }

  // What is taken back counts no more for who looks elsewhere. What counts is loaded with a message where it could not be before.
  await ben.page.route(/\/notifications-.*\.js$/, (route) => route.abort('internetdisconnected'), {
    times: 1,
  })
  const failed = ben.page.waitForEvent('requestfailed', (request) =>
    request.url().includes('/notifications-'),
  )
  await lookAway(ben.page)
  await failed
  await sendMessage(ann.page, 'never mind')
  await expect.poll(() => ben.page.title(), { message: 'nothing is counted' }).toMatch(/^\(1\)/)
  await tool(ann.page, 'never mind', 'Take back').click()
  await expect.poll(() => ben.page.title(), { message: 'it still counts' }).not.toMatch(/^\(/)
})
