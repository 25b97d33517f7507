import { afterEach, describe, expect, test } from 'vitest'
import { SENTENCE, sentenceOf } from '../../protocol/refusal-sentence.ts'
import { checkAnswer, parseFrame, takeViolations } from './check-wire.ts'
import { exampleMessage, exampleRoom, exampleWelcome } from './examples.ts'

afterEach(() => {
  takeViolations()
})

describe('a frame', () => {
  const welcome = exampleWelcome([exampleMessage(1)])
  test('is one event, several, or the answer to a ping', () => {
    expect(parseFrame(JSON.stringify(welcome))).toEqual([welcome])
    expect(parseFrame(JSON.stringify([welcome, welcome]))).toEqual([welcome, welcome])
    expect(parseFrame('pong')).toEqual([])
    expect(takeViolations()).toEqual([])
  })

  const WRONG: [what: string, frame: unknown][] = [
    ['without an event', []],
    ['of an unknown event', { event: 'chat.edit', data: {} }],
    ['with an unknown field', { event: 'chat.typing', data: { participantId: 'p', text: 'secret' } }],
    ['with an unknown field beside the data', { event: 'chat.typing', data: { participantId: 'p' }, seq: 1 }],
    ['with an unknown field in a list', exampleWelcome([Object.assign(exampleMessage(1), { ip: 'x' })])],
    ['without a field', { event: 'presence.join', data: { participantId: 'p', alias: 'Ada', present: 1 } }],
    ['that is no JSON', undefined],
  ]
  test.for(WRONG)('%s fails the test that receives it', ([, frame]) => {
    const text = frame === undefined ? 'pang' : JSON.stringify(frame)
    expect(() => parseFrame(text)).toThrow('a frame that the protocol does not know')
    expect(takeViolations()).toHaveLength(1)
  })
})

describe('an answer', () => {
  const json = { 'content-type': 'application/json' }
  function answer(call: string, status: number, body: unknown, headers: Record<string, string> = json) {
    const [method = '', path = ''] = call.split(' ')
    const text = body === null ? '' : JSON.stringify(body)
    return { method, path, status, headers: new Headers(headers), text }
  }
  const refusal = (code: keyof typeof SENTENCE, more = {}) => ({
    error: { code, message: SENTENCE[code], ...more },
  })
  const incident = {
    error: {
      code: 'internal',
      incident: 'abc',
      message: sentenceOf({ code: 'internal', incident: 'abc' }),
    },
  }
  const waits = { ...json, 'retry-after': '3' }

  const RIGHT = [
    answer('POST /api/rooms', 201, exampleRoom()),
    answer('POST /api/room/create', 201, exampleRoom()),
    answer('GET /api/rooms/x/ttl', 200, { ttl: 3 }),
    answer('GET /api/rooms/ttl?roomId=x', 200, { ttl: 3 }),
    answer('GET /api/messages?roomId=x&after=1', 200, { messages: [exampleMessage(1)], lastSeq: 1 }),
    answer('DELETE /api/rooms?roomId=x', 200, { destroyed: true }),
    answer('POST /api/rooms/x/leave', 204, null, {}),
    answer('GET /api/rooms/x', 404, refusal('room-not-found')),
    answer('GET /api/rooms/x', 429, refusal('too-many-requests'), waits),
    answer('PUT /api/rooms/x', 405, refusal('method-not-allowed'), { ...json, allow: 'GET' }),
    answer('POST /api/rooms', 400, refusal('invalid-request', { issues: [{ path: '', message: 'No.' }] })),
    answer('GET /api/rooms/x', 500, incident),
    answer('GET /room/x', 200, null, { 'content-type': 'text/html' }),
    answer('GET /api/rooms/x/files/f/0', 200, 'octets', { 'content-type': 'application/octet-stream' }),
    answer(
      'POST /api/messages',
      400,
      refusal('invalid-request', { issues: [{ path: 'roomId', message: 'Say.' }] }),
    ),
    { ...answer('GET /api/rooms/x/ttl', 200, { ttl: 3 }), cookie: 'a=b; x-auth-token=c' },
    { ...answer('GET /api/account/sessions', 200, { sessions: [] }), cookie: '__Host-session=c' },
  ]
  test.for(RIGHT)('$method $path $status is as promised', (right) => {
    checkAnswer(right)
    expect(takeViolations()).toEqual([])
  })

  const WRONG = [
    answer('POST /api/rooms', 200, exampleRoom()),
    answer('POST /api/rooms', 201, { ...exampleRoom(), hostToken: 'secret' }),
    answer('GET /api/rooms/x/secrets', 200, {}),
    answer('POST /api/rooms/x/leave', 204, { left: true }),
    answer('GET /api/rooms/x', 200, null, { 'content-type': 'text/html' }),
    answer('GET /api/rooms/x', 500, refusal('internal')),
    answer('GET /api/rooms/x', 500, refusal('internal', { incident: 'abc' })),
    answer('GET /api/rooms/x', 410, refusal('room-not-found')),
    answer('GET /api/rooms/x', 404, { error: { code: 'lost', message: 'Lost.' } }),
    answer('GET /api/rooms/x', 404, refusal('room-not-found', { roomId: 'x' })),
    answer('GET /api/rooms/x', 404, { error: { code: 'room-not-found', message: 'Lost.' } }),
    answer('GET /api/rooms/x', 429, refusal('too-many-requests')),
    answer('GET /api/rooms/x', 404, refusal('room-not-found'), waits),
    answer('PUT /api/rooms/x', 405, refusal('method-not-allowed')),
    answer('POST /api/rooms', 400, refusal('invalid-request')),
    answer('GET /api/rooms/x', 500, null, { 'content-type': 'text/plain' }),
    answer('GET /api/rooms/x', 409, refusal('room-full')),
    answer('GET /api/rooms/', 404, refusal('room-not-found')),
    answer('GET /api/rooms/x', 200, exampleRoom({ present: 1.5 })),
    answer('GET /api/rooms/x/files/f/0', 200, 'octets', { 'content-type': 'text/html' }),
    { ...answer('GET /api/rooms/x/ttl', 200, { ttl: 3 }), cookie: 'session=c' },
    { ...answer('GET /api/account/sessions', 200, { sessions: [] }), cookie: '' },
  ]
  test.for(WRONG)('$method $path $status $text is not', (wrong) => {
    expect(() => checkAnswer(wrong)).toThrow('answers')
    expect(takeViolations()).toHaveLength(1)
  })
})
