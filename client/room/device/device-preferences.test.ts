import { expect, test } from 'vitest'
import { makeFakeStorage, makeForbiddenStorage } from '../../../test/support/fake-storage.ts'
import { makeSafeStorage } from '../../net/safe-storage.ts'
import {
  choosePreferences,
  type DevicePreferences,
  devicePreferences,
  readPreferences,
  storePreferences,
} from './device-preferences.ts'

const BY_ITSELF: DevicePreferences = {
  sound: false,
  notify: false,
  blur: false,
  sendTyping: true,
  showTyping: true,
  enterSends: false,
  verbosity: 'all',
  exitAddress: '',
}

test('what was chosen is read again; without a choice all is as it was before there were any', () => {
  const storage = makeFakeStorage()
  expect(readPreferences(storage)).toEqual(BY_ITSELF)
  storePreferences({ ...BY_ITSELF, sound: true }, storage)
  expect(readPreferences(storage)).toEqual({ ...BY_ITSELF, sound: true })
})

test('what was chosen before there was one record counts until something is chosen', () => {
  const stored = new Map([
    ['private-chat.sound', 'on'],
    ['private-chat.notify', 'off'],
  ])
  const storage = makeFakeStorage(stored)
  expect(readPreferences(storage)).toEqual({ ...BY_ITSELF, sound: true })
  storePreferences({ ...BY_ITSELF, notify: true }, storage)
  expect([readPreferences(storage), stored.size]).toEqual([{ ...BY_ITSELF, notify: true }, 1])
})

test('what another version or somebody else stored is not taken for a choice', () => {
  const stored = new Map<string, string>()
  const storage = makeFakeStorage(stored)
  storePreferences({ ...BY_ITSELF, sound: true }, storage)
  const [key = ''] = stored.keys()
  for (const other of [
    '{"version":0,"sound":true}',
    '{"version":1,"sound":"yes"}',
    '{"version":1,"verbosity":"loud"}',
    'null',
    '[]',
    'no JSON',
  ]) {
    stored.set(key, other)
    expect(readPreferences(storage), other).toEqual(BY_ITSELF)
  }
  stored.set(key, '{"version":1,"notify":true,"another":1}')
  expect(readPreferences(storage)).toEqual({ ...BY_ITSELF, notify: true })
})

test('where nothing can be stored a choice holds until the page is left', () => {
  const storage = makeSafeStorage(makeForbiddenStorage)
  storePreferences({ ...BY_ITSELF, sound: true }, storage)
  expect(readPreferences(storage)).toEqual(BY_ITSELF)
  // These tests run where there is no storage at all.
  choosePreferences({ sound: true })
  expect(devicePreferences()).toEqual({ ...BY_ITSELF, sound: true })
  choosePreferences({ sound: false })
})
