import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FRAME_MAX_BYTES } from '../../protocol/connection-limits.ts'
import { claimMessageId } from '../ids.ts'
import { parseFrame } from './parse-frame.ts'

/** The event that makes a frame of each kind. */
const EVENT_OF: Record<string, string> = {
  message: 'chat.message',
  typing: 'chat.typing',
  acknowledgement: 'chat.ack',
  reaction: 'chat.react',
}

describe('a frame', () => {
  interface Case {
    what: string
    frame: string | ArrayBuffer
    received: ReturnType<typeof parseFrame>
  }
  const A = claimMessageId('a')
  const invalid = (id?: string) => ({ kind: 'invalid' as const, id })
  const CASES: Case[] = [
    {
      what: 'a message',
      frame: '{"event":"chat.message","data":{"id":"a","text":"hello"}}',
      received: { kind: 'message', message: { id: A, text: 'hello' } },
    },
    {
      what: 'a message with more than is asked',
      frame: '{"event":"chat.message","data":{"id":"a","text":"hello","seq":9},"more":1}',
      received: { kind: 'message', message: { id: A, text: 'hello' } },
    },
    {
      what: 'a message with half a character',
      frame: '{"event":"chat.message","data":{"id":"a","text":"\\ud800"}}',
      received: { kind: 'message', message: { id: A, text: '\ufffd' } },
    },
    {
      what: 'typing',
      frame: '{"event":"chat.typing","data":{}}',
      received: { kind: 'typing' },
    },
    {
      what: 'typing without data',
      frame: '{"event":"chat.typing"}',
      received: { kind: 'typing' },
    },
    {
      what: 'a reaction',
      frame: '{"event":"chat.react","data":{"seq":3,"code":"heart","on":true}}',
      received: { kind: 'reaction', reaction: { seq: 3, code: 'heart', on: true } },
    },
    {
      what: 'a reaction of 25 characters',
      frame: JSON.stringify({ event: 'chat.react', data: { seq: 3, code: 'x'.repeat(25), on: true } }),
      received: invalid(),
    },
    {
      what: 'a reaction that JavaScript can’t count',
      frame: '{"event":"chat.react","data":{"seq":3,"code":"__proto__","on":true}}',
      received: invalid(),
    },
    {
      what: 'a poll',
      frame:
        '{"event":"chat.message","data":{"id":"a","text":"When?","kind":"poll","options":[" Mon ","Tue"]}}',
      received: {
        kind: 'message',
        message: { id: A, text: 'When?', kind: 'poll', options: ['Mon', 'Tue'] },
      },
    },
    {
      what: 'a poll with one option',
      frame: '{"event":"chat.message","data":{"id":"a","text":"When?","kind":"poll","options":["Mon"]}}',
      received: invalid('a'),
    },
    {
      what: 'an acknowledgement',
      frame: '{"event":"chat.ack","data":{"seq":7}}',
      received: { kind: 'acknowledgement', seq: 7 },
    },
    { what: 'nothing', frame: '', received: invalid() },
    { what: 'no JSON', frame: '{', received: invalid() },
    { what: 'null', frame: 'null', received: invalid() },
    { what: 'data that is null', frame: '{"data":null}', received: invalid() },
    { what: 'a number', frame: '7', received: invalid() },
    { what: 'an array of events', frame: '[{"event":"chat.typing","data":{}}]', received: invalid() },
    { what: 'an event of the room’s', frame: '{"event":"chat.destroy","data":{}}', received: invalid() },
    {
      what: 'a message without text',
      frame: '{"event":"chat.message","data":{"id":"a"}}',
      received: invalid('a'),
    },
    {
      what: 'an id that is no string',
      frame: '{"event":"chat.message","data":{"id":7}}',
      received: invalid(),
    },
    {
      what: 'an id of 65 characters',
      frame: JSON.stringify({ event: 'chat.message', data: { id: 'x'.repeat(65), text: 'a' } }),
      received: invalid(),
    },
    { what: 'bytes', frame: new ArrayBuffer(8), received: invalid() },
    { what: 'as many bytes as may be', frame: new ArrayBuffer(FRAME_MAX_BYTES), received: invalid() },
    { what: 'one byte more', frame: new ArrayBuffer(FRAME_MAX_BYTES + 1), received: { kind: 'too-large' } },
    { what: 'as many characters as may be', frame: 'x'.repeat(FRAME_MAX_BYTES), received: invalid() },
    { what: 'one character more', frame: 'x'.repeat(FRAME_MAX_BYTES + 1), received: { kind: 'too-large' } },
    { what: 'as many bytes of three each', frame: `${'€'.repeat(21_845)}x`, received: invalid() },
    { what: 'one byte more of those', frame: `${'€'.repeat(21_845)}xx`, received: { kind: 'too-large' } },
  ]
  test.for(CASES)('is $what', ({ frame, received }) => {
    expect(parseFrame(frame)).toEqual(received)
  })

  test('never throws, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.json(),
          fc.jsonValue().map((value) => JSON.stringify(value)),
        ),
        (frame) => {
          expect(['event', 'invalid', 'too-large']).toContain(parseFrame(frame).kind)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('never throws, however close it comes to an event', () => {
    const data = fc.oneof(fc.anything(), fc.record({ id: fc.anything(), text: fc.anything() }))
    const event = fc.constantFrom('chat.message', 'chat.typing', 'chat.ack', 'room.welcome')
    fc.assert(
      fc.property(fc.record({ event, data }), (sent) => {
        let frame: string
        try {
          frame = JSON.stringify(sent)
        } catch {
          return // What has no JSON can't be a frame.
        }
        const received = parseFrame(frame)
        expect(received.kind).not.toBe('too-large')
        if (received.kind !== 'invalid') expect(sent.event).toBe(EVENT_OF[received.kind])
      }),
      { numRuns: 300 },
    )
  })

  test('comes out as the message that went in', () => {
    const message = fc.record({
      id: fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/),
      text: fc.string({ minLength: 1, unit: 'grapheme' }),
    })
    fc.assert(
      fc.property(message, (data) => {
        const received = parseFrame(JSON.stringify({ event: 'chat.message', data }))
        expect(received).toEqual({ kind: 'message', message: data })
      }),
      { numRuns: 200 },
    )
  })
})
