import { describe, expect, test, vi } from 'vitest'
import { exampleMessage } from '../../../test/support/examples.ts'
import type { RoomMessage } from '../room-state.ts'
import { chooseReadings, READ_MAX, READ_SINGLY_MAX } from './choose-readings.ts'

const OWN = 'ann'

const said = (over: Partial<RoomMessage>): RoomMessage => ({
  ...exampleMessage(1),
  participantId: 'ben',
  sender: 'Ben',
  text: 'Hello',
  ...over,
})

const read = (messages: readonly RoomMessage[], verbosity: 'all' | 'messages' | 'none' = 'all') =>
  chooseReadings(messages, {
    ownId: OWN,
    ignored: ['eve'],
    verbosity,
    nameSender: ({ sender }) => sender,
  })

describe('what is read out', () => {
  test.for<{ name: string; message: Partial<RoomMessage>; heard: string[] }>([
    { name: 'is who and what', message: {}, heard: ['Ben: Hello'] },
    { name: 'is nothing of one’s own', message: { participantId: OWN }, heard: [] },
    { name: 'is nothing of who is ignored', message: { participantId: 'eve' }, heard: [] },
    { name: 'is nothing that was taken back', message: { deletedAt: 1 }, heard: [] },
    { name: 'is nothing a second time that was edited', message: { edit: 1 }, heard: [] },
    {
      name: 'are the words alone, without the marks of their formatting',
      message: { text: '**See** https://example.org\nand `npm ci`' },
      heard: ['Ben: See https://example.org and npm ci'],
    },
    {
      name: 'are the choices of a poll, too',
      message: { kind: 'poll', text: 'When?', options: ['Today', 'Never'] },
      heard: ['Ben: When? Today Never'],
    },
    {
      name: 'is that there is something to be read once, and nothing of it',
      message: { burn: 10, text: 'secret' },
      heard: ['Ben: a message to be read once'],
    },
  ])('$name', ({ message, heard }) => {
    expect(read([said(message)])).toEqual(heard)
  })

  test('ends after a minute of words', () => {
    const [heard = ''] = read([said({ text: 'x'.repeat(2 * READ_MAX) })])
    expect(heard).toBe(`Ben: ${'x'.repeat(READ_MAX)}…`)
  })

  test('is the text as it was written, where a browser can’t format it', () => {
    const canParse = vi.spyOn(URL, 'canParse').mockImplementation(() => {
      throw new TypeError('URL.canParse is not a function')
    })
    expect(read([said({ text: 'see https://example.org' })])).toEqual(['Ben: see https://example.org'])
    canParse.mockRestore()
  })

  test('is how many there are, where more come together than one can listen to', () => {
    const many = Array.from({ length: READ_SINGLY_MAX + 1 }, (_, place) => said({ seq: place + 1 }))
    expect(read(many.slice(1))).toHaveLength(READ_SINGLY_MAX)
    expect(read(many)).toEqual([`${READ_SINGLY_MAX + 1} new messages`])
  })

  test('is nothing where that was chosen, and what is said with messages alone', () => {
    expect(read([said({})], 'none')).toEqual([])
    expect(read([said({})], 'messages')).toEqual(['Ben: Hello'])
  })
})
