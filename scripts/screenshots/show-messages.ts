import sharp from 'sharp'
import type { Hand, Studio } from './open-studio.ts'

/** What can be sent and done beside plain words, as a guest sees it: votes, files, a voice, answers, what is read once, what is pinned. */
export async function showMessages({ open, shoot, words }: Studio): Promise<void> {
  const [ada, ben] = [await open('Ada'), await open('Ben')]
  await ada.page.goto('/')
  await ada.click('Options')
  await ada.click('Anyone with the link')
  await ada.createRoom()
  await ben.page.goto(ada.page.url())
  await ben.seeRoom()
  const press = async (hand: Hand, text: string, tool: string) => {
    const message = hand.page.getByRole('article').filter({ hasText: text }).first()
    await message.hover()
    await message.getByRole('button', { name: words(tool) }).click()
  }

  await ada.say('We meet at eight, at the north gate. Bring warm clothes, and nobody else.')
  await press(ada, 'We meet at eight', 'Pin message')
  await ben.page.getByRole('region', { name: words('Pinned message') }).waitFor()
  await press(ben, 'We meet at eight', 'Reply')
  await shoot(ben.page, '38-replying')
  await ben.say('I will be there.')
  await press(ben, 'We meet at eight', 'React')
  await ben.page.locator('.picker').waitFor()
  await shoot(ben.page, '39-reactions')
  await ben.page.locator('.picker-choice').first().click()
  await ben.page.locator('.reaction').first().waitFor()
  await ben.say('Or so.')
  await press(ben, 'Or so.', 'Edit')
  await shoot(ben.page, '40-editing')
  await ben.page.keyboard.press('Escape')
  await press(ben, 'Or so.', 'Take back')

  await ada.click('Ask, poll or disappear')
  await ada.click('Make a poll')
  await ada.fill('Your question', 'Which day is best for all of us?')
  const choices = ada.dialog.locator('fieldset .input')
  await choices.nth(0).fill('Monday')
  await choices.nth(1).fill('The first Thursday after the holidays, in the evening')
  await ada.dialog.getByRole('button', { name: words('Send') }).click()
  await ben.page.getByRole('radio').first().check()
  await ben.click('Ask, poll or disappear')
  await ben.click('Ask a question')
  await ben.fill('Your question', 'Is there parking?')
  await shoot(ben.page, '41-ask-a-question')
  await ben.dialog.getByRole('button', { name: words('Send') }).click()
  await ada.page.locator('.vote-up').first().click()
  await ada.click('Ask, poll or disappear')
  await ada.click('Questions')
  await ada.page.locator('.question-row').first().waitFor()
  await shoot(ada.page, '42-questions')
  await ada.closeDialogs()
  await shoot(ada.page, '43-votes')

  const picture = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#7a9' } })
    .png()
    .toBuffer()
  const files = [
    { name: 'a garden in the morning.png', mimeType: 'image/png', buffer: picture },
    {
      name: 'minutes of the last meeting, second version.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7'),
    },
  ]
  await ben.page.locator('input[type=file]').setInputFiles(files)
  await ben.page.locator('.attachment, .tray').first().waitFor()
  await shoot(ben.page, '44-attached')
  await ben.page.getByRole('button', { name: words('Send') }).click()
  await ada.page.getByText('second version').waitFor()
  await ada.page.getByRole('button', { name: words('Record a voice message') }).click()
  await ada.page.getByText(/0:02/).waitFor()
  await shoot(ada.page, '45-recording')
  await ada.page.locator('.recording .button-main').click()
  await ada.page.getByRole('slider').first().waitFor()
  await ada.page.getByRole('button', { name: words('Send') }).click()
  await ben.page.getByRole('slider').first().waitFor()
  await ben.page.getByRole('slider').first().scrollIntoViewIfNeeded()
  await shoot(ben.page, '46-files-and-voice')

  await ada.click('Ask, poll or disappear')
  await ada.click('Let messages disappear')
  await ada.dialog.getByRole('radio').nth(2).press('Space')
  await shoot(ada.page, '47-let-messages-disappear')
  await ada.click('Use this')
  await ada.say('This goes in a while.')
  await ada.click('Ask, poll or disappear')
  await ada.click('Let messages disappear')
  await ada.page
    .getByRole('group', { name: words('Read once') })
    .getByRole('radio')
    .nth(2)
    .press('Space')
  await ada.click('Use this')
  await shoot(ada.page, '48-chosen-times')
  await ada.fill('Message', 'The code is 4711.')
  await ada.page.getByRole('button', { name: words('Send') }).click()
  await ben.page.getByRole('button', { name: words('Reveal') }).waitFor()
  await shoot(ben.page, '49-to-be-read-once')
  await ben.page.getByRole('button', { name: words('Reveal') }).click()
  await ben.page.getByText('4711').waitFor()
  await shoot(ben.page, '50-read-once')
  await ben.page.emulateMedia({ media: 'print' })
  await shoot(ben.page, '51-room-printed')
}
