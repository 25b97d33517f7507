import { describe, expect, test } from 'vitest'
import { findMethods } from './methods.ts'

const ROUTES = [
  { method: 'ALL', path: '/api/*' },
  { method: 'GET', path: '/*' },
  { method: 'GET', path: '/api/things' },
  { method: 'POST', path: '/api/things' },
  { method: 'POST', path: '/api/things' },
  { method: 'PATCH', path: '/api/things/:id' },
  { method: 'DELETE', path: '/api/things/:id/parts/:part' },
]

interface Case {
  path: string
  methods: string[]
}
const CASES: Case[] = [
  { path: '/api/things', methods: ['GET', 'HEAD', 'POST'] },
  { path: '/api/things/7', methods: ['PATCH'] },
  { path: '/api/things/7/parts/a.b', methods: ['DELETE'] },
  { path: '/api/things/', methods: [] },
  { path: '/api/things/7/parts', methods: [] },
  { path: '/api/things/7/parts/8/9', methods: [] },
  { path: '/x/api/things', methods: [] },
  { path: '/api/Things', methods: [] },
]

describe('the methods of an address', () => {
  test.for(CASES)('$path are $methods', ({ path, methods }) => {
    expect(findMethods(ROUTES, path)).toEqual(methods)
  })
})
