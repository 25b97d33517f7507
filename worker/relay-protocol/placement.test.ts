import { describe, expect, test } from 'vitest'
import { chooseRelay, locationHintOf, type RequestOrigin, regionOf } from './placement.ts'

describe('a new participant', () => {
  interface Case {
    what: string
    seatsTaken: [string, number][]
    place: string | null
  }
  const CASES: Case[] = [
    { what: 'sits at the room while nobody is there', seatsTaken: [], place: null },
    { what: 'sits at the room while it has places', seatsTaken: [['', 2]], place: null },
    { what: 'sits at the first relay once the room is full', seatsTaken: [['', 3]], place: 'weur-0' },
    {
      what: 'gets the last place of a relay',
      seatsTaken: [
        ['', 3],
        ['weur-0', 2],
      ],
      place: 'weur-0',
    },
    {
      what: 'opens another relay once one is full',
      seatsTaken: [
        ['', 3],
        ['weur-0', 3],
      ],
      place: 'weur-1',
    },
    {
      what: 'fills a relay that has places again',
      seatsTaken: [
        ['', 3],
        ['weur-0', 1],
        ['weur-1', 3],
      ],
      place: 'weur-0',
    },
    {
      what: 'sits in its own region',
      seatsTaken: [
        ['', 3],
        ['apac-0', 1],
      ],
      place: 'weur-0',
    },
    {
      what: 'gets a place at the room that came free',
      seatsTaken: [
        ['', 2],
        ['weur-0', 3],
      ],
      place: null,
    },
  ]
  test.for(CASES)('$what', ({ seatsTaken, place }) => {
    expect(chooseRelay(new Map(seatsTaken), 'weur', 3)).toBe(place)
  })

  test('finds a place where the room has none at all', () => {
    expect(chooseRelay(new Map(), 'any', 0)).toBe('any-0')
  })
})

describe('a region', () => {
  const CASES: [RequestOrigin, string][] = [
    [{ continent: 'EU', longitude: '2.3' }, 'weur'],
    [{ continent: 'EU', longitude: '24.9' }, 'eeur'],
    [{ continent: 'NA', longitude: '-122.4' }, 'wnam'],
    [{ continent: 'NA', longitude: '-74.0' }, 'enam'],
    [{ continent: 'AS', longitude: '55.3' }, 'me'],
    [{ continent: 'AS', longitude: '139.7' }, 'apac'],
    [{ continent: 'SA', longitude: '-46.6' }, 'sam'],
    [{ continent: 'OC', longitude: '151.2' }, 'oc'],
    [{ continent: 'AF', longitude: '36.8' }, 'afr'],
    [{ continent: 'AN' }, 'any'],
    [{}, 'any'],
  ]
  test.for(CASES)('of %j is %s', ([origin, region]) => {
    expect(regionOf(origin)).toBe(region)
  })

  test('is what the platform is asked for, and nothing where none is known', () => {
    expect([
      locationHintOf('weur-0', null),
      locationHintOf('me-12', null),
      locationHintOf('any-0', null),
      locationHintOf('x-1', null),
    ]).toEqual(['weur', 'me', undefined, undefined])
  })

  test('leads nowhere out of a jurisdiction', () => {
    const hints = ['weur-0', 'eeur-3', 'wnam-0', 'me-12', 'any-0'].map((relay) => locationHintOf(relay, 'eu'))
    expect(hints).toEqual(['weur', 'eeur', undefined, undefined, undefined])
  })
})
