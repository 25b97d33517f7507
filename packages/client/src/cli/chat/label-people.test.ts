import { expect, test } from 'vitest'
import { Labels } from './label-people.ts'

const ADA = { participantId: 'a', name: 'Ada', alias: 'anonymous-wolf-x7k2p' }
const mallory = (name: string) => ({ participantId: 'm', name, alias: 'anonymous-crow-b3d9q' })

test('whoever takes name after name is told from others all the same, and does not fill the memory', () => {
  const labels = new Labels()
  labels.label(ADA)
  for (let taken = 0; taken < 1_000; taken += 1) labels.label(mallory(`Mallory ${taken}`))
  expect(labels.label(mallory('Аdа'))).toBe('Аdа (anonymous-crow-b3d9q)')
  expect(labels.label(ADA)).toBe('Ada (anonymous-wolf-x7k2p)')
  // What was given up long ago is known no more: somebody else may be called so.
  expect(labels.label({ ...ADA, participantId: 'b', name: 'Mallory 0' })).toBe('Mallory 0')
  expect(labels.label({ ...ADA, participantId: 'b', name: 'Mallory 999' })).toContain('anonymous-wolf')
})
