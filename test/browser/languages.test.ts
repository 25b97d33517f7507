import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { waitUntil, waitUntilHidden, waitUntilVisible } from '../support/browser.ts'
import { createVisitors, lobby, room } from '../support/visitors.ts'
import { seeKept } from './page-actions.ts'

const visitors = createVisitors()

const languageBox = (page: Page, name = 'Language') => page.getByRole('combobox', { name, exact: true })
const readLanguage = (page: Page) => page.evaluate(() => document.documentElement.lang)

test('another language is chosen in the lobby and in a room, and what was typed and the seat are still there', async () => {
  const ann = await visitors.open({ viewport: { width: 1280, height: 800 } })
  const { page } = ann
  const asked: string[] = []
  page.on('dialog', async (dialog) => {
    asked.push(dialog.type())
    await dialog.dismiss()
  })
  await page.goto('/')
  expect(await readLanguage(page)).toBe('en')
  await lobby.name(page).fill('Änne')
  await languageBox(page).selectOption('de')
  const create = page.getByRole('button', { name: 'Raum erstellen', exact: true })
  await waitUntilVisible(create, 'the lobby does not become German')
  expect(await readLanguage(page)).toBe('de')
  await waitUntil(
    async () => (await page.getByRole('textbox', { name: 'Dein Name' }).inputValue()) === 'Änne',
    'what was typed is lost',
  )

  await create.click()
  const box = page.getByRole('textbox', { name: 'Nachricht', exact: true })
  await waitUntilVisible(box, 'the room is not German')
  await box.fill('half a sentence')
  await seeKept(page, 'draft')
  await languageBox(page, 'Sprache').selectOption('en')
  await waitUntilVisible(
    room.destroy(page),
    'the room does not become English, or the seat is not the host’s',
  )
  await waitUntil(
    async () => (await room.box(page).inputValue()) === 'half a sentence',
    'what was typed is lost',
  )
  await expect.poll(() => room.people(page).count()).toBe(1)
  expect(asked).toEqual([])

  // A form that nobody has sent yet.
  const form = await ann.openTab()
  await form.goto('/login')
  await form.getByRole('textbox', { name: 'Email' }).fill('ann@example.org')
  await form.getByRole('textbox', { name: 'Password' }).fill('open sesame')
  await form.getByRole('button', { name: 'Show what is typed' }).click()
  await form.evaluate(() =>
    addEventListener('pagehide', () =>
      localStorage.setItem('seen', sessionStorage.getItem('private-chat.typed') ?? ''),
    ),
  )
  await languageBox(form).selectOption('de')
  const question = form.getByRole('dialog', { name: 'Change the language?' })
  await waitUntilVisible(question, 'a password that was typed would be lost without a word')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await waitUntil(
    async () => (await languageBox(form).inputValue()) === 'en',
    'the box shows what was not chosen',
  )
  expect(await form.getByRole('textbox', { name: 'Password' }).inputValue()).toBe('open sesame')
  await languageBox(form).selectOption('de')
  await question.getByRole('button', { name: 'Change language' }).click()
  const email = form.getByRole('textbox', { name: 'E-Mail' })
  await waitUntil(
    async () => (await email.count()) === 1 && (await email.inputValue()) === 'ann@example.org',
    'an address that was typed is lost',
  )
  expect(await form.evaluate(() => sessionStorage.getItem('private-chat.typed'))).toBeNull()
  expect(
    await form.evaluate(() => localStorage.getItem('seen')),
    'a password that is shown is stored, too',
  ).toBe('["ann@example.org"]')
  await form.close()

  // On a phone the bar has no place for it.
  await page.setViewportSize({ width: 360, height: 640 })
  await waitUntilHidden(languageBox(page), 'the box makes the bar of a phone fuller')
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await waitUntilVisible(languageBox(page), 'the box is not in the menu')

  // A browser that keeps no cookies could not be told the next time.
  await page.evaluate(() => Object.defineProperty(document, 'cookie', { get: () => '', set: () => {} }))
  await languageBox(page).selectOption('de')
  const said = () => languageBox(page).evaluate((each) => (each as HTMLSelectElement).validationMessage)
  await waitUntil(
    async () => (await said()).includes('keeps no cookies'),
    'nothing says why it stays English',
  )
  await expect.poll(() => languageBox(page).inputValue()).toBe('en')
})
