import type { Studio } from './open-studio.ts'

const PASSWORD = 'correct horse battery'

/** Milliseconds until a room opens that a visitor waits for. */
const EARLY = 3_600_000

/** The pages beside a room: what is promised, what is not found, and those of a facilitator. */
export async function showPages({ open, shoot, words, tag }: Studio): Promise<void> {
  const ben = await open('Ben')
  for (const [name, path] of [
    ['21-privacy', '/privacy'],
    ['22-log-in', '/login'],
    ['23-sign-up', '/signup'],
    ['24-recover', '/recover'],
    ['25-not-found', '/nothing'],
    ['26-room-that-is-gone', '/room/V1StGXR8_Z5jdHi6B-myT'],
    ['60-left', '/?left=true'],
    ['61-removed', '/?error=removed'],
  ] as const) {
    await ben.page.goto(path)
    await ben.page.getByRole('heading').first().waitFor()
    await shoot(ben.page, name)
  }
  await ben.page.goto('/login')
  await ben.page.getByRole('button', { name: words('Log in') }).click()
  await ben.page.getByRole('alert').first().waitFor()
  await shoot(ben.page, '62-log-in-empty')
  await ben.page.goto('/signup')
  await ben.fill('Email', `ada-${tag}@example.com`.toLowerCase())
  await ben.fill('Password', PASSWORD)
  await ben.page.getByRole('button', { name: words('Sign up') }).click()
  await ben.page.getByRole('list', { name: words('Recovery codes') }).waitFor()
  await shoot(ben.page, '27-recovery-codes')
  await ben.click('I have kept them')
  await ben.page.getByText(words('No rooms yet')).waitFor()
  await shoot(ben.page, '28-no-rooms')
  await ben.page.locator('#plan summary').click()
  await ben.page.getByRole('button', { name: words('Schedule room') }).click()
  await ben.page.getByRole('alert').first().waitFor()
  await shoot(ben.page, '63-plan-a-room')
  await ben.page.locator('#plan summary').click()
  await ben.fill('Title', 'Monday’s group')
  await ben.page.getByRole('button', { name: words('Schedule room') }).click()
  await ben.page.getByRole('article').waitFor()
  await shoot(ben.page, '29-rooms')
  await ben.page.getByRole('article').locator('summary').click()
  await shoot(ben.page, '64-more-of-a-room')
  await ben.page
    .getByRole('article')
    .getByRole('button', { name: words('Edit') })
    .click()
  await ben.page.getByRole('dialog').waitFor()
  await shoot(ben.page, '65-edit-a-room')
  await ben.page.keyboard.press('Escape')
  await ben.page
    .getByRole('article')
    .getByRole('button', { name: words('Delete') })
    .click()
  await ben.page.getByRole('dialog').waitFor()
  await shoot(ben.page, '66-delete-a-room')
  await ben.page.keyboard.press('Escape')

  const opensAt = Date.now() + EARLY
  const plan = { title: 'Early birds', opensAt, closesAt: opensAt + EARLY, retainFor: 604_800 }
  const planned = await ben.context.request.post('/api/account/rooms', { data: plan })
  const { roomId }: { roomId: string } = await planned.json()
  await ben.page.goto(`/room/${roomId}`)
  await ben.page.getByRole('heading').first().waitFor()
  await shoot(ben.page, '67-own-room-that-opens-later')
  const cleo = await open('Cleo')
  await cleo.page.goto(`/room/${roomId}`)
  await cleo.page.getByRole('heading').first().waitFor()
  await shoot(cleo.page, '68-before-the-opening')
  await cleo.page.getByRole('button', { name: words('Enter') }).click()
  await cleo.page.getByRole('timer').waitFor()
  await shoot(cleo.page, '69-waiting')
  await ben.page.goto('/account')
  await ben.page.getByRole('heading').first().waitFor()
  await shoot(ben.page, '30-account')
}
