import { expect, test } from 'vitest'
import type { MessageRequest } from '../../../protocol/message.ts'
import { checkDetails } from './message-details.ts'

interface Case {
  what: string
  details: Pick<MessageRequest, 'replyTo' | 'burn' | 'files' | 'choice' | 'kind' | 'options'>
  encryption?: 'none' | 'e2ee'
  issues?: string[]
}
const options = ['Monday', 'Tuesday']
const CASES: Case[] = [
  { what: 'nothing', details: {} },
  { what: 'nothing, encrypted', details: {}, encryption: 'e2ee' },
  { what: 'one choice', details: { choice: 'one' } },
  { what: 'one choice, encrypted', details: { choice: 'one' }, encryption: 'e2ee' },
  { what: 'a question', details: { kind: 'question' } },
  { what: 'a poll', details: { kind: 'poll', options } },
  { what: 'a poll of one choice', details: { kind: 'poll', options, choice: 'one' } },
  { what: 'a poll without options', details: { kind: 'poll' }, issues: ['options'] },
  { what: 'options without a poll', details: { options }, issues: ['options'] },
  { what: 'a question with options', details: { kind: 'question', options }, issues: ['options'] },
  { what: 'a question of one choice', details: { kind: 'question', choice: 'one' }, issues: ['choice'] },
  { what: 'a poll of equals', details: { kind: 'poll', options: ['a', 'a'] }, issues: ['options'] },
  { what: 'what it answers', details: { replyTo: 1 } },
  { what: 'what it answers, encrypted', details: { replyTo: 1 }, encryption: 'e2ee', issues: ['replyTo'] },
  { what: 'a text that is read once', details: { burn: 5 } },
  { what: 'an answer that is read once', details: { burn: 5, replyTo: 1 } },
  { what: 'a file that is read once', details: { burn: 5, files: [] }, issues: ['files'] },
  { what: 'a file that is read once, encrypted', details: { burn: 5, files: [] }, encryption: 'e2ee' },
  { what: 'a question that is read once', details: { burn: 5, kind: 'question' }, issues: ['kind'] },
  {
    what: 'a poll, encrypted',
    details: { kind: 'poll', options },
    encryption: 'e2ee',
    issues: ['kind', 'options'],
  },
]
test.for(CASES)('a message with $what', ({ details, encryption = 'none', issues }) => {
  const { refusal } = checkDetails(details, encryption)
  expect(refusal && 'issues' in refusal && refusal.issues.map(({ path }) => path)).toEqual(issues)
})
