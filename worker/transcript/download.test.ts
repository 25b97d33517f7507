import { expect, test } from 'vitest'
import { disposition } from './download.ts'

test('a file is named so that no client trips over it', () => {
  expect(disposition('a"b\\c/d.csv')).toBe(`attachment; filename="a-b-c-d.csv"; filename*=UTF-8''a-b-c-d.csv`)
  expect(disposition("Ünï (100%)'s\r\n.md")).toBe(
    `attachment; filename="Uni (100-)'s.md"; filename*=UTF-8''%C3%9Cn%C3%AF%20%28100%25%29%27s%0D%0A.md`,
  )
})
