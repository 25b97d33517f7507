import { expect, test } from 'vitest'
import { deviceNameOf } from './device-name.ts'
import { hashRecoveryCode, makeRecoveryCodes } from './recovery-codes.ts'

test('ten codes of 80 bits, no two alike', () => {
  const codes = Array.from({ length: 50 }, makeRecoveryCodes).flat()
  expect(codes).toHaveLength(500)
  expect(new Set(codes).size).toBe(500)
  for (const code of codes) expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/)
})

test('a code is the same however it is typed', () => {
  const hash = hashRecoveryCode('k301-02mq-8xhd-p7tz')
  for (const typed of [
    'K301 02MQ 8XHD P7TZ',
    'k301o2mq8xhdp7tz',
    ' k3ol-o2mq–8xhd—p7tz ',
    'k30I02mq8xhdp7tz',
  ]) {
    expect(hashRecoveryCode(typed)).toBe(hash)
  }
  expect(hashRecoveryCode('k301-02mq-8xhd-p7ty')).not.toBe(hash)
})

interface Case {
  agent: string | undefined
  device: string
}
const AGENTS: Case[] = [
  {
    agent:
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0',
    device: 'Edge on Windows',
  },
  {
    agent:
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
    device: 'Chrome on Android',
  },
  {
    agent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    device: 'Safari on iOS',
  },
  { agent: 'curl/8.5.0', device: 'Unknown' },
  { agent: undefined, device: 'Unknown' },
]
test.for(AGENTS)('a session is known again as $device', ({ agent, device }) => {
  expect(deviceNameOf(agent)).toBe(device)
})
