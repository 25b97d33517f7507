import type { Studio } from './open-studio.ts'

/** The lobby, a conversation of two, the dialogs of its room, and its end. */
export async function showRoom({ open, shoot, words }: Studio): Promise<void> {
  const [ada, ben] = [await open('Ada'), await open('Ben')]
  await ada.page.goto('/')
  await shoot(ada.page, '01-lobby')
  await ada.click('Options')
  await shoot(ada.page, '02-lobby-options')
  await ada.click('Up to…')
  await ada.click('Other…')
  await ada.fill('How long', '0')
  await ada.click('Create room')
  await shoot(ada.page, '31-lobby-numbers')
  await ada.page.goto('/')
  await ada.click('Have a link?')
  await ada.fill('Whole link', 'https://example.org/')
  await ada.click('Open the room')
  await ada.page.getByRole('alert').first().waitFor()
  await shoot(ada.page, '32-lobby-wrong-link')
  await ada.page.goto('/')
  await ada.click('Options')
  await ada.click('Anyone with the link')
  await ada.createRoom()
  await shoot(ada.page, '03-room-alone')
  await ben.page.goto(ada.page.url())
  await ben.seeRoom()
  await ada.say('The key is with the neighbour on the left.')
  await ben.say(
    'Thanks! *Which* bell? And is there anything that I should bring, or look at on the way there?',
  )
  await ada.say('`The upper one.` Ring twice.\n- bread\n- milk')
  await ada.page.getByRole('article').first().hover()
  await shoot(ada.page, '04-conversation')
  await ada.click('Ask, poll or disappear')
  await ada.dialog.waitFor()
  await shoot(ada.page, '05-more-to-say')
  await ada.click('Make a poll')
  await ada.page.getByRole('dialog', { name: words('Make a poll') }).waitFor()
  await ada.dialog.getByRole('button', { name: words('Send') }).click()
  await shoot(ada.page, '06-make-a-poll')
  await ada.closeDialogs()
  await ada.openMenu()
  await shoot(ada.page, '07-menu')
  await ada.closeDialogs()
  for (const [name, button] of [
    ['08-find', 'Find in this room'],
    ['09-link-and-code', 'Link and QR code'],
    ['10-on-this-device', 'On this device'],
    ['11-rules', 'Rules of this room'],
    ['33-change-the-end', 'Change the end'],
    ['34-new-link', 'New link'],
    ['35-close-the-link', 'Close the link'],
    ['36-remove', 'Remove'],
  ] as const) {
    await ada.openMenu()
    if (button === 'Remove') await ada.dialog.getByText(words(button)).last().click()
    else await ada.click(button)
    await ada.page.getByRole('dialog', { name: words('This room') }).waitFor({ state: 'hidden' })
    await ada.dialog.waitFor()
    if (button === 'Find in this room') {
      await ada.fill('Words to find', 'the')
      await ada.dialog.getByRole('listitem').first().waitFor()
    }
    await shoot(ada.page, name)
    await ada.closeDialogs()
  }
  await ada.page.getByRole('button', { name: 'Ben' }).first().click()
  await ada.dialog.waitFor()
  await shoot(ada.page, '37-person')
  await ada.closeDialogs()
  // A host who leaves hands the room over, and is asked to whom.
  await ada.click('Leave')
  await ada.dialog.waitFor()
  await shoot(ada.page, '12-leave')
  await ada.closeDialogs()
  await ada.click('Destroy now')
  await ada.dialog.waitFor()
  await shoot(ada.page, '13-destroy')
  await ada.dialog.getByRole('button', { name: words('Destroy') }).click()
  await ben.page.getByRole('button', { name: words('Create room') }).waitFor()
  await shoot(ben.page, '14-lobby-after-the-end')
}
