import { expect, test } from 'vitest'
import { escapeMarkdown } from './markdown.ts'

test('Markdown that was typed stays what was typed', () => {
  expect(escapeMarkdown('*a* _b_ `c` [d](e) <f> #g')).toBe('\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f\\> #g')
  expect(escapeMarkdown('# a\r\n  - b\n12. c\n===')).toBe('\\# a\n  \\- b\n12\\. c\n\\===')
})
