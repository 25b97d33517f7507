import { expect, test } from 'vitest'
import { sharedMessageTexts } from '#i18n/shared-message.ts'
import type { SharedMessage } from '../service-worker/shared-message.ts'
import { receiveShared } from './receive-shared.ts'

/** What becomes of something shared in the room for which it waits. */
async function receive(shared: SharedMessage | null) {
  const done: unknown[] = []
  const box = {
    write: (text: string) => done.push({ text }),
    attach: (files: readonly File[]) => done.push({ files: files.map(({ name }) => name) }),
    say: (sentence: string) => done.push({ said: sentence }),
  }
  await receiveShared('a room', box, async () => shared)
  return done
}

test('what was shared is in the message box, and its pictures beside it', async () => {
  expect(await receive({ text: 'look', pictures: [new File(['a cat'], 'cat.png')] })).toEqual([
    { text: 'look' },
    { files: ['cat.png'] },
  ])
})

test('what was lost on the way is missed aloud', async () => {
  expect(await receive(null)).toEqual([{ said: sharedMessageTexts.lostOnTheWay }])
})
