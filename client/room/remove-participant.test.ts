import { expect, test } from 'vitest'
import { removeParticipant } from './remove-participant.ts'
import type { Outcome } from './room-model.ts'

/** A room that answers so, and what was asked of it, in order. */
function roomThat(answers: { lock?: Outcome; remove?: Outcome }) {
  const asked: string[] = []
  const room = {
    async lock(locked: boolean) {
      asked.push(`lock ${locked}`)
      return answers.lock ?? null
    },
    async remove(participantId: string) {
      asked.push(`remove ${participantId}`)
      return answers.remove ?? null
    },
  }
  return { room, asked }
}

test('the door is locked before somebody is removed, so that there is no gap', async () => {
  const { room, asked } = roomThat({})
  expect(await removeParticipant(room, 'ben', true)).toBe(null)
  expect(asked).toEqual(['lock true', 'remove ben'])
})

test('where it can not be locked nobody is removed, and that is said', async () => {
  const { room, asked } = roomThat({ lock: 'slow-down' })
  expect(await removeParticipant(room, 'ben', true)).toBe('slow-down')
  expect(asked).toEqual(['lock true'])
})

test('somebody can be removed with the door as it is', async () => {
  const { room, asked } = roomThat({ remove: 'unreachable' })
  expect(await removeParticipant(room, 'ben', false)).toBe('unreachable')
  expect(asked).toEqual(['remove ben'])
})

test('who is gone already is gone', async () => {
  const { room } = roomThat({ remove: 'participant-not-found' })
  expect(await removeParticipant(room, 'ben', false)).toBe(null)
})
