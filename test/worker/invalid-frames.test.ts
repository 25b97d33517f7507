import { describe, expect, test } from 'vitest'
import { makeRandom } from '../support/seed.ts'
import { connectAnnAndBen } from './pairs.ts'

const random = makeRandom(20_261_120)
const pickNumber = (limit: number) => Math.floor(random() * limit)
const pick = <T>(list: readonly T[]): T => list[pickNumber(list.length)] as T
const makeNoise = (length: number) =>
  String.fromCharCode(
    ...Array.from({ length }, () => (pickNumber(4) ? 32 + pickNumber(95) : pickNumber(65_536))),
  )

function makeAnyValue(depth = 0): unknown {
  const kinds = [
    () => null,
    () => pickNumber(3) - 1,
    () => random() * 1e300,
    () => random() < 0.5,
    () => makeNoise(pickNumber(20)),
    () => ({}),
    () => Array.from({ length: pickNumber(4) }, () => makeAnyValue(depth + 1)),
    () => ({ id: makeAnyValue(depth + 1), text: makeAnyValue(depth + 1) }),
    () => ({
      [pick(['__proto__', 'constructor', 'toString', 'event', 'data', 'id'])]: makeAnyValue(depth + 1),
    }),
  ]
  return depth > 3 ? null : pick(kinds)()
}

/** A frame that is nearly, or not at all, an event. Never one that would be a message. */
function makeInvalidFrame(): string | ArrayBuffer {
  const kinds: (() => string | ArrayBuffer)[] = [
    () => makeNoise(pickNumber(200)),
    () => JSON.stringify(makeAnyValue()) ?? '',
    () =>
      JSON.stringify({
        event: pick(['chat.message', 'chat.typing', 'room.welcome', '', 'x']),
        data: [makeAnyValue()],
      }),
    () => JSON.stringify({ event: 'chat.message', data: { id: makeNoise(5 + pickNumber(80)), text: 7 } }),
    () => JSON.stringify({ event: 'chat.message', data: { id: 'ok', text: '' } }),
    () => JSON.stringify({ event: makeAnyValue(), data: makeAnyValue() }),
    () => JSON.stringify([{ event: 'chat.message', data: { id: 'a', text: 'in an array' } }]),
    () => '{"event":"chat.message","data":{"id":"a","text":"cut'.slice(0, pickNumber(50)),
    () => `{"event":"chat.message","data":${'['.repeat(pickNumber(20_000))}`,
    () => '['.repeat(pickNumber(30_000)) + ']'.repeat(pickNumber(30_000)),
    () => new Uint8Array(Array.from({ length: pickNumber(300) }, () => pickNumber(256))).buffer,
    () => new Uint8Array(new TextEncoder().encode('{"event":"chat.typing","data":{}}')).buffer,
    () => '',
  ]
  return pick(kinds)()
}

describe('a frame that is no event', () => {
  const ALMOST: string[] = [
    '',
    'null',
    '[]',
    '"chat.typing"',
    '{}',
    '{"event":"chat.typing","data":null}',
    '{"event":"chat.typing","data":[]}',
    '{"event":"chat.Typing","data":{}}',
    '{"event":["chat.typing"],"data":{}}',
    '{"event":"presence.join","data":{}}',
    '{"event":"chat.destroy","data":{"isDestroyed":true,"reason":"destroyed"}}',
    '{"event":"chat.message"}',
    '{"event":"chat.message","data":{"text":"no id"}}',
    '{"event":"chat.message","data":{"id":"a"}}',
    '{"event":"chat.message","data":{"id":"","text":"a"}}',
    '{"event":"chat.message","data":{"id":"a b","text":"a"}}',
    '{"event":"chat.message","data":{"id":"a","text":""}}',
    '{"event":"chat.message","data":{"id":1,"text":"a"}}',
    '{"event":"chat.message","data":{"id":"a","text":{"toString":"a"}}}',
    '{"__proto__":{"event":"chat.typing","data":{}}}',
    '{"event":"chat.typing","data":{}}{"event":"chat.typing","data":{}}',
    'PING',
    'ping ',
  ]
  test.for(ALMOST)('gets `error` invalid-event, and the connection stays: %j', async (frame) => {
    const { annConnection: ann, benConnection: ben } = await connectAnnAndBen()
    ann.sendFrame(frame)
    await ann.waitUntilSettled()
    expect(ann.receivedData('error').map(({ code }) => code)).toEqual(['invalid-event'])
    await ben.waitUntilSettled()
    expect(ben.receivedData('error')).toEqual([])
    expect(ben.receivedData('chat.message')).toEqual([])
    expect(ben.receivedData('chat.typing')).toEqual([])
  })

  test('names the message where it has a readable id', async () => {
    const { annConnection: ann } = await connectAnnAndBen()
    ann.sendEvent('chat.message', { id: 'mine', text: 7 })
    expect(await ann.nextEvent('error', 'a bad message is not refused')).toMatchObject({ id: 'mine' })
    ann.sendEvent('chat.message', { id: 'x'.repeat(65), text: 'a' })
    expect((await ann.nextEvent('error', 'a bad message is not refused')).id).toBe(undefined)
  })

  test('a thousand of them leave the connection and the others undisturbed', async () => {
    const { annConnection: ann, benConnection: ben } = await connectAnnAndBen()
    const before = ben.frames.length
    for (let index = 0; index < 1_000; index += 1) ann.sendFrame(makeInvalidFrame())
    await ann.waitUntilSettled()
    // A few of them may be `chat.typing` or `chat.ack` by chance: those are no garbage. The others were all answered.
    const errors = ann.receivedData('error')
    expect(errors.length).toBeGreaterThan(950)
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(['invalid-event']))
    await ben.waitUntilSettled()
    expect(ben.frames.slice(before).filter((frame) => !frame.includes('barrier-'))).toEqual([])
    ann.sendMessage('still-here')
    expect(await ben.nextEvent('chat.message', 'the room took harm')).toMatchObject({
      id: 'still-here',
      seq: 1,
    })
  })
})
