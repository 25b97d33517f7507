import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { waitUntil, waitUntilHidden, waitUntilVisible } from '../support/browser.ts'
import { createRoom, createVisitors, enterRoom, room, sendMessage } from '../support/visitors.ts'
import { checkAccessibility } from './accessibility-check.ts'
import { seeFocus, seeKept, tabTo } from './page-actions.ts'
import { createTranslator } from './translator.ts'

const visitors = createVisitors()
const translate = createTranslator()

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) })
const dialog = (page: Page) => page.getByRole('dialog')

/** A host and two guests in an encrypted room. */
async function openRoom() {
  const [ann, ben, cleo] = [await visitors.open(), await visitors.open(), await visitors.open()]
  const address = await createRoom(ann.page, 'Ann', { anyone: true })
  await enterRoom(ben.page, address, 'Ben')
  await enterRoom(cleo.page, address, 'Cleo')
  await translate(cleo.page)
  return { ann, ben, cleo }
}

/** Opens the form for a question or a poll. */
async function openForm(page: Page, name: 'Ask a question' | 'Make a poll') {
  await button(page, 'Ask, poll or disappear').click()
  await dialog(page).getByRole('button', { name }).click()
}

/** Makes a poll of three choices, and returns when it stands in the log. */
async function makePoll(page: Page, question: string, choices: string[], kind?: 'Several') {
  await openForm(page, 'Make a poll')
  await dialog(page).getByLabel('Your question').fill(question)
  for (const [at, choice] of choices.entries()) {
    if (at > 1) await dialog(page).getByRole('button', { name: 'Add a choice' }).click()
    await dialog(page)
      .getByLabel(`Choice ${at + 1}`, { exact: true })
      .fill(choice)
  }
  if (kind) await dialog(page).getByText(kind, { exact: true }).click()
  await dialog(page).getByRole('button', { name: 'Send', exact: true }).click()
  await waitUntilVisible(pollOf(page, question), 'the poll is not in the log')
}

const pollOf = (page: Page, question: string) =>
  room.message(page, question).getByRole('group', { name: question })

/** Waits until somebody sees so many votes for a choice. */
async function seeCount(page: Page, choice: RegExp, role: 'radio' | 'checkbox', votes: string) {
  const counted = page.getByRole(role, { name: new RegExp(`${choice.source}\\s*${votes}`) })
  await waitUntil(
    async () => (await counted.count()) === 1,
    `${choice.source} does not come to have ${votes}`,
  )
}

test('a question is voted up, and a host ticks it off', async () => {
  const { ann, ben, cleo } = await openRoom()
  await room.box(ben.page).fill('When is lunch?')
  await openForm(ben.page, 'Ask a question')
  await expect.poll(() => dialog(ben.page).getByLabel('Your question').inputValue()).toBe('When is lunch?')
  // Closed without sending, it stays where it was written.
  await ben.page.keyboard.press('Escape')
  expect(await room.box(ben.page).inputValue()).toBe('When is lunch?')
  await openForm(ben.page, 'Ask a question')
  await dialog(ben.page).getByRole('button', { name: 'Send', exact: true }).click()
  await waitUntilVisible(button(cleo.page, 'Vote up, 0 votes'), 'the question can not be voted up')
  expect(await room.box(ben.page).inputValue()).toBe('')
  await openForm(cleo.page, 'Ask a question')
  await dialog(cleo.page).getByLabel('Your question').fill('Is there coffee?')
  await dialog(cleo.page).getByRole('button', { name: 'Send', exact: true }).click()

  await room
    .message(cleo.page, 'When is lunch?')
    .getByRole('button', { name: /Vote up/ })
    .click()
  await waitUntilVisible(button(ben.page, 'Vote up, 1 vote'), 'the vote is not told')
  const own = room
    .message(cleo.page, 'When is lunch?')
    .getByRole('button', { name: /Vote up/, pressed: true })
  await waitUntilVisible(own, 'the own vote is not marked')

  await button(ben.page, 'Ask, poll or disappear').click()
  await waitUntilVisible(dialog(ben.page).getByRole('button', { name: 'Make a poll' }), 'nothing is offered')
  expect(await dialog(ben.page).getByRole('button', { name: 'Questions' }).count()).toBe(0)
  await ben.page.keyboard.press('Escape')
  await button(ann.page, 'Ask, poll or disappear').click()
  await dialog(ann.page).getByRole('button', { name: 'Questions' }).click()
  const rows = dialog(ann.page).getByRole('list', { name: 'Questions' }).getByRole('listitem')
  await waitUntil(
    async () => (await rows.allTextContents()).join().startsWith('When is lunch?'),
    'the question with more votes is not first',
  )
  await checkAccessibility(ann.page, 'the questions')
  await button(ann.page, 'Answered: When is lunch?').click()
  await waitUntilVisible(room.message(ben.page, 'Answered'), 'an answered question does not say so')
})

test('a poll of one choice and one of several are counted live, and closed by their author', async () => {
  const { ann, ben, cleo } = await openRoom()
  await makePoll(ann.page, 'Which day?', ['Monday', 'Tuesday', 'Friday'])
  await waitUntilVisible(pollOf(ben.page, 'Which day?'), 'the poll does not arrive')
  await pollOf(ben.page, 'Which day?')
    .getByRole('radio', { name: /Tuesday/ })
    .check()
  await pollOf(cleo.page, 'Which day?')
    .getByRole('radio', { name: /Tuesday/ })
    .check()
  await seeCount(ann.page, /Tuesday/, 'radio', '2 votes')
  await pollOf(cleo.page, 'Which day?')
    .getByRole('radio', { name: /Monday/ })
    .check()
  await seeCount(ann.page, /Tuesday/, 'radio', '1 vote')
  await button(cleo.page, 'Take back my vote').click()
  await seeCount(ben.page, /Monday/, 'radio', '0 votes')
  await checkAccessibility(ben.page, 'a poll')
  await button(ann.page, 'Close the poll').click()
  await waitUntilVisible(ben.page.getByText('Final result: 1 vote'), 'a closed poll has no result')
  const monday = pollOf(ben.page, 'Which day?').getByRole('radio', { name: /Monday/ })
  await waitUntil(() => monday.isDisabled(), 'a closed poll takes votes')

  await makePoll(ben.page, 'Which toppings?', ['Cheese', '<b>Basil</b>'], 'Several')
  const tab = await ann.openTab()
  await tab.goto(ann.page.url())
  const cheese = (page: Page) => pollOf(page, 'Which toppings?').getByRole('checkbox', { name: /Cheese/ })
  await waitUntilVisible(cheese(tab), 'a second tab has no poll')
  await cheese(ann.page).check()
  await waitUntil(() => cheese(tab).isChecked(), 'another tab does not know the own vote')
  await tab.close()
  await pollOf(ann.page, 'Which toppings?').getByRole('checkbox', { name: /Basil/ }).check()
  await seeCount(cleo.page, /<b>Basil<\/b>/, 'checkbox', '1 vote')
  await ann.page.reload()
  await waitUntil(
    async () => pollOf(ann.page, 'Which toppings?').getByRole('checkbox', { name: /Basil/ }).isChecked(),
    'after a reload the own votes are not marked',
  )
})

test('a vote given without a network waits, and is counted when it is back; who was away has the tallies', async () => {
  const { ann, ben, cleo } = await openRoom()
  await makePoll(ann.page, 'Which day?', ['Monday', 'Tuesday'])
  await waitUntilVisible(pollOf(ben.page, 'Which day?'), 'the poll does not arrive')
  await waitUntilVisible(pollOf(cleo.page, 'Which day?'), 'the poll does not arrive')
  await cleo.context.setOffline(true)
  await pollOf(cleo.page, 'Which day?')
    .getByRole('radio', { name: /Monday/ })
    .check()
  await waitUntilVisible(cleo.page.getByText('Your vote is on its way.'), 'a vote that waits does not say so')
  await pollOf(ben.page, 'Which day?')
    .getByRole('radio', { name: /Tuesday/ })
    .check()
  await seeCount(ann.page, /Tuesday/, 'radio', '1 vote')
  await cleo.context.setOffline(false)
  await seeCount(cleo.page, /Tuesday/, 'radio', '1 vote')
  await seeCount(ann.page, /Monday/, 'radio', '1 vote')
  await waitUntilHidden(cleo.page.getByText('Your vote is on its way.'), 'the vote still waits')
})

test('by keyboard alone: a poll with mistakes, which loses nothing, and a vote', async () => {
  const { page } = await visitors.open()
  await createRoom(page, 'Ann', { anyone: true })
  await sendMessage(page, 'hello')
  await tabTo(page, 'button', 'Ask, poll or disappear')
  await page.keyboard.press('Enter')
  await tabTo(page, 'button', 'Make a poll')
  await page.keyboard.press('Enter')
  await seeFocus(dialog(page).getByLabel('Your question'), 'one can not type at once')
  await page.keyboard.type('Which day?')
  await tabTo(page, 'textbox', 'Choice 1')
  await page.keyboard.type('Monday')
  await page.keyboard.press('Enter')
  await waitUntilVisible(page.getByText(/a poll has two or more/), 'a missing choice is not explained')
  await checkAccessibility(page, 'a poll with a mistake')
  await page.keyboard.press('Escape')
  await seeKept(page, 'poll')
  await page.reload()
  await openForm(page, 'Make a poll')
  const kept = dialog(page).getByLabel('Choice 1', { exact: true })
  await waitUntil(async () => (await kept.inputValue()) === 'Monday', 'a reload loses the poll')
  await tabTo(page, 'textbox', 'Choice 2')
  await page.keyboard.type('Tuesday')
  await tabTo(page, 'button', 'Send')
  await page.keyboard.press('Enter')
  await waitUntilVisible(pollOf(page, 'Which day?'), 'the poll is not sent')
  const first = pollOf(page, 'Which day?').getByRole('radio').first()
  await first.focus()
  await page.keyboard.press('ArrowDown')
  await seeCount(page, /Tuesday/, 'radio', '1 vote')
  await tabTo(page, 'button', 'Close the poll')
  await page.keyboard.press('Enter')
  await waitUntilVisible(page.getByText('Final result: 1 vote'), 'the poll is not closed')
  await seeFocus(pollOf(page, 'Which day?'), 'the focus is lost with the button')
})
