import { expect, test } from 'vitest'
import { readShared } from './read-shared.ts'

function share(fields: Record<string, string>, pictures: File[] = []): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const picture of pictures) form.append('pictures', picture)
  return form
}

const PAGE = 'https://example.org/a'

interface Case {
  what: string
  fields: Record<string, string>
  text: string
}
const CASES: Case[] = [
  { what: 'a text alone', fields: { text: ' hello ' }, text: 'hello' },
  {
    what: 'a page, as some say it',
    fields: { title: 'A page', text: '', url: PAGE },
    text: `A page\n${PAGE}`,
  },
  {
    what: 'a page whose address is in the text',
    fields: { title: 'A page', text: PAGE },
    text: `A page\n${PAGE}`,
  },
  {
    what: 'a page whose title and address are in the text',
    fields: { title: 'A page', text: `A page ${PAGE}`, url: PAGE },
    text: `A page ${PAGE}`,
  },
  { what: 'the same twice', fields: { title: 'one', text: 'one' }, text: 'one' },
  { what: 'nothing', fields: {}, text: '' },
]

test.for(CASES)('$what is said once', ({ fields, text }) => {
  expect(readShared(share(fields))).toEqual({ text, pictures: [] })
})

test('pictures come along, in their order; what is empty is none', () => {
  const [one, none, two] = ['one.png', 'none.png', 'two.png'].map(
    (name) => new File([name === 'none.png' ? '' : 'x'], name, { type: 'image/png' }),
  )
  if (!one || !none || !two) throw new Error('there are three')
  const { pictures } = readShared(share({}, [one, none, two]))
  expect(pictures.map(({ name }) => name)).toEqual(['one.png', 'two.png'])
})

test('a text in the place of a picture is none', () => {
  expect(readShared(share({ pictures: 'x' }))).toEqual({ text: '', pictures: [] })
})
