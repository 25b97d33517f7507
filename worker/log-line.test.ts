import { describe, expect, test } from 'vitest'
import { FAULTS, FaultLine, LogLine, toFaultLine } from './log-line.ts'
import { SettingError } from './setting-error.ts'

/** What somebody wrote, and what an error may repeat of it. */
const SECRETS = ['my home is there', 'V1StGXR8_Z5jdHi6B-myT', '203.0.113.9']

describe('the line of a fault', () => {
  interface Case {
    what: string
    error: unknown
  }
  const CASES: Case[] = [
    { what: 'an error', error: new TypeError(SECRETS.join(' ')) },
    { what: 'a message that looks like a stack', error: new Error(`no\n    at ${SECRETS.join(' ')}\n at x`) },
    {
      what: 'an error with fields',
      error: Object.assign(new Error('no'), { url: SECRETS[1], at: SECRETS[0] }),
    },
    { what: 'an incident that is none', error: Object.assign(new Error('no'), { incident: SECRETS[0] }) },
    { what: 'an error without a stack', error: Object.assign(new Error(SECRETS[0]), { stack: SECRETS[0] }) },
    { what: 'a name', error: Object.assign(new Error('no'), { name: SECRETS[0] }) },
    { what: 'a text', error: SECRETS[0] },
    { what: 'nothing', error: undefined },
  ]

  test.for(CASES)('has the fields of its schema alone, and nothing of $what', ({ error }) => {
    const line = toFaultLine('request-failed', error)
    expect(LogLine.parse(line)).toEqual(line)
    expect(Object.keys(FaultLine.shape)).toEqual(expect.arrayContaining(Object.keys(line)))
    expect(SECRETS.filter((secret) => JSON.stringify(line).includes(secret))).toEqual([])
  })

  test('says what kind of error it was, and where in this code it was thrown', () => {
    const line = toFaultLine('room-alarm-failed', new RangeError('no\n    at nowhere'))
    expect(line).toMatchObject({ level: 'error', event: 'room-alarm-failed', kind: 'RangeError' })
    expect(line.at).toContain('log-line.test.ts')
  })

  test('says what is wrong with a setting, which nobody but the operator wrote', () => {
    const line = toFaultLine('embed-origins-wrong', new SettingError('The setting X is wrong.'))
    expect(FaultLine.parse(line).setting).toBe('The setting X is wrong.')
    expect(toFaultLine('request-failed', new Error('The setting X is wrong.')).setting).toBe(undefined)
  })

  test('has an incident of its own; one error has one, wherever it is logged', () => {
    const error = new Error('no')
    const { incident } = toFaultLine('message-dispatch-failed', error)
    expect(toFaultLine('request-failed', error).incident).toBe(incident)
    expect(toFaultLine('request-failed', new Error('no')).incident).not.toBe(incident)
    // What an error's own fields are, goes with it from an object to the Worker.
    const thrown = Object.assign(new Error('no'), { incident, remote: true })
    expect(toFaultLine('request-failed', thrown).incident).toBe(incident)
  })

  test('has the level of its fault', () => {
    for (const [event, level] of Object.entries(FAULTS))
      expect(toFaultLine(event as keyof typeof FAULTS, null).level, event).toBe(level)
  })
})

test('a line with any other field is none', () => {
  const line = toFaultLine('request-failed', null)
  expect(LogLine.safeParse({ ...line, room: 'x' }).success).toBe(false)
  expect(LogLine.safeParse({ ...line, event: 'anything' }).success).toBe(false)
})
