import { describe, expect, test } from 'vitest'
import { outlinePieces } from '../../../test/support/outline-pieces.ts'
import { formatText } from './format-text.ts'

const outline = (text: string) => outlinePieces(formatText(text))

describe('lines', () => {
  type Case = [text: string, expected: string]
  test.for<Case>([
    ['- a\n- b', '<bullets><item>a</item><item>b</item></bullets>'],
    ['* a\n* b', '<bullets><item>a</item><item>b</item></bullets>'],
    ['1. a\n2. b', '<numbers><item 1>a</item><item 2>b</item></numbers>'],
    // As it was written.
    ['7. a\n3. b\n0. c', '<numbers><item 7>a</item><item 3>b</item><item 0>c</item></numbers>'],
    ['so:\n- a\n- b\nand on', 'so:\n<bullets><item>a</item><item>b</item></bullets>and on'],
    [
      '- a\n- b\n1. c\n2. d\n> e',
      '<bullets><item>a</item><item>b</item></bullets><numbers><item 1>c</item><item 2>d</item></numbers><quote>e</quote>',
    ],
    [
      '- *a*\n- `b` c\n- https://a.example',
      '<bullets><item><em>a</em></item><item><code>b</code> c</item><item><a>https://a.example</a></item></bullets>',
    ],
    ['* *a* b\n* **c**', '<bullets><item><em>a</em> b</item><item><strong>c</strong></item></bullets>'],
    ['> a', '<quote>a</quote>'],
    ['> a\n> b\nc', '<quote>a\nb</quote>c'],
    ['> a\n>\n> b', '<quote>a\n\nb</quote>'],
    ['> **a** https://a.example/x', '<quote><strong>a</strong> <a>https://a.example/x</a></quote>'],
    ['> `a`', '<quote><code>a</code></quote>'],
    ['a\n\n> b\n\nc', 'a\n\n<quote>b</quote>\nc'],
    // None of them holds another.
    ['> > a\n> - b', '<quote>> a\n- b</quote>'],
    ['- - a\n- > b', '<bullets><item>- a</item><item>> b</item></bullets>'],
    // Beside blocks of code.
    [
      '- a\n- b\n```\nc\n```\n- d\n- e',
      '<bullets><item>a</item><item>b</item></bullets><block>c</block><bullets><item>d</item><item>e</item></bullets>',
    ],
    ['```\n- a\n- b\n> *c*\n```', '<block>- a\n- b\n> *c*</block>'],
    ['- a\n- b ```c```', '- a\n- b <block>c</block>'],
    ['- a\r- b\n- c', '<bullets><item>a\r- b</item><item>c</item></bullets>'],
  ])('in %j', ([text, expected]) => {
    expect(outline(text)).toBe(expected)
  })

  test.for([
    // A dash, a minus, a day.
    '- a',
    '- 5 degrees',
    '1. Mai',
    'a\n- b\nc',
    '1. a\n\n2. b',
    '- a\n1. b',
    // Not at the beginning of a line, or nothing beside it.
    ' - a\n - b',
    'a - b\na - c',
    '-a\n-b',
    '- \n- ',
    '1.a\n2.b',
    '1) a\n2) b',
    '007. a\n008. b',
    '1234567890. a\n1234567891. b',
    '>a',
    '>:( and\n>.<',
    '>',
    '> ',
    '>\n>\n',
    '>>> a',
    'a > b',
  ])('%j is as it was written', (text) => {
    expect(outline(text)).toBe(text)
  })
})
