import { expect, test } from 'vitest'
import { type RefusalCode, STATUS, type Then, thenOf } from './refusal.ts'

const CASES: { code: RefusalCode; answer: Then }[] = [
  { code: 'busy', answer: 'retry' },
  { code: 'internal', answer: 'retry' },
  { code: 'slow-down', answer: 'retry' },
  { code: 'too-many-requests', answer: 'retry' },
  { code: 'stale-epoch', answer: 'retry' },
  { code: 'members-changed', answer: 'retry' },
  { code: 'room-not-found', answer: 'final' },
  { code: 'link-closed', answer: 'final' },
  { code: 'room-closed', answer: 'final' },
  { code: 'removed', answer: 'final' },
  { code: 'wrong-link', answer: 'final' },
  { code: 'storage-full', answer: 'final' },
  { code: 'too-many-attempts', answer: 'fix' },
  { code: 'wrong-password', answer: 'fix' },
  { code: 'alias-taken', answer: 'fix' },
  { code: 'room-full', answer: 'fix' },
]

test.each(CASES)('what a client does about $code is "$answer"', ({ code, answer }) => {
  expect(thenOf(code)).toBe(answer)
})

test('a code of a later version is for a person to read', () => {
  expect(thenOf('of-a-later-version')).toBe('fix')
})

/** The HTTP statuses that docs/protocol.md promises. */
const STATUSES: Record<number, RefusalCode[]> = {
  400: ['invalid-event', 'invalid-request'],
  401: ['not-a-participant', 'not-signed-in', 'password-required', 'wrong-credentials'],
  403: [
    'files-off',
    'link-closed',
    'muted',
    'not-allowed',
    'quiet',
    'removed',
    'room-closed',
    'room-locked',
    'room-not-open',
    'waiting',
    'wrong-link',
    'wrong-origin',
    'wrong-password',
  ],
  404: [
    'file-not-found',
    'message-not-found',
    'not-found',
    'participant-not-found',
    'room-not-found',
    'session-not-found',
  ],
  405: ['method-not-allowed'],
  409: [
    'alias-taken',
    'door-closed',
    'email-taken',
    'host-present',
    'last-host',
    'members-changed',
    'not-away',
    'participant-taken',
    'room-full',
    'room-id-taken',
    'rotate-instead',
    'stale-edit',
    'stale-epoch',
    'title-taken',
    'too-many-epochs',
    'too-many-reactions',
    'too-many-rooms',
    'too-many-seats',
    'too-many-uploads',
    'transcript-kept',
    'voting-closed',
  ],
  413: ['body-too-large', 'file-too-large', 'message-too-long'],
  422: ['plaintext-refused'],
  426: ['upgrade-required'],
  429: ['slow-down', 'too-many-attempts', 'too-many-requests'],
  500: ['internal'],
  503: ['busy'],
  507: ['storage-full'],
}

test('each refusal has the HTTP status that is promised', () => {
  const codes = Object.keys(STATUS) as RefusalCode[]
  expect(Object.groupBy(codes.sort(), (code) => STATUS[code])).toEqual(STATUSES)
})
